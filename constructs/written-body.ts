import { TerraformDataSource, TerraformProvider, type TerraformResource } from 'cdktf';
import type { Attribute, Schema } from '../custom-resources/contract/schema';
import { UNKNOWN, type Value, type Values } from '../custom-resources/contract/value';
import { isLiteral } from './literal';
import { propertyName } from './property-names';

/* What a construct of ours will write into the configuration of its stack, before tokens are resolved. */

export type Checked = TerraformResource | TerraformDataSource | TerraformProvider;

export type Body = Readonly<Record<string, unknown>>;

/** What a construct adds to the configuration. */
export interface Written {
  readonly import?: readonly { readonly id: string }[];
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
  readonly provider?: Readonly<Record<string, readonly Body[]>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, Body>>>>;
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Body>>>>;
}

/** The body, escape hatches of the construct and of its stack included; empty for a resource that has moved elsewhere. */
export function bodyIn(written: Written, construct: Checked): Body {
  const body = ownBodyIn(written, construct);
  return Object.keys(body).length === 0 ? body : merged(body, overriddenByStack(construct));
}

/** As the construct itself writes it. */
export function ownBodyIn(written: Written, construct: Checked): Body {
  const type = construct.terraformResourceType;
  if (TerraformProvider.isTerraformProvider(construct)) return written.provider?.[type]?.[0] ?? {};
  const section = TerraformDataSource.isTerraformDataSource(construct) ? written.data : written.resource;
  return section?.[type]?.[construct.friendlyUniqueId] ?? {};
}

/**
 * What CDKTF writes over that: `stack.addOverride('resource.connect_user.ada.name', ...)`. A provider is known by its place among those
 * of the stack, as in `provider.connect.0.region`.
 */
export function overriddenByStack(construct: Checked): Body {
  const stack = construct.cdktfStack;
  const overrides = (Reflect.get(stack, 'rawOverrides') ?? {}) as Written;
  if (!TerraformProvider.isTerraformProvider(construct)) return ownBodyIn(overrides, construct);
  const ofType = overrides.provider?.[construct.terraformResourceType];
  // A list is of further providers.
  if (!ofType || Array.isArray(ofType)) return {};
  const providers = stack
    .allProviders()
    .filter((one) => one.cdktfStack === stack && one.terraformResourceType === construct.terraformResourceType);
  return ofType[providers.indexOf(construct)] ?? {};
}

/** As CDKTF puts overrides in. */
const merged = (body: Body, overrides: Body): Body => ({
  ...body,
  ...Object.fromEntries(Object.entries(overrides).map(([name, value]) => [name, mergedValue(body[name], value)])),
});

function mergedValue(value: unknown, override: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(override)) return [...(value as unknown[]), ...(override as unknown[])];
  return isBody(value) && isBody(override) ? merged(value, override) : override;
}

const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value) && !isToken(value);

/** CDK Terrain wraps what is write-only in a token of its own, also a plain text; the construct has it as it was given. */
export function withPlainSecrets(body: Body, construct: Checked, schema: Schema): Body {
  const wrapped = Object.keys(body).filter((name) => schema.attributes[name]?.writeOnly && isToken(body[name]));
  return { ...body, ...Object.fromEntries(wrapped.map((name) => [name, Reflect.get(construct, `${propertyName(name)}Input`)])) };
}

const isToken = (value: unknown): boolean => typeof value === 'object' && value !== null && 'resolve' in value;

/** One block is written as an object, several as a list of them. */
export const blocksIn = (value: unknown): readonly Body[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is Body => typeof one === 'object' && one !== null);

/** The body as Terraform hands it to the provider; what a token or an expression stands for is unknown. */
export function configurationOf(schema: Schema, body: Body): Values {
  const config = attributesOf(schema.attributes, body);
  for (const [name, { nesting, attributes }] of Object.entries(schema.blocks)) {
    const value = body[name];
    if (value === undefined || value === null) config[name] = nesting === 'single' ? null : [];
    else if (!isWritten(value)) config[name] = UNKNOWN;
    else {
      const blocks = blocksIn(value).map((one) => attributesOf(attributes, one));
      config[name] = nesting === 'single' ? (blocks[0] ?? null) : blocks;
    }
  }
  return config;
}

/** Not a token that stands for the blocks as a whole, and not a "dynamic" block. */
const isWritten = (value: unknown): boolean =>
  (Array.isArray(value) ? value : [value]).every((one) => typeof one === 'object' && one !== null && !('resolve' in one));

function attributesOf(attributes: Readonly<Record<string, Attribute>>, body: Body): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const name in attributes) values[name] = known(body[name]);
  return values;
}

function known(value: unknown): Value {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string' && !one.startsWith('#{'))) return value.map(known);
  return isLiteral(value) ? (value as Value) : UNKNOWN;
}
