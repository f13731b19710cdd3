/** Credentials could not be had; `cause` says why. Thrown through the SDK, which asks for them. */
export class CredentialsError extends Error {
  override readonly name = 'CredentialsError';

  constructor(
    /** What was tried, in words that continue "No credentials from ...". */
    readonly source: string,
    readonly operation: string,
    readonly region: string,
    cause: unknown,
    /** The profile that was asked, if it was one. */
    readonly profile?: string,
  ) {
    super(`No credentials from ${source}`, { cause });
  }
}
