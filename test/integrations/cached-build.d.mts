// The types of cached-build.mjs.

export function cachedBuilds(
  folder: string,
): Promise<Record<string, { readonly code: string; readonly count: number }>>;
