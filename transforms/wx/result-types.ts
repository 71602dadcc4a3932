// In: a callback in TypeScript that is given a result of WeChat's. Out: the edits that let it read what it read before,
// where WeChat's types are sure to refuse it. Source: miniprogram-api-typings 5.2.3.

import type { ApiName } from '../../src/apis.ts';
import type { Callback, Expression, MemberRead, OptionEntry } from '../../src/ir.ts';
import type { Edit } from '../../src/text/text.ts';

/** The fields that WeChat's types give a result. */
const fields: { readonly [A in ApiName]?: readonly string[] } = {
  request: ['data', 'statusCode', 'header', 'cookies', 'errMsg', 'exception', 'profile', 'useHttpDNS'],
  uploadFile: ['data', 'statusCode', 'errMsg', 'profile'],
  downloadFile: ['tempFilePath', 'filePath', 'statusCode', 'errMsg', 'profile'],
  onSocketMessage: ['data'],
};

/** The program's own type of the result promises what WeChat's does not. */
export function promisesMore(api: ApiName, { promised }: OptionEntry): boolean {
  return promised?.some((member) => fields[api]?.includes(member) === false) ?? false;
}

/** `res => …` becomes `(res: any) => …` */
export function looseParam(api: ApiName, { param, result }: Callback): Edit[] {
  // Data that gets a name of its own may get a type there.
  const isNamed = result.reads.some(({ path, use }) => path[0] === 'data' && path.length === 1 && use === 'value');
  // Whoever it is handed on to may ask for what only swan's types promise.
  const isHandedOn = result.escapes && !result.loggedOnly;
  if (!param || param.isTyped) return [];
  if (!isHandedOn && !result.reads.some((read) => isRefused(api, read, isNamed))) return [];
  return [{ at: param.at, text: param.isBare ? ['(', param.at, ': any)'] : [param.at, ': any'] }];
}

/** A listener whose parameter has a type of its own. */
export function castListener(value: Expression): Edit[] {
  if (value.callback?.param?.isTyped !== true) return [];
  return [{ at: value.at, text: ['(', value.at, ') as WechatMiniprogram.OnSocketMessageCallback'] }];
}

/** A field that is not there, or a use of data that only one of its types has. */
function isRefused(api: ApiName, { path, use }: MemberRead, isNamed: boolean): boolean {
  const [field] = path;
  if (field === undefined || field === '*') return false;
  if (fields[api]?.includes(field) === false) return true;
  return field === 'data' && api !== 'uploadFile' && ((path.length > 1 && !isNamed) || use === 'parsed');
}
