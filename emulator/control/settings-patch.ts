import { own } from '../own';
import { isObject } from '../wire/json';
import { isServed } from './served';
import { DEFAULT_SETTINGS, USER_CHANGES, type SettingsPatch } from '../settings';

/** A body that the control endpoint cannot take; the message says why. */
export class ControlError extends Error {}

type Check = (value: unknown) => boolean;

const oneOf =
  (...choices: readonly unknown[]): Check =>
  (value) =>
    choices.includes(value);
const number =
  (min: number, max = Number.MAX_SAFE_INTEGER): Check =>
  (value) =>
    typeof value === 'number' && value >= min && value <= max;
const positive: Check = (value) => typeof value === 'number' && Number.isFinite(value) && value > 0;
const everyOne =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const text: Check = (value) => typeof value === 'string';

const ANSWERS: Readonly<Record<string, Check>> = {
  reassociate: oneOf('ok', 'conflict'),
  disassociateNonMember: oneOf('ok', 'not-found'),
  memberOfDeletedUser: oneOf('removed', 'lingers'),
  disassociateDeletedUser: oneOf('ok', 'not-found'),
  memberIds: oneOf('id', 'arn'),
  groupUsersPageMax: oneOf(1000, 10),
  quickConnectUserIdAfterDelete: oneOf('kept', 'cleared'),
  deleteUserWithQuickConnect: oneOf('ok', 'refused'),
  deleteQuickConnectInQueue: oneOf('ok', 'in-use'),
  omittedOnUpdate: oneOf('kept', 'cleared'),
  phoneStyles: oneOf('only-what-was-set', 'both'),
  usernameCase: oneOf('sensitive', 'insensitive'),
  searchCase: oneOf('sensitive', 'insensitive'),
  userIdAsArn: oneOf('accepted', 'refused'),
  associateWhileUpdating: oneOf('ok', 'not-found'),
  lastModifiedMoves: everyOne(oneOf(...USER_CHANGES)),
};

const QUOTAS: Readonly<Record<string, Check>> = Object.fromEntries(Object.keys(DEFAULT_SETTINGS.quotas).map((name) => [name, number(0)]));

const DENIAL: Readonly<Record<string, Check>> = { operation: isServed, accessKeyId: text };

const SETTINGS: Readonly<Record<string, Check>> = {
  rate: (value) => value === 'off' || positive(value),
  burst: number(1),
  throttleCode: oneOf('ThrottlingException', 'TooManyRequestsException'),
  otherClientShare: number(0, 1),
  consistencyDelay: number(0),
  mirrorDelay: number(0),
  groupDelay: number(0),
  timeScale: positive,
  quotas: members(QUOTAS, 'quotas'),
  answers: members(ANSWERS, 'answers'),
  deny: everyOne((entry) => isObject(entry) && isServed(entry.operation) && members(DENIAL, 'deny')(entry)),
};

/** Takes a body only if every member is known and has a value that makes sense. */
export function readSettingsPatch(body: unknown): SettingsPatch {
  if (isSettingsPatch(body)) return body;
  throw new ControlError('The settings must be a JSON object.');
}

const isSettingsPatch = (body: unknown): body is SettingsPatch => members(SETTINGS, 'settings')(body);

function members(checks: Readonly<Record<string, Check>>, where: string): Check {
  return (value) => {
    if (!isObject(value)) return false;
    for (const [name, member] of Object.entries(value)) {
      const check = own(checks, name);
      if (!check) throw new ControlError(`${where} has no member ${name}; it has ${Object.keys(checks).join(', ')}.`);
      if (!check(member)) throw new ControlError(`${where} cannot have ${name} = ${JSON.stringify(member)}.`);
    }
    return true;
  };
}
