import { idsOfThings } from '../ids';
import type { Adopted } from '../model';
import { contactFlows } from './contact-flows';
import { Expression, type HclBlock, type HclValue } from './hcl-text';
import { lookups, type Lookups } from './lookups';

/** What is called how in the code. */
export interface HclCode {
  readonly instanceId: string;
  readonly looked: Lookups;
  /** Of an agent, by user id: the name of its resource. */
  readonly agents: ReadonlyMap<string, string>;
  /** Of a group, by its id. */
  readonly groups: ReadonlyMap<string, string>;
  /** Of a quick connect, by its id. */
  readonly quickConnects: ReadonlyMap<string, string>;
  /** Of a flow, by its id: its local value. */
  readonly flows: ReadonlyMap<string, string>;
}

export function codeOf(adopted: Adopted): HclCode {
  const { agents, groups, quickConnects, instance } = adopted;
  return {
    instanceId: instance.id,
    looked: lookups(adopted),
    agents: idsOfThings(new Map(agents.map(({ state, userId }) => [userId, state.name])), '_'),
    groups: idsOfThings(new Map(groups.map(({ id, name }) => [id, name])), '_'),
    quickConnects: idsOfThings(new Map(quickConnects.map(({ state, quickConnectId }) => [quickConnectId, state.name])), '_'),
    flows: new Map(contactFlows(quickConnects).map(({ id, name }) => [id, name])),
  };
}

export const INSTANCE = new Expression('local.instance_id');

/** A thing that is looked up, or its id. */
export const reference = (address: string | undefined, id: string): HclValue => (address === undefined ? id : new Expression(address));

export const importBlock = (to: string, id: string): HclBlock => ({ header: ['import'], attributes: { to: new Expression(to), id } });
