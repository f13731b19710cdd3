import { isList, isObject, type Json, type JsonObject } from '../read/json';
import { UNKNOWN } from '../read/plan';
import type { Change } from './change';

/** What a value of an attribute is called: a name where it is the id of something. */
export type Label = (attribute: string, value: Json) => string;

interface Leaf extends Omit<Change, 'from' | 'to'> {
  readonly value: string;
}

/** What every account gets from Connect, or what says the same as another attribute. `tags_all` holds `tags` too. */
const NOT_SHOWN = new Set(['id', 'arn', 'user_id', 'tags', 'timeouts', 'password_wo_version']);

const NOUN: Readonly<Record<string, string>> = { name: 'user name', tags_all: 'tag', email: 'e-mail', secondary_email: 'second e-mail' };

const PERSONAL =
  /^(name|first_name|last_name|email|secondary_email|mobile|description|user_id|desk_phone_number|phone_number|directory_user_id|tags_all|password)$/;

/** The attributes of an account that differ. */
export function userChanges(before: JsonObject, after: JsonObject, label: Label): readonly Change[] {
  const attributes = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !NOT_SHOWN.has(name) && differ(before[name], after[name]),
  );
  const [old, fresh] = [leavesOf(before, attributes, label), leavesOf(after, attributes, label)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key) => {
    const [from, to] = [old.get(key), fresh.get(key)];
    const leaf = to ?? from;
    if (!leaf || from?.value === to?.value || (isDefault(from) && isDefault(to))) return [];
    if (from === undefined && to?.value === UNKNOWN) return [];
    const { noun, of, member, personal, attribute } = leaf;
    return [{ noun, of, member, personal, attribute, from: from?.value, to: to?.value }];
  });
}

/** Connect does not tell a setting at its default from one that nobody made. */
const isDefault = (leaf: Leaf | undefined): boolean => leaf === undefined || leaf.value === 'false' || leaf.value === '0';

/** Most are equal to the letter, and need no closer look. */
const differ = (before: Json | undefined, after: Json | undefined): boolean =>
  JSON.stringify(before ?? null) !== JSON.stringify(after ?? null);

function leavesOf(values: JsonObject, attributes: readonly string[], label: Label): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  for (const attribute of attributes) {
    const value = values[attribute];
    if (value === undefined) continue;
    const add = (name: string, item: Json, more: { readonly of?: string; readonly member?: boolean } = {}): void => {
      if (item === null || item === '') return;
      const { of, member = false } = more;
      const text = label(name, item);
      const leaf = { noun: nounOf(name), ...(of !== undefined && { of }), member, personal: PERSONAL.test(name), attribute, value: text };
      leaves.set(JSON.stringify([attribute, name, of, member && text]), leaf);
    };
    if (isList(value))
      for (const item of value) {
        if (isObject(item)) addBlock(attribute, item, add);
        else add(attribute.replace(/s$/, ''), item, { member: true });
      }
    else if (isObject(value)) for (const [key, item] of Object.entries(value)) add(attribute, item ?? null, { of: key });
    else add(attribute, value);
  }
  return leaves;
}

/** Blocks of a set are told apart by what Connect tells them apart by. */
function addBlock(attribute: string, block: JsonObject, add: (name: string, item: Json, more?: { readonly of?: string }) => void): void {
  const { channel, attribute_name: predefined, attribute_value: chosen, ...others } = block;
  if (typeof predefined === 'string') {
    add(attribute, others.level ?? null, { of: `${predefined} = ${String(chosen)}` });
    return;
  }
  for (const [name, item] of Object.entries(block))
    if (name !== 'channel') add(name, item ?? null, typeof channel === 'string' ? { of: channel } : {});
}

const nounOf = (name: string): string =>
  NOUN[name] ??
  name
    .replace(/_id$/, '')
    .replaceAll('_', ' ')
    .replace(/[^A-Za-z0-9 ]/g, '');
