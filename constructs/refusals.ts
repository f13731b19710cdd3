import { TerraformElement, TerraformProvider } from 'cdktf';
import type { Diagnostic } from '../custom-resources/contract/diagnostic';
import type { Identity } from '../custom-resources/contract/ledger';
import type { ImportResult } from '../custom-resources/contract/resource';
import type { Attribute, Block, Schema } from '../custom-resources/contract/schema';
import type { PlannedState, Value } from '../custom-resources/contract/value';
import { uncoveredLines } from '../custom-resources/contract/visible';
import { DeclaredInStack } from './duplicates/declared-in-stack';
import { refuseInHcl } from './hcl-refusals';
import { isLiteral } from './literal';
import { textWithLostNumber } from './lost-number';
import { originOf } from './origin';
import { refusalsFromAbove } from './policy';
import { propertyName, withPropertyNames } from './property-names';
import { blocksIn, type Body, bodyIn, type Checked, configurationOf, withPlainSecrets, type Written } from './written-body';

/*
 * What a program says that is wrong for certain is refused at synth, by the checks of the schema and
 * by the resource's own. What depends on a token or on a Terraform expression is left to the plan.
 */

/** The rules of a resource beyond its schema. */
export interface Rules<S> {
  validate?(config: PlannedState<S>): readonly Diagnostic[];
  importState?(id: string): ImportResult<S>;
  identify?(config: PlannedState<S>): readonly Identity[];
}

/** Makes synth fail on what is wrong; CDKTF adds the construct's path to each message, and we the line of a roster. */
export function refuseAtSynth<S>(construct: Checked, schema: Schema, rules: Rules<S> = {}): void {
  const refusals = (written: Written): readonly string[] =>
    [...refusalsOf(construct, written, schema, rules), ...refusalsFromAbove(construct)].map((refusal) =>
      uncoveredLines(`${refusal}${originOf(construct)}`),
    );
  refuseInHcl(construct, schema);
  if (TerraformProvider.isTerraformProvider(construct))
    construct.node.addValidation({ validate: () => [...refusals(construct.toTerraform())] });
  else DeclaredInStack.of(construct).add(construct, { schema, refusals, ...(rules.identify && { identify: rules.identify }) });
}

function refusalsOf<S>(construct: Checked, written: Written, schema: Schema, { validate, importState }: Rules<S>): readonly string[] {
  const body = withPlainSecrets(bodyIn(written, construct), construct, schema);
  const ids = importState === undefined ? [] : (written.import ?? []).map(({ id }) => id).filter(isLiteral);
  const lost = refusalsOfLostNumbers(body);
  if (lost.length > 0) return lost;
  return [
    ...refusalsOfProvider(construct, body),
    ...refusalsOfBody(schema, body),
    ...(validate && isComplete(schema, body) ? errors(validate(configurationOf(schema, body) as PlannedState<S>), schema) : []),
    ...ids.flatMap((id) => errors(importState?.(id).diagnostics ?? [], schema)).map((refusal) => `importFrom: ${refusal}`),
  ];
}

const refusalsOfLostNumbers = (body: Body): string[] =>
  Object.entries(body).flatMap(([name, value]) => {
    const text = textWithLostNumber(value);
    if (text === undefined) return [];
    return [
      `${propertyName(name)} has a number that only Terraform will know, right beside ".", "-", "+" or a digit: "${text}". CDKTF does not recognise the number there. Write Token.asString(...) in place of it`,
    ];
  });

/** Terraform knows providers by their names: that of another stack would be whichever has the name in this one, or none. */
function refusalsOfProvider(construct: Checked, body: Body): string[] {
  const provider = 'provider' in construct ? construct.provider : undefined;
  if (!provider || !TerraformElement.isTerraformElement(provider) || provider.cdktfStack === construct.cdktfStack) return [];
  if (body['provider'] !== provider.fqn) return [];
  return [
    `provider is ${provider.node.path}, which belongs to another stack. Declare a ConnectProvider in the stack ${construct.cdktfStack.node.path}, and use that one`,
  ];
}

/** Whether all is there that must be: CDKTF's types see to it, escape hatches need not. */
const isComplete = (schema: Schema, body: Body): boolean =>
  Object.entries(schema.attributes).every(([name, { presence }]) => presence !== 'required' || isWritten(body[name]));

const errors = (diagnostics: readonly Diagnostic[], schema: Schema): string[] =>
  diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ summary, detail }) => withPropertyNames(`${summary}. ${detail}`, schema));

const refusalsOfBody = (schema: Schema, body: Body): string[] => [
  ...refusalsOfAttributes(schema.attributes, body),
  ...Object.entries(body).flatMap(([name, value]) => {
    const block = schema.blocks[name];
    return block ? refusalsOfBlocks(name, block, blocksIn(value)) : [];
  }),
];

const refusalsOfBlocks = (name: string, { attributes, max = Infinity }: Block, blocks: readonly Body[]): string[] => [
  ...(blocks.length > max ? [`${propertyName(name)} must hold at most ${max}; it holds ${blocks.length}`] : []),
  ...blocks.flatMap((one) => refusalsOfAttributes(attributes, one, name)),
];

const refusalsOfAttributes = (attributes: Readonly<Record<string, Attribute>>, body: Body, block?: string): string[] =>
  Object.entries(body).flatMap(([name, value]) => {
    const check = attributes[name]?.check;
    if (check === undefined || !isWritten(value) || !isLiteral(value)) return [];
    const refusal = check(value as Value);
    return refusal === undefined ? [] : [`${propertyName(block === undefined ? name : `${block}.${name}`)} ${refusal}`];
  });

const isWritten = (value: unknown): boolean => value !== undefined && value !== null;
