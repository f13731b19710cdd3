import { listResources } from '../../../custom-resources';
import type { PrivateData, Value, Values } from '../../../custom-resources/contract/value';
import { decodeValue, encodeValue } from './codec';
import {
  type Diagnostic,
  ImportResourceState_Request,
  ImportResourceState_Response,
  type ListResource_Event,
  PlanResourceChange_Request,
  PlanResourceChange_Response,
  ReadResource_Request,
  ReadResource_Response,
  type ResourceIdentityData,
} from '../../../provider/proto/gen/tfplugin6';
import { FastClock } from '../clocks/fast-clock';
import { definitionBy, resourceOf } from '../terraform-in-process/provider';
import { dynamic, ProviderClient, told, values } from './client';
import { privateBytes } from './rpcs';

export interface Seen {
  readonly state: Values | null;
  readonly identity: Value | undefined;
  readonly private: Uint8Array;
  readonly told: readonly string[];
}

export interface Listed {
  readonly name: string;
  readonly identity: Value | undefined;
  readonly object: Values | null;
  readonly told: readonly string[];
}

/** What Terraform 1.12 and 1.14 ask of the provider, of resources and of an emulator's contact centre. */
export class NewerTerraform {
  private constructor(private readonly client: ProviderClient) {}

  static async start(endpoint: string, more: Values = {}): Promise<NewerTerraform> {
    const client = new ProviderClient(definitionBy(new FastClock(100)));
    const { diagnostics } = await client.configure({
      region: 'us-east-1',
      endpoint,
      access_key: 'AKIATEST',
      secret_key: 'test',
      max_retries: 0,
      requests_per_second: 10_000,
      burst: 1000,
      ...more,
    });
    if (diagnostics.length > 0) throw new Error(told(diagnostics).join('\n'));
    return new NewerTerraform(client);
  }

  /** @param by an identity, or an id */
  async import(typeName: string, by: Values | string): Promise<Seen> {
    const rpc = [ImportResourceState_Request, ImportResourceState_Response] as const;
    const id = typeof by === 'string' ? by : '';
    const { importedResources, diagnostics } = await this.client.call('ImportResourceState', rpc, {
      typeName,
      id,
      identity: typeof by === 'string' ? undefined : encoded(typeName, by),
    });
    const [imported] = importedResources;
    return seen(typeName, imported?.state, imported?.private, imported?.identity, diagnostics);
  }

  /** @param identity as the state has it */
  async read(typeName: string, { state, private: known }: Pick<Seen, 'state' | 'private'>, identity?: Value): Promise<Seen> {
    const rpc = [ReadResource_Request, ReadResource_Response] as const;
    const answer = await this.client.call('ReadResource', rpc, {
      typeName,
      currentState: dynamic(resourceOf(typeName).schema, state),
      private: known,
      currentIdentity: encoded(typeName, identity),
    });
    return seen(typeName, answer.newState, answer.private, answer.newIdentity, answer.diagnostics);
  }

  async plan(typeName: string, prior: Values, config: Values, identity?: Value): Promise<Seen> {
    const { schema } = resourceOf(typeName);
    const rpc = [PlanResourceChange_Request, PlanResourceChange_Response] as const;
    const answer = await this.client.call('PlanResourceChange', rpc, {
      typeName,
      priorState: dynamic(schema, prior),
      proposedNewState: dynamic(schema, config),
      config: dynamic(schema, config),
      priorPrivate: NONE,
      priorIdentity: encoded(typeName, identity),
    });
    return seen(typeName, answer.plannedState, answer.plannedPrivate, answer.plannedIdentity, answer.diagnostics);
  }

  /** As `terraform query` does, with its limit of 100 unless told otherwise. */
  async query(
    typeName: string,
    config: Values,
    more: { readonly limit?: number; readonly whole?: boolean } = {},
  ): Promise<readonly Listed[]> {
    const list = listResources.find(({ type }) => type === typeName);
    if (!list) throw new Error(`no list of ${typeName}`);
    const { limit = 100, whole = false } = more;
    const request = { typeName, config: dynamic(list.schema, config), includeResourceObject: whole, limit };
    return (await this.client.list(request)).map((event) => listed(typeName, event));
  }
}

const NONE = privateBytes({} satisfies PrivateData);

const typeOf = (typeName: string) =>
  ['object', Object.fromEntries(Object.keys(resourceOf(typeName).identity.attributes).map((name) => [name, 'string' as const]))] as const;

const encoded = (typeName: string, identity: Value | undefined): ResourceIdentityData | undefined =>
  identity === undefined ? undefined : { identityData: { msgpack: encodeValue(typeOf(typeName), identity) } };

const decoded = (typeName: string, identity: ResourceIdentityData | undefined): Value | undefined =>
  identity?.identityData && decodeValue(typeOf(typeName), identity.identityData.msgpack);

const seen = (
  typeName: string,
  state: Parameters<typeof values>[1],
  known: Uint8Array | undefined,
  identity: ResourceIdentityData | undefined,
  diagnostics: readonly Diagnostic[],
): Seen => ({
  state: values(resourceOf(typeName).schema, state),
  identity: decoded(typeName, identity),
  private: known ?? NONE,
  told: told(diagnostics),
});

const listed = (typeName: string, event: ListResource_Event): Listed => ({
  name: event.displayName,
  identity: decoded(typeName, event.identity),
  object: values(resourceOf(typeName).schema, event.resourceObject),
  told: told(event.diagnostic),
});
