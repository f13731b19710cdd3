import { type Diagnostic, inCommon } from '../../custom-resources/contract/diagnostic';
import type { Ledger } from '../../custom-resources/contract/ledger';

/**
 * Without what another resource of the plan has told for all that have it in common: one error is enough to end the command, and one warning to
 * be read. A warning stands for no error: where nobody knows what Terraform was asked for, a check warns of what a read fails with.
 */
export function notToldBefore(diagnostics: readonly Diagnostic[], ledger: Ledger): readonly Diagnostic[] {
  return diagnostics.filter(isNew(ledger));
}

/** The same, where each error has to be told: Terraform would take what has none for something that went well. Where another told it, it is brief. */
export function brieflyIfToldBefore(diagnostics: readonly Diagnostic[], ledger: Ledger): readonly Diagnostic[] {
  const whole = isNew(ledger);
  return diagnostics.flatMap((diagnostic) => {
    if (whole(diagnostic)) return [diagnostic];
    if (diagnostic.severity !== 'error') return [];
    return [{ ...diagnostic, detail: [toldBefore(inCommon(diagnostic)), diagnostic.own].filter(Boolean).join('\n\n') }];
  });
}

/** Says which reason: there may be several, as where a policy lacks two actions. */
const toldBefore = (common: string | undefined): string =>
  `The reason is the same as that of another error of this command, which gives it in full (${common}).`;

const isNew = (ledger: Ledger): ((diagnostic: Diagnostic) => boolean) => {
  const told = ledger.kept('what many resources have in common', new Set<string>());
  return (diagnostic) => {
    const common = inCommon(diagnostic);
    if (common === undefined) return true;
    const subject = `${diagnostic.severity}: ${common}`;
    const isNew = !told.has(subject);
    told.add(subject);
    return isNew;
  };
};
