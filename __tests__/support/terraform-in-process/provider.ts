import type { Clock } from '../../../connect/clock';
import { openConnect } from '../../../connect/open';
import { dataSources, listResources, providerSchema, resources } from '../../../custom-resources';
import type { ProviderDefinition, Session } from '../../../custom-resources/contract/provider';
import type { DataSource, ManagedResource } from '../../../custom-resources/contract/resource';
import { isWhollyKnown, type PlannedState, type Values } from '../../../custom-resources/contract/value';
import { cannotConnect } from '../../../custom-resources/failures/diagnostics';
import { connectionOf, settingsOf } from '../../../custom-resources/provider-configuration/configure';
import type { ProviderConfiguration } from '../../../custom-resources/provider-configuration/schema';
import { validate } from '../../../custom-resources/provider-configuration/validate';
import {
  ApplyResourceChange_Request,
  ApplyResourceChange_Response,
  type Diagnostic,
  ImportResourceState_Request,
  ImportResourceState_Response,
  PlanResourceChange_Request,
  PlanResourceChange_Response,
  ReadDataSource_Request,
  ReadDataSource_Response,
  ReadResource_Request,
  ReadResource_Response,
  ValidateResourceConfig_Request,
  ValidateResourceConfig_Response,
} from '../../../provider/proto/gen/tfplugin6';
import { during, noting } from '../called-operations';
import { dynamic, ProviderClient, values } from '../provider/client';

/** The whole provider as the plugin puts it together, in this process and by a clock of the test's. */
export function definitionBy(clock: Clock): ProviderDefinition {
  return {
    schema: providerSchema,
    resources,
    dataSources,
    listResources,
    validate: (config) => validate(config as PlannedState<ProviderConfiguration>),
    async configure(config, { log, keepSecret }) {
      if (!isWhollyKnown(config)) return {};
      const known = config as ProviderConfiguration;
      const opened = await openConnect(connectionOf(known), { clock, log: noting(log), keepSecret });
      if (!opened.ok) return { diagnostics: [cannotConnect(opened.failure, known)] };
      const { region, gateway } = opened.value;
      const context: Session['context'] = (signal, ledger) => ({
        connect: (scope) => gateway({ signal, ...scope }),
        signal,
        settings: { ...settingsOf(known), region },
        ledger,
        clock,
        log,
      });
      return { session: { context } };
    },
  };
}

/** What Terraform keeps of a resource, and hands from one RPC to the next. */
export interface Kept {
  readonly values: Values;
  readonly private: Uint8Array;
}

export interface Answer {
  /** Null where there is nothing, or is to be nothing. */
  readonly values: Values | null;
  readonly private: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PlanAnswer extends Answer {
  /** The attributes that make it a replacement. */
  readonly replace: readonly string[];
}

const NONE = new Uint8Array();

function named<T extends { readonly type: string }>(list: readonly T[], type: string): T {
  const found = list.find((one) => one.type === type);
  if (!found) throw new Error(`the provider has no ${type}`);
  return found;
}

/** A data source may have the type of a resource. */
export const resourceOf = (type: string): ManagedResource => named(resources, type);
export const dataSourceOf = (type: string): DataSource => named(dataSources, type);

/** One start of the provider, configured: what Terraform does anew for each plan and for each apply. Requests and answers are those of the wire. */
export class ProviderProcess {
  private constructor(private readonly client: ProviderClient) {}

  /** The diagnostics say why it is not to be used. */
  static async start(
    clock: Clock,
    config: Values,
  ): Promise<{ readonly process: ProviderProcess; readonly diagnostics: readonly Diagnostic[] }> {
    const client = new ProviderClient(definitionBy(clock));
    const { diagnostics } = await client.configure(config);
    return { process: new ProviderProcess(client), diagnostics };
  }

  async validate(typeName: string, config: Values): Promise<readonly Diagnostic[]> {
    const resource = resourceOf(typeName);
    const request = { typeName, config: dynamic(resource.schema, config), clientCapabilities: undefined };
    const messages = [ValidateResourceConfig_Request, ValidateResourceConfig_Response] as const;
    return (await during(resource, 'plan', () => this.client.call('ValidateResourceConfig', messages, request))).diagnostics;
  }

