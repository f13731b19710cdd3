import type { Diagnostic } from '../custom-resources/contract/diagnostic';
import type { Attribute, Block, Schema } from '../custom-resources/contract/schema';
import type { PlannedState, Value, Values } from '../custom-resources/contract/value';
import { isLiteral } from './literal';
import { originOf } from './origin';
import { propertyName, withPropertyNames } from './property-names';
import { refuseDuplicatesAtSynth } from './duplicates/refuse';
import { blocksIn, type Body, type Checked, configurationOf, takeBody } from './written-body';

/*
 * What a program says that is wrong for certain is refused at synth, by the checks of the schema and
 * by the resource's own. What depends on a token or on a Terraform expression is left to the plan.
 */

/** Makes synth fail on what is wrong; CDKTF adds the construct's path to each message, and we the line of a roster. */
export function refuseAtSynth<S>(
  construct: Checked,
  schema: Schema,
  validate: (config: PlannedState<S>) => readonly Diagnostic[] = () => [],
): void {
  construct.node.addValidation({
    validate: () => {
      const body = takeBody(construct);
      if (Object.keys(body).length === 0) return [];
      const config = configurationOf(schema, body);
      const diagnostics = isComplete(schema, config) ? validate(config as PlannedState<S>) : [];
      const found = [...refusals(schema, body), ...diagnostics.filter(({ severity }) => severity === 'error').map(worded(schema))];
      const origin = originOf(construct);
      return origin === undefined ? found : found.map((refusal) => `${refusal} (${origin})`);
    },
  });
  refuseDuplicatesAtSynth(construct, schema);
}

/** Whether all is there that must be: CDKTF's types see to it, escape hatches need not. */
const isComplete = (schema: Schema, config: Values): boolean =>
  Object.entries(schema.attributes).every(([name, { presence }]) => presence !== 'required' || config[name] !== null);

const worded =
  (schema: Schema) =>
  ({ summary, detail }: Diagnostic): string =>
    withPropertyNames(`${summary}: ${detail}`, schema);

const refusals = (schema: Schema, body: Body): string[] => [
  ...refusalsOfAttributes(schema.attributes, body, ''),
  ...Object.entries(schema.blocks).flatMap(([name, block]) => refusalsOfBlocks(propertyName(name), block, blocksIn(body[name]))),
];

const refusalsOfBlocks = (property: string, { attributes, max = Infinity }: Block, blocks: readonly Body[]): string[] => [
  ...(blocks.length > max ? [`${property} must hold at most ${max}; it holds ${blocks.length}`] : []),
  ...blocks.flatMap((one) => refusalsOfAttributes(attributes, one, `${property}.`)),
];

const refusalsOfAttributes = (attributes: Readonly<Record<string, Attribute>>, body: Body, prefix: string): string[] =>
  Object.entries(attributes).flatMap(([name, { check }]) => {
    const value = body[name];
    if (check === undefined || !isWritten(value) || !isLiteral(value)) return [];
    const refusal = check(value);
    return refusal === undefined ? [] : [`${prefix}${propertyName(name)} ${refusal}`];
  });

const isWritten = (value: unknown): value is Value => value !== undefined && value !== null;
