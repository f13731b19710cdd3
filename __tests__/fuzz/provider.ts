import { dataSources, listResources, providerSchema, resources } from '../../custom-resources';
import type { Schema } from '../../custom-resources/contract/schema';
import { isWhollyKnown, UNKNOWN, type Value, type Values } from '../../custom-resources/contract/value';
import * as proto from '../../provider/proto/gen/tfplugin6';
import { identityBytes } from './corpus';
import { configured, IDS } from './declarations';
import type { Dice } from './dice';
import type { FuzzTarget } from './fuzz';
import { dynamic, ProviderClient, values } from '../support/provider/client';
import { FastClock } from '../support/clocks/fast-clock';
import { definitionBy } from '../support/terraform-in-process/provider';

const NONE = new Uint8Array();
const BUG = 'This is a bug in the provider';

/** A provider in this process that talks to an emulator; anew after each `start`. */
export class FuzzedProvider {
  client = new ProviderClient(definitionBy(new FastClock(1000)));

  constructor(readonly endpoint: string) {}

  async start(): Promise<void> {
    this.client = new ProviderClient(definitionBy(new FastClock(1000)));
    const { diagnostics } = await this.client.configure(this.configuration());
    if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  }

  configuration(): Values {
    const given: Values = {
      region: 'us-east-1',
      endpoint: this.endpoint,
      access_key: 'AKIATEST',
      secret_key: 'secret-of-a-test',
      max_retries: 0,
      consistency_window: '1ms',
      requests_per_second: 1000,
      burst: 1000,
    };
    return {
      ...Object.fromEntries(Object.keys(providerSchema.attributes).map((name) => [name, null])),
      ...Object.fromEntries(Object.keys(providerSchema.blocks).map((name) => [name, []])),
      ...given,
    };
  }
}

interface Told {
  readonly diagnostics: readonly proto.Diagnostic[];
}

const bugIn = ({ diagnostics }: Told): string | undefined => diagnostics.find(({ summary }) => summary === BUG)?.detail;
const failed = ({ diagnostics }: Told): boolean => diagnostics.some(({ severity }) => severity === proto.Diagnostic_Severity.ERROR);

/** What a real Terraform may send, from the configuration on: nothing of it may look like a bug. */
export function fuzzedLifecycles(provider: FuzzedProvider): FuzzTarget {
  return {
    name: 'provider',
    next: (dice) => {
      const kind = dice.below(10);
      if (kind < 6) return lifecycle(provider, dice);
      if (kind < 8) return importing(provider, dice);
      return kind === 8 ? states(provider, dice) : looking(provider, dice);
    },
    refresh: async () => {
      await provider.start();
      return undefined;
    },
  };
}

function lifecycle(provider: FuzzedProvider, dice: Dice): ReturnType<FuzzTarget['next']> {
  const { type, schema } = dice.pick(resources);
  const configs = [configured(dice, type, schema, dice.chance(25)), configured(dice, type, schema, false)];
  return { input: `${type} ${shown(configs)}`, run: () => live(provider.client, type, schema, configs) };
}

/** Validates, plans and applies one configuration after another, reads in between, and destroys in the end. */
async function live(client: ProviderClient, typeName: string, schema: Schema, configs: readonly Values[]): Promise<string | undefined> {
  let state: Values | null = null;
  let known: Uint8Array = NONE;
  for (const config of [...configs, null]) {
    if (config) {
      const request = {
        typeName,
        config: dynamic(schema, config),
        clientCapabilities: { deferralAllowed: false, writeOnlyAttributesAllowed: true },
      };
      const valid = await client.call(
        'ValidateResourceConfig',
        [proto.ValidateResourceConfig_Request, proto.ValidateResourceConfig_Response],
        request,
      );
      if (bugIn(valid)) return bugIn(valid);
      if (failed(valid)) continue;
    } else if (!state) break;
    const change = { typeName, priorState: dynamic(schema, state), config: dynamic(schema, config) };
    const proposed = dynamic(schema, config && withComputed(schema, config, state));
    const plan: proto.PlanResourceChange_Response = await client.call(
      'PlanResourceChange',
      [proto.PlanResourceChange_Request, proto.PlanResourceChange_Response],
      { ...change, proposedNewState: proposed, priorPrivate: known },
    );
    if (bugIn(plan)) return bugIn(plan);
    const replaces = state !== null && plan.requiresReplace.length > 0;
    if (failed(plan) || replaces || (config && !isWhollyKnown(config))) continue;
    const applied: proto.ApplyResourceChange_Response = await client.call(
      'ApplyResourceChange',
      [proto.ApplyResourceChange_Request, proto.ApplyResourceChange_Response],
      { ...change, plannedState: plan.plannedState, plannedPrivate: plan.plannedPrivate },
    );
    if (bugIn(applied)) return bugIn(applied);
    state = values(schema, applied.newState);
    known = applied.private;
    if (!state) continue;
    if (!isWhollyKnown(state)) return `apply left something unknown: ${shown(state)}`;
    const read: proto.ReadResource_Response = await client.call('ReadResource', [proto.ReadResource_Request, proto.ReadResource_Response], {
      typeName,
      currentState: applied.newState,
      private: applied.private,
    });
    if (bugIn(read)) return bugIn(read);
    state = values(schema, read.newState);
    known = read.private;
  }
  return undefined;
}

