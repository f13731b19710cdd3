import { PROVIDER_SOURCE } from '../../constructs/provider-address';
import { idsOf } from '../ids';
import type { Adopted, AdoptedAgent, AdoptedGroup, Grouping } from '../model';
import { agentBody } from './agent-body';
import { agentsTogether } from './grouping';
import { blockText, Expression, type HclBlock, type HclValue } from './hcl-text';
import { lookups, type Lookups } from './lookups';

/** Terraform's own language: agents by file, names looked up, the import blocks in a file of their own. */
export function hclFiles(adopted: Adopted, grouping: Grouping): ReadonlyMap<string, string> {
  const code = codeOf(adopted);
  const together = agentsTogether(adopted, grouping);
  const files = idsOf(together.keys(), '-');
  const memberships = adopted.groups.flatMap((group) => membershipsOf(group, code));
  return new Map([
    ['main.tf', texts(mainBlocks(adopted, code.looked))],
    ...[...together].map(
      ([group, agents]) => [`agents-${files.get(group)}.tf`, texts(agents.map((one) => agentBlock(one, code)))] as const,
    ),
    ...(memberships.length > 0 ? [['groups.tf', texts(memberships.map(({ block }) => block))] as const] : []),
    [
      'imports.tf',
      `${IMPORTS}\n${texts([...adopted.agents.map((agent) => agentImport(agent, code)), ...memberships.map((one) => importBlock(one.address, one.id))])}`,
    ],
  ]);
}

const IMPORTS = '# What is there already. Once applied, this file can be deleted.\n';

const texts = (blocks: readonly HclBlock[]): string => blocks.map((block) => blockText(block)).join('\n');

/** What is called how in the code. */
interface Code {
  readonly instanceId: string;
  readonly looked: Lookups;
  /** Of an agent, by user id: the name of its resource. */
  readonly agents: ReadonlyMap<string, string>;
  /** Of a group, by its id. */
  readonly groups: ReadonlyMap<string, string>;
}

function codeOf(adopted: Adopted): Code {
  const agents = idsOf(
    adopted.agents.map(({ state }) => state.name),
    '_',
  );
  const groups = idsOf(
    adopted.groups.map(({ name }) => name),
    '_',
  );
  return {
    instanceId: adopted.instance.id,
    looked: lookups(adopted),
    agents: new Map(adopted.agents.map(({ state, userId }) => [userId, agents.get(state.name) ?? userId])),
    groups: new Map(adopted.groups.map(({ id, name }) => [id, groups.get(name) ?? id])),
  };
}

const INSTANCE = new Expression('local.instance_id');

const mainBlocks = ({ instance, provider }: Adopted, looked: Lookups): readonly HclBlock[] => [
  {
    header: ['terraform'],
    attributes: {},
    blocks: [{ header: ['required_providers'], attributes: { connect: { source: PROVIDER_SOURCE } } }],
  },
  { header: ['provider', 'connect'], attributes: provider },
  { header: ['locals'], attributes: { instance_id: instance.id } },
  ...looked.all.map(({ type, id, by }): HclBlock => ({ header: ['data', type, id], attributes: { instance_id: INSTANCE, ...by } })),
];

function agentBlock({ state, userId }: AdoptedAgent, { looked, agents }: Code): HclBlock {
  const { attributes, blocks } = agentBody(state);
  const { routing_profile_id: routing, security_profile_ids: security, hierarchy_group_id: hierarchy } = state;
  const named: Readonly<Record<string, HclValue>> = {
    instance_id: INSTANCE,
    routing_profile_id: reference(looked.routingProfile(routing), routing),
    security_profile_ids: security.map((id) => reference(looked.securityProfile(id), id)),
    ...(hierarchy !== null && { hierarchy_group_id: reference(looked.hierarchyGroup(hierarchy), hierarchy) }),
  };
  return {
    header: ['resource', 'connect_user', agents.get(userId) ?? userId],
    attributes: { ...attributes, ...named },
    blocks: Object.entries(blocks).flatMap(([name, elements]) => elements.map((attributes) => ({ header: [name] as const, attributes }))),
  };
}

const reference = (address: string | undefined, id: string): HclValue => (address === undefined ? id : new Expression(address));

interface MembershipCode {
  readonly block: HclBlock;
  readonly address: string;
  /** For `terraform import`. */
  readonly id: string;
}

function membershipsOf({ id, userIds, whole }: AdoptedGroup, { instanceId, looked, agents, groups }: Code): readonly MembershipCode[] {
  const of = { instance_id: INSTANCE, traffic_distribution_group_id: reference(looked.group(id), id) };
  const group = groups.get(id) ?? id;
  const user = (userId: string): HclValue => new Expression(`connect_user.${agents.get(userId)}.user_id`);
  const made = (type: string, name: string, attributes: Readonly<Record<string, HclValue>>, importId: string): MembershipCode => ({
    block: { header: ['resource', type, name], attributes: { ...of, ...attributes } },
    address: `${type}.${name}`,
    id: importId,
  });
  if (whole) return [made('connect_traffic_distribution_group_users', group, { user_ids: userIds.map(user) }, `${instanceId},${id}`)];
  return userIds.map((userId) =>
    made(
      'connect_traffic_distribution_group_user',
      `${group}_${agents.get(userId)}`,
      { user_id: user(userId) },
      `${instanceId},${id},${userId}`,
    ),
  );
}

const agentImport = ({ userId }: AdoptedAgent, { instanceId, agents }: Code): HclBlock =>
  importBlock(`connect_user.${agents.get(userId)}`, `${instanceId}:${userId}`);

const importBlock = (to: string, id: string): HclBlock => ({ header: ['import'], attributes: { to: new Expression(to), id } });
