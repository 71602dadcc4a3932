export function rulesOn(page: string): Map<string, string>;
export function citationsIn(text: string): string[];
export function rulesProvenBy(code: string): string[];
export function withPrograms(page: string, programs: ReadonlyMap<string, string>): string;
export function withRuleLinks(text: string, rules: ReadonlyMap<string, string>): string;
