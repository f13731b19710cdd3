import { type Diagnostic, inCommon } from '../../custom-resources/contract/diagnostic';
import type { Ledger } from '../../custom-resources/contract/ledger';

/** Without what another resource of the plan has told for all that have it in common: one error is enough to end the command, and one warning to be read. */
export function notToldBefore(diagnostics: readonly Diagnostic[], ledger: Ledger): readonly Diagnostic[] {
  const told = ledger.told('what many resources have in common');
  return diagnostics.filter((diagnostic) => {
    const subject = inCommon(diagnostic);
    if (subject === undefined) return true;
    const isNew = !told.has(subject);
    told.add(subject);
    return isNew;
  });
}
