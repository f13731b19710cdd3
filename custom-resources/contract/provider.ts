import type { Logger } from '../../connect/logger';
import type { Diagnostic } from './diagnostic';
import type { Ledger } from './ledger';
import type { Context, DataSource, ListResource, ManagedResource } from './resource';
import type { Schema } from './schema';
import type { PlannedState, Values } from './value';

/** Everything that the plugin protocol serves; `provider/serve.ts` puts it together. */
export interface ProviderDefinition {
  /** The provider's own configuration. */
  readonly schema: Schema;
  readonly resources: readonly ManagedResource[];
  readonly dataSources: readonly DataSource[];
  readonly listResources: readonly ListResource[];

  /** What is wrong with the provider's configuration by itself. Pure. */
  validate(config: PlannedState<Values>): readonly Diagnostic[];

  /**
   * Opens the session that serves all later requests of this process. Parts of `config` may be
   * unknown during plan; a session that lacks what it needs says so at its first use.
   */
  configure(config: PlannedState<Values>, host: Host): Promise<Configured>;
}

/** What the protocol layer lends to a session. */
export interface Host {
  readonly log: Logger;
  /** Aborts when Terraform asks to stop before the session is open. */
  readonly signal: AbortSignal;
  /** Keeps a secret that is in no configuration, such as resolved credentials, out of every diagnostic. */
  keepSecret(secret: string): void;
  /** For the user agent of API calls. */
  readonly terraformVersion: string;
}

export interface Configured {
  readonly session?: Session;
  readonly diagnostics?: readonly Diagnostic[];
}

export interface Session {
  /** The context of one request; `signal` aborts when the request is cancelled or Terraform stops. */
  context(signal: AbortSignal, ledger: Ledger): Context;
}