const withComputed = (schema: Schema, config: Values, state: Values | null): Values =>
  Object.fromEntries(
    Object.entries(config).map(([name, value]) => [
      name,
      value ?? (schema.attributes[name]?.presence.endsWith('computed') ? (state ? (state[name] ?? null) : UNKNOWN) : null),
    ]),
  );

function importing({ client }: FuzzedProvider, dice: Dice): ReturnType<FuzzTarget['next']> {
  const {
    type: typeName,
    schema,
    identity: { attributes },
  } = dice.pick(resources);
  const parts = Array.from({ length: 1 + dice.below(3) }, () => dice.pick(IDS)).join(dice.pick(['/', ',', ':']));
  const id = dice.chance(30) ? parts : dice.text(parts);
  const texts = Object.fromEntries(Object.keys(attributes).map((name) => [name, dice.chance(70) ? dice.pick(IDS) : dice.text('a:b,c')]));
  const identity = dice.chance(40) ? { identityData: { msgpack: identityBytes(attributes, texts) } } : undefined;
  return {
    input: `import ${typeName} ${JSON.stringify(identity ? texts : id)}`,
    run: async () => {
      const imported = await client.call('ImportResourceState', [proto.ImportResourceState_Request, proto.ImportResourceState_Response], {
        typeName,
        id,
        identity,
      });
      const [found] = imported.importedResources;
      if (bugIn(imported) || !found) return bugIn(imported);
      const read = await client.call('ReadResource', [proto.ReadResource_Request, proto.ReadResource_Response], {
        typeName,
        currentState: found.state,
        private: found.private,
      });
      values(schema, read.newState);
      return bugIn(read);
    },
  };
}

/** States as an older or newer version, or a person, may have left them in a state file. */
function states({ client }: FuzzedProvider, dice: Dice): ReturnType<FuzzTarget['next']> {
  const { type: typeName, schema } = dice.pick(resources);
  const config = configured(dice, typeName, schema, false);
  const json = Buffer.from(
    JSON.stringify({ ...config, ...(dice.chance(30) && { [dice.text('name')]: dice.pick<Value>([null, 1, '', [], {}, [[]]]) }) }),
  );
  const upgrade = dice.chance(50);
  return {
    input: `${upgrade ? 'upgrade' : 'move'} ${typeName} ${json.toString()}`,
    run: async () =>
      bugIn(
        upgrade
          ? await client.call('UpgradeResourceState', [proto.UpgradeResourceState_Request, proto.UpgradeResourceState_Response], {
              typeName,
              version: dice.below(3),
              rawState: { json },
            })
          : await client.call('MoveResourceState', [proto.MoveResourceState_Request, proto.MoveResourceState_Response], {
              sourceProviderAddress: dice.pick(['registry.terraform.io/hashicorp/aws', 'terraform.io/builtin/terraform']),
              sourceTypeName: dice.pick(['aws_connect_user', 'terraform_data']),
              sourceSchemaVersion: dice.below(2),
              sourceState: { json },
              targetTypeName: typeName,
            }),
      ),
  };
}

/** A `list` block of a query, of which Terraform takes what it wants. */
function querying({ client }: FuzzedProvider, dice: Dice): ReturnType<FuzzTarget['next']> {
  const { type: typeName, schema } = dice.pick(listResources);
  const config = { ...configured(dice, typeName, schema, false), instance_id: dice.pick(IDS) };
  const more = { includeResourceObject: dice.chance(50), limit: dice.below(5) };
  return {
    input: `list ${typeName} ${shown({ ...config, ...more })}`,
    run: async () => {
      const request = { typeName, config: dynamic(schema, config) };
      const valid = await client.call(
        'ValidateListResourceConfig',
        [proto.ValidateListResourceConfig_Request, proto.ValidateListResourceConfig_Response],
        request,
      );
      if (failed(valid)) return bugIn(valid);
      const events = await client.list({ ...request, ...more });
      return bugIn({ diagnostics: events.flatMap(({ diagnostic }) => diagnostic) });
    },
  };
}

function looking(provider: FuzzedProvider, dice: Dice): ReturnType<FuzzTarget['next']> {
  if (dice.chance(30)) return querying(provider, dice);
  if (dice.chance(50)) {
    const config = configured(dice, 'provider', providerSchema, true);
    const valid = { ...provider.configuration(), ...Object.fromEntries(Object.entries(config).filter(([, value]) => value !== null)) };
    const rpc = [proto.ValidateProviderConfig_Request, proto.ValidateProviderConfig_Response] as const;
    return {
      input: `provider ${shown(valid)}`,
      run: async () => bugIn(await provider.client.call('ValidateProviderConfig', rpc, { config: dynamic(providerSchema, valid) })),
    };
  }
  const { type: typeName, schema } = dice.pick(dataSources);
  const config = {
    ...configured(dice, `data.${typeName}`, schema, false),
    ...('instance_id' in schema.attributes && { instance_id: dice.pick(IDS) }),
  };
  return {
    input: `data ${typeName} ${shown(config)}`,
    run: async () => {
      const request = { typeName, config: dynamic(schema, config) };
      const valid = await provider.client.call(
        'ValidateDataResourceConfig',
        [proto.ValidateDataResourceConfig_Request, proto.ValidateDataResourceConfig_Response],
        request,
      );
      if (failed(valid)) return bugIn(valid);
      return bugIn(await provider.client.call('ReadDataSource', [proto.ReadDataSource_Request, proto.ReadDataSource_Response], request));
    },
  };
}

const shown = (value: unknown): string => JSON.stringify(value).slice(0, 4000);
