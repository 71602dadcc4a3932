// In: the options of a program. Out: a host for the compiler that reads the types of an installed package once, for all
// programs of a test file: the library of the browser alone takes longer than what is compiled against it.

import ts from 'typescript';

const known = new Map<string, ts.SourceFile | undefined>();

export function sharingTypes(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    getSourceFile(file, version, ...rest) {
      const { languageVersion, impliedNodeFormat } =
        typeof version === 'object' ? version : { languageVersion: version, impliedNodeFormat: undefined };
      // What a test writes lies there as well, and changes.
      const isInstalled = file.includes('/node_modules/') && !file.includes('/.cache/');
      if (!isInstalled) return host.getSourceFile(file, version, ...rest);
      const key = [languageVersion, impliedNodeFormat, file].join(' ');
      if (!known.has(key)) known.set(key, host.getSourceFile(file, version, ...rest));
      return known.get(key);
    },
  };
}
