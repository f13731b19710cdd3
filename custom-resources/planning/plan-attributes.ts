import type { PathStep } from '../contract/diagnostic';
import type { Attribute, Block, Schema } from '../contract/schema';
import { isUnknown, type PlannedState, UNKNOWN, type Value, type Values } from '../contract/value';
import { equalValues } from '../values/equality';

export interface AttributePlan<S> {
  readonly planned: PlannedState<S>;
  /** Attributes that changed and whose change replaces the resource. */
  readonly replace: readonly (readonly PathStep[])[];
}

/**
 * The part of a plan that the schema alone decides: what is configured is planned; another spelling
 * of the prior value keeps the prior one; what the provider computes stays as it was, or is unknown
 * on create, or is its default; write-only values are never planned. Terraform's own rules allow nothing else.
 */
export function planAttributes<S extends object>(
  schema: Schema,
  priorState: S | undefined,
  configuration: PlannedState<S>,
): AttributePlan<S> {
  const prior = priorState as Values | undefined;
  const config = configuration as Values;
  const planned: Record<string, Value> = {};
  const replace: string[][] = [];
  for (const [name, attribute] of Object.entries(schema.attributes)) {
    const before = prior?.[name] ?? null;
    const after = planAttribute(attribute, prior === undefined, before, config[name] ?? null);
    planned[name] = after;
    if (attribute.replaces && prior && !equalValues(attribute.type, before, after)) replace.push([name]);
  }
  for (const [name, block] of Object.entries(schema.blocks)) {
    planned[name] = planBlock(block, prior?.[name] ?? null, config[name] ?? null);
  }
  return { planned: planned as PlannedState<S>, replace };
}

function planAttribute(attribute: Attribute, creating: boolean, prior: Value, config: Value): Value {
  if (attribute.writeOnly) return null;
  const providers = attribute.presence === 'computed' || (attribute.presence === 'optional-computed' && config === null);
  if (providers) return attribute.default ?? (creating ? UNKNOWN : prior);
  return isAnotherSpelling(attribute, prior, config) ? prior : config;
}

function isAnotherSpelling({ canonical }: Attribute, prior: Value, config: Value): boolean {
  if (!canonical) return false;
  const form = (value: Value): string | undefined => (typeof value === 'string' ? canonical(value) : undefined);
  if (!Array.isArray(prior) || !Array.isArray(config)) return form(prior) !== undefined && form(prior) === form(config);
  const before = new Set(prior.map(form));
  return prior.length === config.length && config.every((element: Value) => typeof element === 'string' && before.has(canonical(element)));
}

function planBlock(block: Block, prior: Value, config: Value): Value {
  if (block.nesting !== 'list' || !Array.isArray(config)) return config;
  const before: readonly Value[] = Array.isArray(prior) ? prior : [];
  return config.map((element: Value, index) => planElement(block, asObject(before[index] ?? null), element));
}

function planElement(block: Block, prior: Values | undefined, config: Value): Value {
  const element = asObject(config);
  if (!element) return config;
  return Object.fromEntries(
    Object.entries(block.attributes).map(([name, attribute]) => [
      name,
      planAttribute(attribute, prior === undefined, prior?.[name] ?? null, element[name] ?? null),
    ]),
  );
}

/** A plan as a state: what the provider computes, and does not know yet, is null. */
export const settled = <S extends object>(planned: PlannedState<S>): S =>
  Object.fromEntries(Object.entries<unknown>(planned).map(([name, value]) => [name, isUnknown(value) ? null : value])) as S;

const asObject = (value: Value): Values | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isUnknown(value) ? (value as Values) : undefined;
