import { mapValues } from '../contract/cty-type';
import type { IdentityAttribute } from '../contract/identity';
import type { ImportResult, ResourceIdentity } from '../contract/resource';
import { isUnknown, type PlannedState, type Value, type Values } from '../contract/value';
import { region } from '../values/checks';
import { bareId, identifies, type IdentifierKind, INSTANCE, isArn, nounOf, regionOf } from '../values/identifiers';

/** A part of an identity that is the id of something. */
interface Part<S> {
  readonly kind: IdentifierKind;
  /** What the attribute of the state is called. */
  readonly from: keyof S & string;
  /** Where the bare id does not do. @default an id or an ARN, and the id is kept */
  readonly only?: 'ARN';
}

/**
 * An identity of ids, each under the name that the configuration has for it. An import takes ids or ARNs.
 * @param imported from the ids or ARNs that are given, in the order of the parts
 */
export function identifiedBy<S extends Values>(
  parts: Readonly<Record<string, Part<S>>>,
  imported: (...ids: string[]) => ImportResult<S>,
): ResourceIdentity<S> {
  return {
    attributes: mapValues(parts, ({ kind, only }) => (only ? arnOf(kind) : idOf(kind))),
    of: (state) => mapValues(parts, (part) => spelled(part, (state as Values)[part.from])),
    importState: (given) => imported(...Object.keys(parts).map((name) => given[name] ?? '')),
  };
}

const idOf = (kind: IdentifierKind): IdentityAttribute => ({
  required: true,
  description: `The bare id of the ${nounOf(kind)}. An import takes its ARN as well.`,
  check: identifies(kind),
});

const arnOf = (kind: IdentifierKind): IdentityAttribute => ({
  required: true,
  description: `The ARN of the ${nounOf(kind)}.`,
  check: (value) =>
    typeof value === 'string' && !isArn(value) ? `must be the ARN of ${kind.noun}; got "${value}"` : identifies(kind)(value),
});

const spelled = <S>({ kind, only }: Part<S>, value: Value | undefined): Value =>
  typeof value === 'string' && !only ? bareId(kind, value) : (value ?? null);

interface InRegion extends Values {
  readonly instance_id: string;
  readonly region: string | null;
}

/** The same for what lies in an instance, whose bare id does not say in which Region to look. */
export function identifiedInRegion<S extends InRegion>(
  parts: Readonly<Record<string, Part<S>>>,
  imported: (...ids: string[]) => ImportResult<S>,
): ResourceIdentity<S> {
  const { attributes, of, importState } = identifiedBy(parts, imported);
  return {
    attributes: {
      ...attributes,
      region: {
        required: false,
        description: 'The Region to look in. Defaults to the Region in the ARN of the instance, else to that of the provider.',
        check: region,
      },
    },
    of: (state) => ({ ...of(state), region: regionIn(state) }),
    importState(given) {
      const result = importState(given);
      return result.state ? { ...result, state: { ...result.state, region: given['region'] ?? null } } : result;
    },
  };
}

function regionIn<S extends InRegion>({ region: said, instance_id: instance }: PlannedState<S>): Value {
  if (isUnknown(said) || typeof said === 'string') return said;
  return typeof instance === 'string' ? (regionOf(instance) ?? null) : null;
}

/** The parts of what lies in an instance. */
export const IN_INSTANCE = { instance_id: { kind: INSTANCE, from: 'instance_id' } } as const;
