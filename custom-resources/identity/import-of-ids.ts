import type { Diagnostic } from '../contract/diagnostic';
import type { ImportResult } from '../contract/resource';
import { type IdentifierKind, identifierProblem, INSTANCE, TRAFFIC_DISTRIBUTION_GROUP, USER } from '../values/identifiers';

const KINDS = { INSTANCE, GROUP: TRAFFIC_DISTRIBUTION_GROUP, USER } as const satisfies Readonly<Record<string, IdentifierKind>>;

/**
 * Imports by an id whose parts are separated by commas, each an id or an ARN.
 * @param noun what is imported: `a membership`
 */
export const importOf =
  <S>(noun: string, names: readonly (keyof typeof KINDS)[], imported: (...parts: string[]) => ImportResult<S>) =>
  (id: string): ImportResult<S> => {
    const parts = id.split(',').map((part) => part.trim());
    const problem =
      parts.length === names.length
        ? names.flatMap((name, index) => identifierProblem(KINDS[name], parts[index] ?? '')?.replace(/^/, `${name} `) ?? [])[0]
        : `it has ${parts.length} ${parts.length === 1 ? 'part' : 'parts'}`;
    return problem === undefined ? imported(...parts) : { diagnostics: [badImportId(id, noun, names, problem)] };
  };

const badImportId = (id: string, noun: string, names: readonly string[], problem: string): Diagnostic => ({
  severity: 'error',
  summary: `The import id is not one of ${noun}`,
  detail: `Expected ${names.join(',')}, each an id or an ARN, separated by commas; got "${id}": ${problem}.`,
});
