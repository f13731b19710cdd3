import { canonical, isList, isObject, type Json } from './json';

/** What stands for a secret from the moment a plan is read: nothing behind the reader ever holds the value. */
export const SENSITIVE = '(sensitive)';
/** The same, for a secret that the plan changes. */
export const OTHER_SENSITIVE = '(sensitive, another value)';

/** Attributes that hold secrets, whatever the plan says of them. */
const SECRET_NAME = /password(?!_wo_version$|_version$)|passphrase|secret|token|private_key|access_key|external_id/i;

export const isSensitive = (value: Json | undefined): boolean => value === SENSITIVE || value === OTHER_SENSITIVE;

/**
 * A value with its secrets taken out; `mask` is Terraform's, `before` what the value was. Null stays null: nothing is there to hide.
 *
 * @param copied texts that are secret wherever they stand: Terraform marks `tags` as it is written, and not what `tags_all` has of it
 */
export function redact(value: Json | undefined, mask: Json | undefined, copied: ReadonlySet<string>, before?: Json): Json {
  if (value === undefined || value === null) return null;
  if (mask === true || (typeof value === 'string' && copied.has(value)))
    return before === undefined || canonical(before) === canonical(value) ? SENSITIVE : OTHER_SENSITIVE;
  if (isList(value))
    return value.map((item, index) =>
      redact(item, isList(mask) ? mask[index] : undefined, copied, isList(before) ? before[index] : undefined),
    );
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const secret = SECRET_NAME.test(name) && (typeof member === 'string' || typeof member === 'number');
      return [
        name,
        redact(
          member,
          secret || (isObject(mask) ? mask[name] : undefined),
          copied,
          isObject(before) ? (before[name] ?? undefined) : undefined,
        ),
      ];
    }),
  );
}

/** The texts that a mask or a name marks as secret, to be taken out of messages too. */
export function secretsIn(value: Json | undefined, mask: Json | undefined): readonly string[] {
  if (typeof value === 'string') return mask === true && value.length >= 3 ? [value] : [];
  if (isList(value)) return value.flatMap((item, index) => secretsIn(item, mask === true || (isList(mask) ? mask[index] : undefined)));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    secretsIn(member, mask === true || SECRET_NAME.test(name) || (isObject(mask) ? mask[name] : undefined)),
  );
}
