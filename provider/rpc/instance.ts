import { randomUUID } from 'node:crypto';
import type { Diagnostic } from '../../custom-resources/contract/diagnostic';
import type { Host, ProviderDefinition, Session } from '../../custom-resources/contract/provider';
import type { DataSource, ListResource, ManagedResource } from '../../custom-resources/contract/resource';
import { isWhollyKnown, type Values } from '../../custom-resources/contract/value';
import { ProcessLedger } from '../ledger/ledger';
import { Lull } from '../ledger/lull';
import type { TerraformCommand } from '../plugin/terraform-command';
import { IdentityShape } from './identity-shape';
import { Refusal } from './refusal';
import { Secrets } from './secrets';
import { Shape } from './shape';

export interface ResourceType {
  readonly resource: ManagedResource;
  readonly shape: Shape;
  readonly identity: IdentityShape;
}

/** One provider as one Terraform process sees it: the definition, and the session once configured. */
export class Instance {
  /** Of this one alone: who planned something, and who does it, may be two processes. */
  readonly id = randomUUID();
  readonly shape: Shape;
  /** By its Terraform type, as are the others. Refuses one that the provider does not have. */
  readonly resource: (type: string) => ResourceType;
  readonly dataSource: (type: string) => { readonly dataSource: DataSource; readonly shape: Shape };
  readonly listResource: (type: string) => { readonly listResource: ListResource; readonly shape: Shape };
  private configured: Session | undefined;
  private readonly running = new Set<AbortController>();
  private stopped: Error | undefined;
  private readonly checking = new Set<AbortController>();
  /** Whether every part of the provider's own configuration is known; in a plan it may not be. */
  configurationKnown = false;
  private readonly lull = new Lull();
  ledger = new ProcessLedger(this.lull);
  /** Of the provider's own configuration, and of the credentials that it found. */
  secrets = new Secrets();

  constructor(
    readonly definition: ProviderDefinition,
    readonly log: Host['log'],
    /** What Terraform was asked for, as far as it can be known. */
    readonly command: () => TerraformCommand,
  ) {
    this.shape = new Shape(definition.schema);
    this.resource = finder('resource', definition.resources, (resource) => ({
      resource,
      shape: new Shape(resource.schema),
      identity: new IdentityShape(resource.identity),
    }));
    this.dataSource = finder('data source', definition.dataSources, (dataSource) => ({ dataSource, shape: new Shape(dataSource.schema) }));
    this.listResource = finder('list of', definition.listResources, (list) => ({ listResource: list, shape: new Shape(list.schema) }));
  }

  async configure(config: Values, terraformVersion: string, signal: AbortSignal): Promise<readonly Diagnostic[]> {
    this.configured = undefined;
    this.ledger = new ProcessLedger(this.lull);
    this.stopped = undefined;
    this.secrets = new Secrets();
    this.secrets.add(this.shape.schema, config);
    const host: Host = { log: this.log, signal, keepSecret: (secret) => this.secrets.addString(secret), terraformVersion };
    const { session, diagnostics = [] } = await this.definition.configure(config, host);
    this.configured = session;
    this.configurationKnown = isWhollyKnown(config);
    return diagnostics;
  }

  /** Not so where Terraform only validates: variables have no values then. */
  get isConfigured(): boolean {
    return this.configured !== undefined;
  }

  /** Refuses while the provider is not configured. */
  session(): Session {
    if (this.configured) return this.configured;
    throw new Refusal(
      'The provider is not configured',
      'The provider was asked to work before its configuration was accepted. Look for an earlier error about the provider block.',
    );
  }

  /**
   * Runs a check of a plan; nothing where the plan is being applied already. Terraform plans again what it applies, and nothing
   * tells the first of these plans from those that came before: the checks that run when it shows are cancelled.
   */
  async whilePlanning<T>(request: AbortController, check: () => Promise<T>): Promise<T | undefined> {
    if (this.ledger.applying) return undefined;
    this.checking.add(request);
    try {
      const found = await check();
      return this.ledger.applying ? undefined : found;
    } finally {
      this.checking.delete(request);
    }
  }

  beginApply(): void {
    this.ledger.applying = true;
    for (const request of this.checking) request.abort(APPLYING);
  }

  /** Asks everything that runs to come to an end, and all that comes until the next `configure`. */
  stop(): void {
    const reason = new Error('Terraform asked the provider to stop');
    this.stopped = reason;
    for (const request of this.running) request.abort(reason);
  }

  /** Runs `work`, which is cancelled with the request or when Terraform asks to stop. */
  async run<T>(request: AbortController, work: () => Promise<T>): Promise<T> {
    if (this.stopped) request.abort(this.stopped);
    this.running.add(request);
    try {
      return await this.lull.during(work);
    } finally {
      this.running.delete(request);
    }
  }
}

const APPLYING = new Error('what was planned is being applied');

function finder<T extends { readonly type: string }, Found>(kind: string, things: readonly T[], make: (thing: T) => Found) {
  const all = new Map(things.map((thing) => [thing.type, make(thing)]));
  return (type: string): Found => {
    const found = all.get(type);
    if (found !== undefined) return found;
    throw new Refusal(
      `The provider has no ${kind} ${type}`,
      `The installed version of the provider does not know ${type}. Use the version that the configuration or state was written for.`,
    );
  };
}
