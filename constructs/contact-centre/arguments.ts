import type { TerraformMetaArguments } from 'cdktf';
import { edits, suggestion } from '../../custom-resources/lookup/suggestion';
import { schema } from '../../custom-resources/user/schema';
import type { ConnectUserConfig } from '../gen/user';
import { propertyName } from '../property-names';
import type { PersonFields, RosterPerson } from '../roster-file/person';
import type { AgentDetails, AgentProps, Reworded } from './agent-props';
import { isSaid } from './expected';

/*
 * Arguments that an agent does not take, and would leave out without a word. TypeScript finds them neither in what a function answers
 * nor in what is spread into an object.
 */

/** What an agent says in place of arguments of a `ConnectUser`. */
const IN_PLACE_OF: Readonly<Record<Reworded, readonly (keyof AgentProps)[]>> = {
  instanceId: ['contactCentre'],
  identityInfo: ['firstName', 'lastName', 'email', 'secondaryEmail', 'mobile'],
  phoneConfig: ['phone'],
  routingProfileId: ['routingProfile'],
  securityProfileIds: ['securityProfiles'],
  hierarchyGroupId: ['hierarchyGroup'],
  proficiency: ['proficiencies'],
  drainOnDelete: ['drainOnDelete'],
  count: [],
  forEach: [],
};

/** Words of an agent that a `ConnectUser` does not know. */
const OWN: Readonly<Record<Exclude<keyof AgentDetails, keyof ConnectUserConfig>, true>> = {
  firstName: true,
  lastName: true,
  email: true,
  secondaryEmail: true,
  mobile: true,
  routingProfile: true,
  securityProfiles: true,
  hierarchyGroup: true,
  phone: true,
  proficiencies: true,
  groups: true,
};

/** What CDKTF takes for each resource. */
const OF_CDKTF: readonly (keyof TerraformMetaArguments)[] = ['dependsOn', 'provider', 'lifecycle', 'provisioners', 'connection'];

const ofUser = [
  ...Object.entries(schema.attributes).filter(([, { presence }]) => presence !== 'computed'),
  ...Object.entries(schema.blocks),
];

const TAKEN = [...Object.keys(OWN), ...OF_CDKTF, ...ofUser.map(([name]) => propertyName(name)).filter((name) => !(name in IN_PLACE_OF))];

const KNOWN = new Set([...TAKEN, ...Object.keys(IN_PLACE_OF)]);

/** Columns of files that are settings of a phone. */
const OF_PHONE: ReadonlySet<string> = new Set<keyof PersonFields>([
  'phoneType',
  'deskPhoneNumber',
  'autoAccept',
  'afterContactWorkTimeLimit',
  'persistentConnection',
]);

/**
 * Refuses arguments of a `ConnectUser` unless the agent's own word for them is there, too: then nothing is lost. And what is spelled
 * nearly like an argument that is not there: anything else may be the program's own.
 */
export function refuseLost(props: AgentProps, path: string): void {
  const given = (name: string): boolean => name in props && isSaid(props[name as keyof AgentProps]);
  for (const [name, words] of Object.entries(IN_PLACE_OF)) {
    if (!given(name) || words.some(given)) continue;
    const instead =
      words.length === 0
        ? 'An Agent is one person: make one for each, in a loop of the program.'
        : `An Agent takes in its place: ${words.join(', ')}.`;
    throw new Error(`[${path}: ${name}] is an argument of a ConnectUser. ${instead}`);
  }
  const absent = TAKEN.filter((name) => !given(name));
  for (const name of Object.keys(props).filter((one) => given(one) && !KNOWN.has(one) && !OF_ROSTER.has(one))) {
    const meant = absent.find((one) => isNearly(name, one));
    if (meant) throw new Error(`[${path}: ${name}] is no argument of an Agent; did you mean "${meant}"?`);
  }
}

/** One letter in five may differ, and no capital counts: `stage` is not `tags`. */
const isNearly = (name: string, argument: string): boolean =>
  edits(name.toLowerCase(), argument.toLowerCase()) <= Math.floor(name.length / 5);

/** What a program may hand on to no effect: of the roster's own contact centre, and of where a person stands in the file. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set<keyof AgentProps | keyof RosterPerson>(['contactCentre', 'line', 'others']);

/** What comes along where a person of a file is spread into an agent. */
const OF_ROSTER: ReadonlySet<string> = new Set([...OF_PHONE, ...WITHOUT_EFFECT]);

/** What is wrong with what a program answers of a person, for a sentence. What it hands on as it was given is lost by nobody. */
export function wrongAnswer(answer: object, person: RosterPerson): string | undefined {
  const handedOn = new Map<string, unknown>(Object.entries(person));
  const own = Object.entries(answer).filter(([name, value]) => isSaid(value) && handedOn.get(name) !== value && !WITHOUT_EFFECT.has(name));
  const [wrong] = own.map(([name]) => name).filter((name) => name === 'name' || !KNOWN.has(name));
  if (wrong === undefined) return undefined;
  if (wrong === 'name') return '"name" comes from the file, and "agent" cannot give another one.';
  if (OF_PHONE.has(wrong)) return `"${wrong}" is a column of files. An Agent takes in its place: phone.`;
  return `"${wrong}" is no argument of an Agent${suggestion(wrong, TAKEN) || '.'}`;
}
