// In: a function, or a name for one, in TypeScript. Out: what its first parameter has by a type that the program gave a name:
// what another host hands over may have less. Looks at declarations of the file only.
// Knows nothing of hosts.

import type { Binding } from '../syntax/bindings.ts';
import { findKey, skipParentheses } from '../syntax/constant.ts';
import { isFunction } from '../syntax/scopes.ts';
import type { Node } from '../syntax/tree.ts';
import type { Context } from './context.ts';

/** What stands for the members of a type that is not seen. */
const unseen: readonly string[] = ['*'];

/** Nothing where the type has no name, or there is none. */
export function promisedTo(context: Context, node: Node): readonly string[] | undefined {
  const inner = skipParentheses(node);
  // What is cast has the type that the program wants it to have.
  if (node.type.startsWith('TS')) return undefined;
  if (isFunction(inner)) return membersOf(context, annotationOf(inner.params[0]));
  const binding = inner.type === 'Identifier' ? context.names.bindingOf(inner) : undefined;
  const [declaration, another] = binding?.declarations ?? [];
  if (!binding || !declaration || another) return undefined;
  const { node: declared, id } = declaration;
  if (isFunction(declared) && declaration.kind === 'function') return promisedTo(context, declared);
  const init = declared.type === 'VariableDeclarator' && declared.id === id ? declared.init : undefined;
  const type = annotationOf(id);
  if (type?.type === 'TSFunctionType') return membersOf(context, annotationOf(type.parameters[0]));
  if (type) return undefined;
  if (init) return isFunction(skipParentheses(init)) ? promisedTo(context, init) : undefined;
  return settledWith(context, binding);
}

/** `new Promise<Reply>(resolve => …)`: the name is the executor's `resolve`. */
function settledWith({ tree, ...context }: Context, { declarations: [declaration], scope }: Binding) {
  const executor = isFunction(scope) ? scope : undefined;
  if (!declaration || executor?.params[0] !== declaration.id) return undefined;
  const promise = tree.parent(executor);
  if (promise?.type !== 'NewExpression' || promise.callee.type !== 'Identifier') return undefined;
  if (promise.callee.name !== 'Promise' || !context.names.isFree(promise.callee)) return undefined;
  return membersOf({ tree, ...context }, promise.typeParameters?.params[0] ?? promise.typeArguments?.params[0]);
}

function annotationOf(node: Node | undefined): Node | undefined {
  if (!node || !('typeAnnotation' in node)) return undefined;
  const { typeAnnotation: annotation } = node;
  return annotation?.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : undefined;
}

function membersOf({ names, tree }: Context, type: Node | null | undefined): readonly string[] | undefined {
  if (type?.type !== 'TSTypeReference') return undefined;
  if (type.typeName.type !== 'Identifier') return unseen;
  const { name } = type.typeName;
  tree.occurrences(name);
  const { types, ambient } = names.of(name);
  const declared = [...types, ...ambient].map((id) => tree.parent(id));
  const own = declared.find((one) => one?.type === 'TSInterfaceDeclaration' && one.id.name === name);
  if (own?.type !== 'TSInterfaceDeclaration' || (own.extends?.length ?? 0) > 0) return unseen;
  return own.body.body.map((member) => (member.type === 'TSPropertySignature' ? (findKey(member, names) ?? '*') : '*'));
}
