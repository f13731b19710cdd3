import type { Block } from '../../custom-resources/contract/schema';
import { schema } from '../../custom-resources/user/schema';
import type { AdoptedAgent } from '../model';
import type { UniqueNames } from '../unique-names';
import { agentBody, type PlainValues as Values } from './body';
import { Code, camelCase, type TsValue, valueText } from './typescript-text';

/** Attributes that an `Agent` has other words for. */
const NAMED = new Set(['name', 'instance_id', 'routing_profile_id', 'security_profile_ids', 'hierarchy_group_id']);

/** What an `Agent` is declared with, names in place of ids. */
export function agentProps({ state }: AdoptedAgent, names: UniqueNames): Readonly<Record<string, TsValue>> {
  const { attributes, blocks } = agentBody(state);
  const others = Object.fromEntries(Object.entries(attributes).filter(([attribute]) => !NAMED.has(attribute)));
  const { identity_info: [identity] = [], phone_config: [phone] = [], proficiency = [], ...channels } = blocks;
  return {
    name: state.name,
    ...camelCased(identity ?? {}),
    routingProfile: names.routingProfile(state.routing_profile_id),
    securityProfiles: state.security_profile_ids.map((id) => names.securityProfile(id)),
    ...(state.hierarchy_group_id !== null && { hierarchyGroup: names.hierarchyGroup(state.hierarchy_group_id) }),
    ...(phone && { phone: phoneCode(phone) }),
    ...(proficiency.length > 0 && { proficiencies: levels(proficiency) }),
    ...camelCased(others),
    ...Object.fromEntries(Object.entries(channels).map(([block, elements]) => [camelCase(block), blockProps(block, elements)])),
  };
}

/** CDKTF takes a block that can be there once as one object. */
function blockProps(block: string, elements: readonly Values[]): TsValue {
  const blocks: Readonly<Record<string, Block>> = schema.blocks;
  const [first] = elements;
  return first && blocks[block]?.max === 1 ? camelCased(first) : elements.map(camelCased);
}

const camelCased = (values: Values): Readonly<Record<string, TsValue>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [camelCase(name), value]));

function phoneCode({ phone_type, desk_phone_number, after_contact_work_time_limit: seconds, ...others }: Values): Code {
  const options = {
    ...camelCased(others),
    ...(seconds !== undefined && { afterContactWork: new Code(`Duration.seconds(${String(seconds)})`) }),
  };
  const said = Object.keys(options).length > 0 ? [valueText(options)] : [];
  const args = phone_type === 'DESK_PHONE' ? [valueText(String(desk_phone_number ?? '')), ...said] : said;
  return new Code(`Phone.${phone_type === 'DESK_PHONE' ? 'desk' : 'soft'}(${args.join(', ')})`);
}

function levels(proficiencies: readonly Values[]): Readonly<Record<string, Readonly<Record<string, TsValue>>>> {
  // A map, and no object: an attribute may be called "__proto__".
  const byAttribute = new Map<string, Readonly<Record<string, TsValue>>>();
  for (const { attribute_name, attribute_value, level } of proficiencies)
    byAttribute.set(String(attribute_name), { ...byAttribute.get(String(attribute_name)), [String(attribute_value)]: Number(level) });
  return Object.fromEntries(byAttribute);
}
