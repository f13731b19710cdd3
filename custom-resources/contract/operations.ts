/** What Terraform asks a resource for; `plan` is refresh, import and the read of a data source too. */
export type Phase = 'plan' | 'create' | 'update' | 'delete';

/**
 * The API operations that each phase may call, and what for: `{ plan: { DescribeUser: 'reads a user' }, ... }`.
 * The IAM policy of the documentation is made of them; tests hold them against the calls that are made.
 */
export type Operations<P extends Phase = Phase> = Readonly<Record<P, Readonly<Record<string, string>>>>;
