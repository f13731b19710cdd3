import { constructId } from '../../constructs/contact-centre/construct-id';
import { idsOfThings } from '../ids';
import type { Adopted, AdoptedQuickConnect } from '../model';
import { nameOf } from '../unique-names';
import { quickConnectBody, type PlainValues } from './body';
import { contactFlows } from './contact-flows';
import { Code, camelCase, importing, PACKAGE, property, type TsValue, text, valueText } from './typescript-text';

/** The construct ids of quick connects, by the ids that Connect gave them. */
export const quickConnectIds = (quickConnects: readonly AdoptedQuickConnect[]): ReadonlyMap<string, string> => {
  const names = new Map(quickConnects.map(({ state, quickConnectId }) => [quickConnectId, state.name]));
  const unique = nameOf(names);
  return new Map([...names].map(([id, name]) => [id, constructId(unique(id) ?? `${name} ${id}`)]));
};

/** Quick connects in code, as a function that declares them. */
export function quickConnectsModule({ quickConnects, agents, names }: Adopted): string {
  const ids = quickConnectIds(quickConnects);
  const flows = contactFlows(quickConnects).map(({ id, name }) => ({ id, constant: name.toUpperCase() }));
  const queues = queueNames(quickConnects, names.queues);
  const code: References = {
    agents: new Map(agents.map(({ userId, state }) => [userId, constructId(state.name)])),
    flow: (id) => constantOr(flows.find((flow) => flow.id === id)?.constant, id),
    queue: (id) => constantOr(queues.has(id) ? `queues.${queues.get(id)?.label}` : undefined, id),
  };
  const made = quickConnects.map((one) => `    ${declarationOf(one, ids.get(one.quickConnectId) ?? one.quickConnectId, code)},\n`);
  const ofAgents = made.some((line) => line.includes('...toAgent('));
  return [
    importing(
      [...(ofAgents ? ['type Agent'] : []), 'type ContactCentre', ...(queues.size > 0 ? ['DataConnectQueue'] : []), 'QuickConnect'],
      PACKAGE,
    ),
    `${importing(['Construct'], 'constructs')}\n`,
    ...flows.map(({ id, constant }) => `const ${constant} = ${text(id)};\n`),
    `\n/** Quick connects, with the queues that offer them.${ofAgents ? ' That of an agent who is no longer declared goes along.' : ''} */\n`,
    `export function quickConnects(\n  scope: Construct,\n  { instanceId }: ContactCentre,\n${ofAgents ? '  agents: ReadonlyMap<string, Agent>,\n' : ''}): readonly QuickConnect[] {\n`,
    `  const directory = new Construct(scope, 'quick-connects');\n`,
    queues.size > 0 ? queuesCode([...queues.values()]) : '',
    ofAgents ? TO_AGENT : '',
    `  return [\n${made.join('')}  ];\n}\n`,
  ].join('');
}

interface References {
  /** Construct ids by user id. */
  readonly agents: ReadonlyMap<string, string>;
  flow(id: string): TsValue;
  queue(id: string): TsValue;
}

const constantOr = (constant: string | undefined, id: string): TsValue => (constant === undefined ? id : new Code(constant));

const TO_AGENT = `  const toAgent = (id: string, make: (userId: string) => QuickConnect): readonly QuickConnect[] => {
    const agent = agents.get(id);
    return agent ? [make(agent.userId)] : [];
  };
`;

interface NamedQueue {
  readonly label: string;
  readonly name: string;
}

/** The queues that quick connects refer to, where a name tells which. */
function queueNames(quickConnects: readonly AdoptedQuickConnect[], names: ReadonlyMap<string, string>): ReadonlyMap<string, NamedQueue> {
  const unique = nameOf(names);
  const used = quickConnects.flatMap(({ state }) => [...(state.queue_ids ?? []), ...state.queue_config.map(({ queue_id }) => queue_id)]);
  const named = new Map(used.flatMap((id) => (unique(id) === undefined ? [] : [[id, unique(id) ?? ''] as const])));
  return new Map([...idsOfThings(named, '_')].map(([id, label]) => [id, { label: camelCase(label), name: named.get(id) ?? '' }]));
}

const queuesCode = (queues: readonly NamedQueue[]): string => {
  const lines = [...queues]
    .sort((a, b) => (a.label < b.label ? -1 : 1))
    .map(({ label, name }) => {
      const looked = `new DataConnectQueue(lookups, ${text(constructId(name))}, { instanceId, name: ${text(name)} })`;
      return `    ${property(label)}: ${looked}.queueId,\n`;
    });
  return `  const lookups = new Construct(scope, 'queues');\n  const queues = {\n${lines.join('')}  };\n`;
};

function declarationOf({ state }: AdoptedQuickConnect, id: string, code: References): string {
  const { attributes, blocks } = quickConnectBody(state);
  const others = Object.entries(attributes).filter(([name]) => name !== 'instance_id' && name !== 'queue_ids');
  const queues = (state.queue_ids ?? []).map((queue) => code.queue(queue));
  const properties: Readonly<Record<string, TsValue>> = {
    instanceId: new Code('instanceId'),
    ...Object.fromEntries(others.map(([name, value]) => [camelCase(name), value])),
    ...Object.fromEntries(Object.entries(blocks).map(([name, [target]]) => [camelCase(name), targetOf(target ?? {}, code)])),
    ...(queues.length > 0 && { queueIds: queues }),
  };
  const made = `new QuickConnect(directory, ${text(id)}, ${valueText(properties)})`;
  const [user] = state.user_config;
  return user ? `...toAgent(${text(code.agents.get(user.user_id) ?? user.user_id)}, (userId) => ${made})` : made;
}

const targetOf = (target: PlainValues, code: References): Readonly<Record<string, TsValue>> =>
  Object.fromEntries(
    Object.entries(target).map(([name, value]) => {
      if (name === 'user_id') return ['userId', new Code('userId')];
      if (name === 'queue_id') return ['queueId', code.queue(String(value))];
      return [camelCase(name), name === 'contact_flow_id' ? code.flow(String(value)) : value];
    }),
  );
