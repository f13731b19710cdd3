import type { Diagnostic } from '../../custom-resources/contract/diagnostic';

/** Ends a request with a diagnostic for the user, where going on makes no sense. Not a bug. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly diagnostic: Diagnostic;

  constructor(summary: string, detail: string) {
    super(summary);
    this.diagnostic = { severity: 'error', summary, detail };
  }
}
