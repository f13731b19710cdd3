import { TerraformDataSource, TerraformProvider, type TerraformResource, Token } from 'cdktf';
import type { Attribute, Block, Schema } from '../custom-resources/contract/schema';
import { UNKNOWN, type Value, type Values } from '../custom-resources/contract/value';
import { isLiteral } from './literal';

/* What a construct of ours will write into the configuration of its stack, before tokens are resolved. */

export type Checked = TerraformResource | TerraformDataSource | TerraformProvider;

export type Body = Readonly<Record<string, unknown>>;

/** The body, escape hatches included; empty for a resource that has moved elsewhere. */
export function bodyIn(written: Written, construct: Checked): Body {
  const type = construct.terraformResourceType;
  if (TerraformProvider.isTerraformProvider(construct)) return written.provider?.[type]?.[0] ?? {};
  const section = TerraformDataSource.isTerraformDataSource(construct) ? written.data : written.resource;
  return section?.[type]?.[construct.friendlyUniqueId] ?? {};
}

/** What a construct adds to the configuration. */
export interface Written {
  readonly import?: readonly { readonly id: string }[];
  readonly provider?: Readonly<Record<string, readonly Body[]>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, Body>>>>;
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Body>>>>;
}

/** One block is written as an object, several as a list of them. */
export const blocksIn = (value: unknown): readonly Body[] =>
  [value].flat().filter((one): one is Body => typeof one === 'object' && one !== null);

/** The body as Terraform hands it to the provider; what a token or an expression stands for is unknown. */
export const configurationOf = (schema: Schema, body: Body): Values => ({
  ...attributesOf(schema.attributes, body),
  ...Object.fromEntries(Object.entries(schema.blocks).map(([name, block]) => [name, blockOf(block, body[name])])),
});

function blockOf(block: Block, value: unknown): Value {
  if (value !== undefined && value !== null && !isWritten(value)) return UNKNOWN;
  const blocks = blocksIn(value).map((one) => attributesOf(block.attributes, one));
  return block.nesting === 'single' ? (blocks[0] ?? null) : blocks;
}

/** Not a token that stands for the blocks as a whole, and not a "dynamic" block. */
const isWritten = (value: unknown): boolean =>
  [value].flat().every((one) => typeof one === 'object' && one !== null && !('resolve' in one));

const attributesOf = (attributes: Readonly<Record<string, Attribute>>, body: Body): Values =>
  Object.fromEntries(Object.keys(attributes).map((name) => [name, known(body[name])]));

function known(value: unknown): Value {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value) && !Token.isUnresolved(value)) return value.map(known);
  return isLiteral(value) ? (value as Value) : UNKNOWN;
}

const prepared = new WeakMap<Checked, Written>();

/** What the construct will write, kept for the next `takeWritten`: to write it is most of what a check at synth costs. */
export function prepareWritten(construct: Checked): Written {
  const written: Written = construct.toTerraform();
  prepared.set(construct, written);
  return written;
}

/** What was prepared, once; else what the construct will write. */
export function takeWritten(construct: Checked): Written {
  const written = prepared.get(construct) ?? construct.toTerraform();
  prepared.delete(construct);
  return written;
}
