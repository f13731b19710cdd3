import type { Attribute, Block } from '../../custom-resources/contract/schema';
import type { Value } from '../../custom-resources/contract/value';
import { schema, type UserState } from '../../custom-resources/user/schema';

/** What a person would declare of an agent: no nulls, nothing empty, no defaults, nothing that Connect computes. */
export interface AgentBody {
  readonly attributes: Readonly<Record<string, Plain>>;
  /** By the name of the block, in the order of the schema. */
  readonly blocks: Readonly<Record<string, readonly Readonly<Record<string, Plain>>[]>>;
}

export type Plain = string | number | boolean | readonly string[] | Readonly<Record<string, string>>;

export function agentBody(state: UserState): AgentBody {
  const values: Readonly<Record<string, unknown>> = state;
  const blocks = Object.entries<Block>(schema.blocks)
    .map(([name, block]) => [name, (values[name] as readonly Readonly<Record<string, Value>>[] | null) ?? [], block] as const)
    .filter(([, elements]) => elements.length > 0)
    .map(([name, elements, block]) => [name, elements.map((element) => declared(block.attributes, element))] as const);
  return { attributes: declared(schema.attributes, values), blocks: Object.fromEntries(blocks) };
}

function declared(
  attributes: Readonly<Record<string, Attribute>>,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Plain>> {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name, { presence, default: usual }]) => presence !== 'computed' && !isEmpty(values[name]) && values[name] !== usual)
      .map(([name]) => [name, values[name] as Plain]),
  );
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);
