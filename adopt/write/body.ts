import type { Attribute, Schema } from '../../custom-resources/contract/schema';
import { schema as quickConnect, type QuickConnectState } from '../../custom-resources/quick-connect/schema';
import { schema as user, type UserState } from '../../custom-resources/user/schema';

/** What a person would declare of a thing: no nulls, nothing empty, no defaults, nothing that Connect computes. */
export interface Body {
  readonly attributes: Readonly<Record<string, Plain>>;
  /** By the name of the block, in the order of the schema. */
  readonly blocks: Readonly<Record<string, readonly PlainValues[]>>;
}

export type Plain = string | number | boolean | readonly string[] | Readonly<Record<string, string>>;
export type PlainValues = Readonly<Record<string, Plain>>;

export const agentBody = (state: UserState): Body => bodyOf(user, state);
export const quickConnectBody = (state: QuickConnectState): Body => bodyOf(quickConnect, state);

function bodyOf(schema: Schema, values: Readonly<Record<string, unknown>>): Body {
  const blocks = Object.entries(schema.blocks)
    .map(([name, block]) => [name, (values[name] as readonly Readonly<Record<string, unknown>>[] | null) ?? [], block] as const)
    .filter(([, elements]) => elements.length > 0)
    .map(([name, elements, block]) => [name, elements.map((element) => declared(block.attributes, element))] as const);
  return { attributes: declared(schema.attributes, values), blocks: Object.fromEntries(blocks) };
}

function declared(attributes: Readonly<Record<string, Attribute>>, values: Readonly<Record<string, unknown>>): PlainValues {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name, { presence, default: usual }]) => presence !== 'computed' && !isEmpty(values[name]) && values[name] !== usual)
      .map(([name]) => [name, values[name] as Plain]),
  );
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);
