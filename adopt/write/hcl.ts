import { PROVIDER_SOURCE } from '../../constructs/provider-address';
import { idsOf } from '../ids';
import type { Adopted, AdoptedAgent, AdoptedGroup, Grouping } from '../model';
import { agentBody } from './body';
import { agentsTogether } from './grouping';
import { codeOf, type HclCode, importBlock, INSTANCE, reference } from './hcl-code';
import { flowLocals, quickConnectBlock, quickConnectImport } from './hcl-quick-connects';
import { blockText, Expression, type HclBlock, type HclValue } from './hcl-text';

/** Terraform's own language: agents by file, names looked up, the import blocks in a file of their own. */
export function hclFiles(adopted: Adopted, grouping: Grouping): ReadonlyMap<string, string> {
  const code = codeOf(adopted);
  const together = agentsTogether(adopted, grouping);
  const files = idsOf(together.keys(), '-');
  const memberships = adopted.groups.flatMap((group) => membershipsOf(group, code));
  const imports = [
    ...adopted.agents.map((agent) => agentImport(agent, code)),
    ...memberships.map(({ address, id }) => importBlock(address, id)),
    ...adopted.quickConnects.map((one) => quickConnectImport(one, code)),
  ];
  return new Map([
    ['main.tf', texts(mainBlocks(adopted, code))],
    ...[...together].map(
      ([group, agents]) => [`agents-${files.get(group)}.tf`, texts(agents.map((one) => agentBlock(one, code)))] as const,
    ),
    ...(memberships.length > 0 ? [['groups.tf', texts(memberships.map(({ block }) => block))] as const] : []),
    ...(adopted.quickConnects.length > 0
      ? [['quick-connects.tf', texts(adopted.quickConnects.map((one) => quickConnectBlock(one, code)))] as const]
      : []),
    ['imports.tf', `${IMPORTS}\n${texts(imports)}`],
  ]);
}

const IMPORTS = '# What is there already. Once applied, this file can be deleted.\n';

const texts = (blocks: readonly HclBlock[]): string => blocks.map((block) => blockText(block)).join('\n');

const mainBlocks = ({ instance, provider }: Adopted, code: HclCode): readonly HclBlock[] => [
  {
    header: ['terraform'],
    attributes: {},
    blocks: [{ header: ['required_providers'], attributes: { connect: { source: PROVIDER_SOURCE } } }],
  },
  { header: ['provider', 'connect'], attributes: provider },
  { header: ['locals'], attributes: { instance_id: instance.id, ...flowLocals(code) } },
  ...code.looked.all.map(({ type, id, by }): HclBlock => ({ header: ['data', type, id], attributes: { instance_id: INSTANCE, ...by } })),
];

function agentBlock({ state, userId }: AdoptedAgent, { looked, agents }: HclCode): HclBlock {
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

interface MembershipCode {
  readonly block: HclBlock;
  readonly address: string;
  /** For `terraform import`. */
  readonly id: string;
}

function membershipsOf({ id, userIds, whole }: AdoptedGroup, { instanceId, looked, agents, groups }: HclCode): readonly MembershipCode[] {
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
      `${group}__${agents.get(userId)}`,
      { user_id: user(userId) },
      `${instanceId},${id},${userId}`,
    ),
  );
}

const agentImport = ({ userId }: AdoptedAgent, { instanceId, agents }: HclCode): HclBlock =>
  importBlock(`connect_user.${agents.get(userId)}`, `${instanceId}:${userId}`);
