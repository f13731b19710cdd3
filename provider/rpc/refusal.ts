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

/**
 * What the user is told of what was thrown while an RPC was served: an exception that nobody expected is a bug.
 * @param type of the resource or data source, where the request has one
 */
export function diagnosticOf(error: unknown, operation: string, type: string | undefined): Diagnostic {
  if (error instanceof Refusal) return error.diagnostic;
  const trace = error instanceof Error ? (error.stack ?? String(error)) : String(error);
  return {
    severity: 'error',
    summary: 'This is a bug in the provider',
    detail:
      `${operation}${type ? ` of ${type}` : ''} failed in a way that the provider does not expect. ` +
      `Your configuration is most likely fine. The text below says where it failed, for whoever maintains the provider.\n\n` +
      trace,
  };
}
