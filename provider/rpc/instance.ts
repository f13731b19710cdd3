import { randomUUID } from 'node:crypto';
import type { Diagnostic } from '../../custom-resources/contract/diagnostic';
import type { Configured, Host, ProviderDefinition, Session } from '../../custom-resources/contract/provider';
import type { DataSource, ListResource, ManagedResource } from '../../custom-resources/contract/resource';
import { isWhollyKnown, type Values } from '../../custom-resources/contract/value';
import { ProcessLedger } from '../ledger/ledger';
import { Lull } from '../ledger/lull';
import type { Cancellation } from '../plugin/cancellation';
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

export interface DataSourceType {
  readonly dataSource: DataSource;
  readonly shape: Shape;
}

export interface ListResourceType {
  readonly listResource: ListResource;
  readonly shape: Shape;
}

/** One provider as one Terraform process sees it: the definition, and the session once configured. */
export class Instance {
  /** Of this one alone: who planned something, and who does it, may be two processes. */
  readonly id = randomUUID();
  readonly shape: Shape;
  private readonly resourceTypes: ReadonlyMap<string, ResourceType>;
  private readonly dataSourceTypes: ReadonlyMap<string, DataSourceType>;
  private readonly listResourceTypes: ReadonlyMap<string, ListResourceType>;
  private configured: Session | undefined;
  private readonly running = new Set<Cancellation>();
  private stopped: Error | undefined;
  private readonly checking = new Set<Cancellation>();
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
    this.resourceTypes = new Map(
      definition.resources.map((resource) => [
        resource.type,
        { resource, shape: new Shape(resource.schema), identity: new IdentityShape(resource.identity) },
      ]),
    );
    this.dataSourceTypes = new Map(
      definition.dataSources.map((dataSource) => [dataSource.type, { dataSource, shape: new Shape(dataSource.schema) }]),
    );
    this.listResourceTypes = new Map(
      definition.listResources.map((listResource) => [listResource.type, { listResource, shape: new Shape(listResource.schema) }]),
    );
  }

  resource(type: string): ResourceType {
    return this.resourceTypes.get(type) ?? missing('resource', type);
  }

  dataSource(type: string): DataSourceType {
    return this.dataSourceTypes.get(type) ?? missing('data source', type);
  }

  listResource(type: string): ListResourceType {
    return this.listResourceTypes.get(type) ?? missing('list of', type);
  }

  async configure(config: Values, terraformVersion: string): Promise<readonly Diagnostic[]> {
    this.configured = undefined;
    this.ledger = new ProcessLedger(this.lull);
    this.stopped = undefined;
    this.secrets = new Secrets();
    this.secrets.add(this.shape.schema, config);
    const { session, diagnostics = [] }: Configured = await this.definition.configure(config, this.host(terraformVersion));
    this.configured = session;
    this.configurationKnown = isWhollyKnown(config);
    return diagnostics;
  }

  private host(terraformVersion: string): Host {
    return { log: this.log, keepSecret: (secret) => this.secrets.addString(secret), terraformVersion };
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
  async whilePlanning<T>(request: Cancellation, check: () => Promise<T>): Promise<T | undefined> {
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
    for (const request of this.checking) request.cancel(APPLYING);
  }

  /** Asks everything that runs to come to an end, and all that comes until the next `configure`. */
  stop(): void {
    const reason = new Error('Terraform asked the provider to stop');
    this.stopped = reason;
    for (const request of this.running) request.cancel(reason);
  }

  /** Runs `work`, which is cancelled with the request or when Terraform asks to stop. */
  async run<T>(request: Cancellation, work: () => Promise<T>): Promise<T> {
    if (this.stopped) request.cancel(this.stopped);
    this.running.add(request);
    try {
      return await this.lull.during(work);
    } finally {
      this.running.delete(request);
    }
  }
}

const APPLYING = new Error('what was planned is being applied');

function missing(kind: string, type: string): never {
  throw new Refusal(
    `The provider has no ${kind} ${type}`,
    `The installed version of the provider does not know ${type}. Use the version that the configuration or state was written for.`,
  );
}
