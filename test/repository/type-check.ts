// In: the folder of a project. Out: a way to ask the compiler about some of its files, as they are or with another text.
// What is read once is kept for the next question. Knows nothing of what the files are about.

import path from 'node:path';
import ts from 'typescript';

/** What is wrong with the files that are wanted, each with the file in front. Paths are relative to the folder. */
export type TypeCheck = (isWanted: (file: string) => boolean, replaced?: ReadonlyMap<string, string>) => string[];

export function makeTypeCheck(folder: string): TypeCheck {
  const sources = new Map<string, ts.SourceFile | undefined>();
  const nameOf = (file: string): string => path.relative(folder, file).replaceAll('\\', '/');

  return (isWanted, replaced = new Map()) => {
    const { fileNames, options } = readConfig(folder);
    const host = ts.createCompilerHost(options);
    const { getSourceFile } = host;
    host.getSourceFile = (file, languageVersion) => {
      const text = replaced.get(nameOf(file));
      if (text !== undefined) return ts.createSourceFile(file, text, languageVersion, true);
      if (!sources.has(file)) sources.set(file, getSourceFile(file, languageVersion));
      return sources.get(file);
    };
    const wanted = fileNames.filter((file) => isWanted(nameOf(file)));
    const program = ts.createProgram(wanted, options, host);
    return wanted
      .flatMap((file) => program.getSemanticDiagnostics(program.getSourceFile(file)))
      .map(({ file, messageText }) => {
        const message = ts.flattenDiagnosticMessageText(messageText, ' ');
        return `${nameOf(file?.fileName ?? '')}: ${message}`;
      });
  };
}

function readConfig(folder: string): ts.ParsedCommandLine {
  const file = path.join(folder, 'tsconfig.json');
  const refuse = ({ messageText }: ts.Diagnostic): never => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, ' '));
  };
  const config = ts.getParsedCommandLineOfConfigFile(
    file,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: refuse },
  );
  if (!config) throw new Error(`${file} cannot be read`);
  return config;
}
