import { DefaultTokenResolver, StringConcat, TerraformStack, Token, Tokenization } from 'cdktf';
import type { Identity } from '../../custom-resources/contract/ledger';
import type { Attribute, Schema } from '../../custom-resources/contract/schema';
import { type PlannedState, UNKNOWN, type Value } from '../../custom-resources/contract/value';
import type { Body, Checked } from '../written-body';

/** Gives one text for all expressions that stand for one thing. */
export type Alike = (thing: string) => string;

/** As the resource says it of a plan. */
export type Identify<S> = (config: PlannedState<S>) => readonly Identity[];

/**
 * Which things a construct declares, in words that are equal where two constructs declare the same thing. None for what `count` or
 * `for_each` repeats, and for what is not declared completely.
 */
export function identitiesOf<S>(construct: Checked, schema: Schema, body: Body, identify: Identify<S>, alike: Alike): readonly Identity[] {
  if (isRepeated(body)) return [];
  const attributes = Object.entries(schema.attributes);
  if (attributes.some(([name, { presence }]) => presence === 'required' && (body[name] ?? null) === null)) return [];
  const config = Object.fromEntries(attributes.map(([name, attribute]) => [name, comparable(construct, attribute, body[name], alike)]));
  return identify(config as PlannedState<S>);
}

/** All that a data source asks for, in such words; nothing where it is repeated, or not all of it is text. */
export function textsOf(construct: Checked, schema: Schema, body: Body, alike: Alike): readonly Value[] | undefined {
  const asked = Object.entries(schema.attributes).map(([name, attribute]) => comparable(construct, attribute, body[name], alike));
  return isRepeated(body) || asked.includes(UNKNOWN) ? undefined : asked;
}

/** How the attributes of a data source name what it found. */
export const thingOf = ({ terraformResourceType, friendlyUniqueId }: Checked): string =>
  `\${data.${terraformResourceType}.${friendlyUniqueId}}`;

const isRepeated = (body: Body): boolean => body['count'] !== undefined || body['for_each'] !== undefined;

/** The text, whatever its spelling: an id and an ARN name the same thing, and so do the attributes of a construct that give them. */
function comparable(construct: Checked, { canonical }: Attribute, value: unknown, alike: Alike): Value {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') return UNKNOWN;
  if (!Token.isUnresolved(value)) return alike(thingIn(canonical?.(value) ?? value));
  const resolved: unknown = Tokenization.resolve(value, { scope: construct, resolver, preparing: false });
  return typeof resolved === 'string' ? alike(`${thingIn(resolved)}${elsewhere(construct, value)}`) : UNKNOWN;
}

/** Which other stack a reference is of, or nothing: until CDKTF prepares the stacks, as `Testing.synth` never does, it gives no sign of it. */
function elsewhere({ cdktfStack }: Checked, reference: string): string {
  const stacks = Tokenization.reverseString(reference).tokens.map((token): unknown => Reflect.get(token, 'originStack'));
  const other = stacks.find((stack): stack is TerraformStack => TerraformStack.isStack(stack) && stack !== cdktfStack);
  return other === undefined ? '' : ` of the stack ${other.node.path}`;
}

/**
 * What gives the id or ARN of a thing of Amazon Connect itself, ours or of the AWS provider: `connect_user.ada.user_id`,
 * `connect_user.team["ada"].arn`. The name of a variable or an output may end so, too.
 */
const OF_ONE_THING = /^\$\{((?:data\.)?(?:aws_)?connect_(\w+)\.[\w-]+(?:\[[^\]]*\])?)\.(?:id|arn|\2_id)\}$/;

const thingIn = (expression: string): string => expression.replace(OF_ONE_THING, '${$1}');

const resolver = new DefaultTokenResolver(new StringConcat());
