import type { Diagnostic } from '../../custom-resources/contract/diagnostic';

export interface Subject {
  /** The RPC, `PlanResourceChange`. */
  readonly operation: string;
  /** Of the resource or data source, where the request has one. */
  readonly type: string | undefined;
}

/** What the user is told about an exception that nobody expected. */
export function bugReport(error: unknown, { operation, type }: Subject): Diagnostic {
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
