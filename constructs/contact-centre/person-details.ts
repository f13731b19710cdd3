import type { RosterPerson } from '../roster-file/person';
import type { AgentDetails } from './agent-props';
import { Duration } from './duration';
import { Phone } from './phone';

/** A file holds no Terraform expressions: "${" in it is two characters. */
export function literally<T>(value: T): T {
  if (typeof value === 'string') return value.replace(/[$%]\{/g, (start) => `${start[0]}${start}`) as T & string;
  if (Array.isArray(value)) return value.map(literally) as T & unknown[];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [literally(key), literally(one)])) as T & object;
}

/**
 * A person as programs are given one: what they hand on is text, too, and what they compare or look up is as in the file, unless it
 * holds a "${". The other columns keep the names that the program has for them.
 */
export const asGiven = (person: RosterPerson): RosterPerson => ({
  ...literally(person),
  others: Object.fromEntries(Object.entries(person.others).map(([column, text]) => [column, literally(text)])),
});

/** What the file says of an agent. */
export function detailsOf(person: RosterPerson): Partial<AgentDetails> {
  const { phoneType, deskPhoneNumber, autoAccept, afterContactWorkTimeLimit, persistentConnection, ...details } = person;
  const afterContactWork = afterContactWorkTimeLimit === undefined ? undefined : Duration.seconds(afterContactWorkTimeLimit);
  const options = { autoAccept, afterContactWork, persistentConnection };
  if (phoneType === 'DESK_PHONE') return { ...details, phone: Phone.desk(deskPhoneNumber ?? '', options) };
  const said = phoneType !== undefined || Object.values(options).some((option) => option !== undefined);
  return said ? { ...details, phone: Phone.soft(options) } : details;
}
