import fc from 'fast-check';
import type { Attribute, Schema } from '../../../custom-resources/contract/schema';
import { isUnknown, UNKNOWN, type Value, type Values } from '../../../custom-resources/contract/value';
import { planAttributes } from '../../../custom-resources/planning/plan-attributes';
import { schema as membershipSchema } from '../../../custom-resources/traffic-distribution-group-user/schema';
import { schema as userSchema } from '../../../custom-resources/user/schema';
import { equalValues } from '../../../custom-resources/values/equality';

/** What Terraform's core demands of every plan, checked on random states and configurations of the real schemas. */

const valueOf = ({ type }: Attribute): fc.Arbitrary<Value> => {
  if (type === 'bool') return fc.boolean();
  if (type === 'number') return fc.nat({ max: 3 });
  const text = fc.constantFrom('a', 'b', 'arn:aws:connect:us-east-1:111122223333:instance/a');
  if (type === 'string') return text;
  return 'map' in type ? fc.dictionary(fc.constantFrom('k', 'l'), text) : fc.uniqueArray(text, { minLength: 1 });
};

const objectOf = (attributes: Schema['attributes'], value: (attribute: Attribute) => fc.Arbitrary<Value>): fc.Arbitrary<Values> =>
  fc.record(Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [name, value(attribute)])));

/** As a user may write it: computed attributes are null, required ones are there, any may be unknown. */
const configured = (attribute: Attribute): fc.Arbitrary<Value> => {
  if (attribute.presence === 'computed') return fc.constant(null);
  const known: fc.Arbitrary<Value> = valueOf(attribute);
  const given = fc.oneof({ weight: 6, arbitrary: known }, { weight: 1, arbitrary: fc.constant(UNKNOWN) });
  return attribute.presence === 'required' ? given : fc.oneof(given, fc.constant(null));
};

/** As a state holds it: known, without write-only values. */
const stored = (attribute: Attribute): fc.Arbitrary<Value> => {
  if (attribute.writeOnly) return fc.constant(null);
  return attribute.presence === 'required' ? valueOf(attribute) : fc.oneof(valueOf(attribute), fc.constant(null));
};

function whole(schema: Schema, attribute: (attribute: Attribute) => fc.Arbitrary<Value>): fc.Arbitrary<Values> {
  const blocks = Object.entries(schema.blocks).map(([name, { nesting, attributes }]): [string, fc.Arbitrary<Value>] => {
    const block = objectOf(attributes, attribute);
    return [name, nesting === 'single' ? fc.option(block) : fc.array(block, { maxLength: 2 })];
  });
  return fc
    .tuple(objectOf(schema.attributes, attribute), fc.record(Object.fromEntries(blocks)))
    .map(([attributes, nested]) => ({ ...attributes, ...nested }));
}

const RULED: readonly (readonly [string, Schema])[] = [
  ['a user', userSchema],
  ['a membership', membershipSchema],
];

describe.each(RULED)('the plan of %s', (_name, schema) => {
  const cases = [fc.option(whole(schema, stored), { nil: undefined }), whole(schema, configured)] as const;

  it('holds every attribute and block as configured, or as it was', () => {
    fc.assert(
      fc.property(...cases, (prior, config) => {
        const { planned, replace } = planAttributes<Values>(schema, prior, config);
        expect(Object.keys(planned).sort()).toEqual(Object.keys(config).sort());
        for (const [name, attribute] of Object.entries(schema.attributes)) {
          keepsTheRules(attribute, prior?.[name] ?? null, config[name] ?? null, planned[name] ?? null);
        }
        for (const [name, { attributes }] of Object.entries(schema.blocks)) {
          const [before, wanted, given] = [asList(prior?.[name]), asList(config[name]), asList(planned[name])];
          expect(given).toHaveLength(wanted.length);
          for (const [index, element] of given.entries()) {
            for (const [member, attribute] of Object.entries(attributes)) {
              keepsTheRules(attribute, before[index]?.[member] ?? null, wanted[index]?.[member] ?? null, element[member] ?? null);
            }
          }
        }
        for (const [name] of replace) {
          expect(prior).toBeDefined();
          expect(planned[name ?? '']).not.toEqual(prior?.[name ?? '']);
        }
      }),
    );
  });

  it('is the same when it is made again from its own result', () => {
    fc.assert(
      fc.property(whole(schema, stored), (state) => {
        const config = asConfig(schema, state);
        const { planned, replace } = planAttributes<Values>(
          schema,
          { ...state, ...planAttributes<Values>(schema, state, config).planned },
          config,
        );
        expect(planned).toEqual(planAttributes<Values>(schema, state, config).planned);
        expect(replace).toEqual([]);
      }),
    );
  });
});

function keepsTheRules(attribute: Attribute, prior: Value, config: Value, planned: Value): void {
  if (attribute.writeOnly) {
    expect(planned).toBeNull();
  } else if (attribute.presence !== 'computed' && config !== null) {
    const asConfigured = isUnknown(config)
      ? isUnknown(planned)
      : Object.is(planned, config) || equalValues(attribute.type, planned, config);
    expect(asConfigured || (prior !== null && equalValues(attribute.type, planned, prior))).toBe(true);
  } else if (attribute.presence === 'optional') {
    expect(planned).toBeNull();
  }
}

const asConfig = (schema: Schema, state: Values): Values => ({
  ...state,
  ...Object.fromEntries(
    Object.entries(schema.attributes).flatMap(([name, { presence }]) => (presence === 'computed' ? [[name, null]] : [])),
  ),
});

const asList = (value: Value | undefined): readonly Values[] => {
  if (Array.isArray(value)) return value as readonly Values[];
  return value === null || value === undefined ? [] : [value as Values];
};
