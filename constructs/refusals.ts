import { TerraformDataSource, TerraformProvider, type TerraformResource } from 'cdktf';
import type { ImportResult } from '../custom-resources/contract/resource';
import type { Attribute, Schema } from '../custom-resources/contract/schema';
import type { Value } from '../custom-resources/contract/value';
import { isLiteral } from './literal';

/*
 * What a program says that is wrong for certain is refused at synth, by the checks of the schema.
 * What depends on a token or on a Terraform expression is left to the plan.
 */

type Checked = TerraformResource | TerraformDataSource | TerraformProvider;

/**
 * Makes synth fail on what the schema's checks refuse, and on an id that cannot be imported; CDKTF adds the construct's path to each
 * message.
 */
export const refuseAtSynth = (construct: Checked, schema: Schema, importState?: ImportState): void =>
  construct.node.addValidation({
    validate: () => {
      const written: Written = construct.toTerraform();
      return [...refusals(schema, bodyIn(written, construct)), ...(importState ? refusalsOfImport(written, importState) : [])];
    },
  });

type ImportState = (id: string) => ImportResult<unknown>;

const refusalsOfImport = ({ import: blocks }: Written, importState: ImportState): string[] =>
  (blocks ?? [])
    .flatMap(({ id }) => (isLiteral(id) ? (importState(id).diagnostics ?? []) : []))
    .map(({ summary, detail }) => `importFrom: ${summary}. ${detail ?? ''}`);

type Body = Readonly<Record<string, unknown>>;

/** The body as it will be written, escape hatches included; empty for a resource that has moved elsewhere. */
function bodyIn(written: Written, construct: Checked): Body {
  const type = construct.terraformResourceType;
  if (TerraformProvider.isTerraformProvider(construct)) return written.provider?.[type]?.[0] ?? {};
  const section = TerraformDataSource.isTerraformDataSource(construct) ? written.data : written.resource;
  return section?.[type]?.[construct.friendlyUniqueId] ?? {};
}

interface Written {
  readonly import?: readonly { readonly id: string }[];
  readonly provider?: Readonly<Record<string, readonly Body[]>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, Body>>>>;
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Body>>>>;
}

const refusals = (schema: Schema, body: Body): string[] => [
  ...refusalsOfAttributes(schema.attributes, body, ''),
  ...Object.entries(schema.blocks).flatMap(([name, block]) =>
    blocksIn(body[name]).flatMap((one) => refusalsOfAttributes(block.attributes, one, `${propertyName(name)}.`)),
  ),
];

/** One block is written as an object, several as a list of them. */
const blocksIn = (value: unknown): readonly Body[] => [value].flat().filter((one): one is Body => typeof one === 'object' && one !== null);

const refusalsOfAttributes = (attributes: Readonly<Record<string, Attribute>>, body: Body, prefix: string): string[] =>
  Object.entries(attributes).flatMap(([name, { check }]) => {
    const value = body[name];
    if (check === undefined || !isWritten(value) || !isLiteral(value)) return [];
    const refusal = check(value);
    return refusal === undefined ? [] : [`${prefix}${propertyName(name)} ${refusal}`];
  });

const isWritten = (value: unknown): value is Value => value !== undefined && value !== null;

/** The name by which CDKTF programs know an attribute. */
const propertyName = (attribute: string): string => attribute.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
