import * as seed from '../../emulator/seed/demo';
import type { Attribute, AttributeType, Schema } from '../../custom-resources/contract/schema';
import { Decimal, UNKNOWN, type Value, type Values } from '../../custom-resources/contract/value';
import { isList, isObject } from '../../provider/codec/value-shape';
import { agent, type Body, membership } from '../support/terraform/contact-centre';
import { configOf } from '../support/terraform-in-process/config';
import type { Dice } from './dice';

/** Ids and ARNs that the emulator knows. */
export const IDS: readonly string[] = Object.values(seed).filter((value) => typeof value === 'string');

/** By the clock of the provider under test, which runs fast. */
const SOON = { create: '2m', delete: '2m' };

const members = (user_ids: readonly string[]): Body => ({
  instance_id: seed.INSTANCE_ID,
  traffic_distribution_group_id: seed.TEAM_GROUP_ID,
  user_ids,
  timeouts: SOON,
});

/** Configurations that are right, by type. */
const RIGHT: Readonly<Record<string, readonly Body[]>> = {
  connect_user: [
    agent('fuzzed'),
    agent('fuzzed.full', {
      identity_info: {
        first_name: 'Ada',
        last_name: 'Lovelace',
        email: 'ada@example.com',
        secondary_email: 'lovelace@example.com',
        mobile: '+447700900123',
      },
      phone_config: { phone_type: 'DESK_PHONE', desk_phone_number: '+447700900123', after_contact_work_time_limit: 30 },
      hierarchy_group_id: seed.NORTH_HIERARCHY_GROUP_ID,
      tags: { team: 'north' },
      timeouts: SOON,
    }),
    agent('fuzzed-managed', {
      instance_id: seed.MANAGED_INSTANCE_ID,
      routing_profile_id: seed.MANAGED_ROUTING_PROFILE_ID,
      security_profile_ids: [seed.MANAGED_SECURITY_PROFILE_ID],
      password: 'Passw0rd-of-fuzzed',
    }),
  ],
  connect_traffic_distribution_group_user: [
    membership(seed.INSTANCE_ID, { timeouts: SOON }),
    membership(seed.INSTANCE_ID, { traffic_distribution_group_id: seed.TEAM_GROUP_ARN, timeouts: SOON }),
  ],
  connect_traffic_distribution_group_users: [members([]), members([seed.INSTANCE_ID])],
};

/** A configuration as Terraform sends it, a right one with up to three wrong, strange or unknown parts. */
export function configured(dice: Dice, type: string, schema: Schema, unknowns: boolean): Values {
  const right = RIGHT[type];
  const body = right
    ? whole(
        schema,
        configOf({ address: `${type}.a`, type, schema, body: dice.pick(right), needs: [] }, () => undefined),
      )
    : whole(schema, {});
  return Array.from({ length: dice.below(4) }).reduce<Values>((config) => changed(dice, schema, config, unknowns), body);
}

/** Every attribute and block of the schema is there: as null, or as no block. */
function whole(schema: Schema, values: Values): Values {
  const attributes = (names: Schema['attributes'], given: Values): Values =>
    Object.fromEntries(Object.keys(names).map((name) => [name, given[name] ?? null]));
  const blocks = Object.entries(schema.blocks).map(([name, block]): [string, Value] => {
    const given = values[name] ?? null;
    if (isList(given)) return [name, given.map((element) => (isObject(element) ? attributes(block.attributes, element) : element))];
    return [name, isObject(given) ? attributes(block.attributes, given) : block.nesting === 'single' ? null : []];
  });
  return { ...attributes(schema.attributes, values), ...Object.fromEntries(blocks) };
}

function changed(dice: Dice, schema: Schema, config: Values, unknowns: boolean): Values {
  const declarable = Object.entries(schema.attributes).filter(([, { presence }]) => presence !== 'computed');
  const blocks = Object.entries(schema.blocks);
  if (blocks.length === 0 || dice.chance(60)) return changedAttribute(dice, declarable, config, unknowns);
  const [name, block] = dice.pick(blocks);
  const attributes = Object.entries(block.attributes);
  const made = (): Values =>
    attributes.reduce<Values>(
      (values, one) => (dice.chance(70) ? changedAttribute(dice, [one], values, unknowns) : values),
      Object.fromEntries(attributes.map(([key]) => [key, null])),
    );
  if (block.nesting === 'single') return { ...config, [name]: dice.chance(20) ? null : made() };
  const given = config[name] ?? null;
  const old = isList(given) ? given : [];
  const fresh = [
    [...old, made()],
    [made()],
    [],
    old.map((element) => (isObject(element) ? changedAttribute(dice, attributes, element, unknowns) : element)),
  ];
  if (unknowns && dice.chance(5)) return { ...config, [name]: UNKNOWN };
  return { ...config, [name]: distinct(dice.pick(fresh)) };
}

function changedAttribute(dice: Dice, attributes: readonly (readonly [string, Attribute])[], values: Values, unknowns: boolean): Values {
  const [name, { type, presence }] = dice.pick(attributes);
  if (unknowns && dice.chance(10)) return { ...values, [name]: UNKNOWN };
  if (presence !== 'required' && dice.chance(10)) return { ...values, [name]: null };
  return { ...values, [name]: valueOf(dice, type, values[name] ?? null) };
}

function valueOf(dice: Dice, type: AttributeType, before: Value): Value {
  if (type === 'bool') return dice.chance(50);
  if (type === 'number')
    return dice.pick<Value>([0, 1, -1, 0.5, 30, 1e21, 2 ** 53, new Decimal('9'.repeat(40)), new Decimal('0.10000000000000000000001')]);
  if (type === 'string')
    return dice.chance(35)
      ? dice.pick(IDS)
      : dice.text(
          typeof before === 'string' ? before : dice.pick([...IDS, '30s', '+447700900123', 'ada@example.com', 'VOICE', 'DESK_PHONE']),
        );
  if ('object' in type) return Object.fromEntries(Object.entries(type.object).map(([name, member]) => [name, valueOf(dice, member, null)]));
  const many = Array.from({ length: dice.pick([0, 1, 2, 3, 60]) });
  if ('map' in type) return Object.fromEntries(many.map(() => [dice.text('key'), valueOf(dice, type.map, null)]));
  const elements = many.map(() => valueOf(dice, 'set' in type ? type.set : type.list, null));
  return 'set' in type ? distinct(elements) : elements;
}

const distinct = (elements: readonly Value[]): readonly Value[] => [
  ...new Map(elements.map((element) => [JSON.stringify(element), element])).values(),
];
