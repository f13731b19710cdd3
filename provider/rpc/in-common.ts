import { type Diagnostic, inCommon } from '../../custom-resources/contract/diagnostic';
import type { Ledger } from '../../custom-resources/contract/ledger';

/**
 * Without what another resource of the plan has told for all that have it in common: one error is enough to end the command, and one warning to
 * be read. A warning stands for no error: where nobody knows what Terraform was asked for, a check warns of what a read fails with.
 */
export function notToldBefore(diagnostics: readonly Diagnostic[], ledger: Ledger): readonly Diagnostic[] {
  const told = ledger.told('what many resources have in common');
  return diagnostics.filter((diagnostic) => {
    const common = inCommon(diagnostic);
    if (common === undefined) return true;
    const subject = `${diagnostic.severity}: ${common}`;
    const isNew = !told.has(subject);
    told.add(subject);
    return isNew;
  });
}