  /** A data source. */
  async look(typeName: string, config: Values): Promise<Pick<Answer, 'values' | 'diagnostics'>> {
    const dataSource = dataSourceOf(typeName);
    const request = { typeName, config: dynamic(dataSource.schema, config), providerMeta: undefined, clientCapabilities: undefined };
    const messages = [ReadDataSource_Request, ReadDataSource_Response] as const;
    const { state, diagnostics } = await during(dataSource, 'plan', () => this.client.call('ReadDataSource', messages, request));
    return { values: values(dataSource.schema, state), diagnostics };
  }

  /** What is to be read next; nothing beside an error. */
  async import(typeName: string, id: string): Promise<Answer> {
    const resource = resourceOf(typeName);
    const request = { typeName, id, clientCapabilities: undefined };
    const messages = [ImportResourceState_Request, ImportResourceState_Response] as const;
    const { importedResources, diagnostics } = await during(resource, 'plan', () =>
      this.client.call('ImportResourceState', messages, request),
    );
    const [imported] = importedResources;
    return { values: values(resource.schema, imported?.state), private: imported?.private ?? NONE, diagnostics };
  }

  async read(typeName: string, kept: Kept): Promise<Answer> {
    const resource = resourceOf(typeName);
    const request = { typeName, currentState: dynamic(resource.schema, kept.values), private: kept.private };
    const messages = [ReadResource_Request, ReadResource_Response] as const;
    const {
      newState,
      private: known,
      diagnostics,
    } = await during(resource, 'plan', () => this.client.call('ReadResource', messages, request));
    return { values: values(resource.schema, newState), private: known, diagnostics };
  }

  /** A configuration of null is a plan to destroy. */
  async plan(typeName: string, config: Values | null, prior: Kept | undefined, priorPrivate = prior?.private ?? NONE): Promise<PlanAnswer> {
    const resource = resourceOf(typeName);
    const { schema } = resource;
    const request = {
      typeName,
      priorState: dynamic(schema, prior?.values ?? null),
      proposedNewState: dynamic(schema, config && proposed(schema, config, prior?.values)),
      config: dynamic(schema, config),
      priorPrivate,
    };
    const messages = [PlanResourceChange_Request, PlanResourceChange_Response] as const;
    const answer = await during(resource, 'plan', () => this.client.call('PlanResourceChange', messages, request));
    return {
      values: values(schema, answer.plannedState),
      private: answer.plannedPrivate,
      diagnostics: answer.diagnostics,
      replace: answer.requiresReplace.map(({ steps: [step] }) => String(step?.selector?.value)),
    };
  }

  async apply(typeName: string, config: Values | null, prior: Values | null, planned: Pick<Answer, 'values' | 'private'>): Promise<Answer> {
    const resource = resourceOf(typeName);
    const { schema } = resource;
    const phase = prior === null ? 'create' : planned.values === null ? 'delete' : 'update';
    const request = {
      typeName,
      priorState: dynamic(schema, prior),
      plannedState: dynamic(schema, planned.values),
      config: dynamic(schema, config),
      plannedPrivate: planned.private,
    };
    const messages = [ApplyResourceChange_Request, ApplyResourceChange_Response] as const;
    const {
      newState,
      private: known,
      diagnostics,
    } = await during(resource, phase, () => this.client.call('ApplyResourceChange', messages, request));
    return { values: values(schema, newState), private: known, diagnostics };
  }
}

/** The configuration, with what the provider computed before where nothing is configured. */
const proposed = (schema: ProviderDefinition['schema'], config: Values, prior: Values | undefined): Values => ({
  ...config,
  ...Object.fromEntries(
    Object.entries(schema.attributes)
      .filter(([name, { presence }]) => presence.endsWith('computed') && (config[name] ?? null) === null)
      .map(([name]) => [name, prior?.[name] ?? null]),
  ),
});
