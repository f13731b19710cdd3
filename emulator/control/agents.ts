import { randomUUID } from 'node:crypto';
import { AGENT_STATUSES } from '../operations/agent-status';
import type { AgentContact } from '../state/floor';
import type { World } from '../state/world';
import { isObject } from '../wire/json';
import { ControlError } from './settings-patch';

/**
 * Signs an agent in or out, and puts it on contacts. Body: `instance` and `user` (ids), `status` (`Available`, `Offline` or `Break`;
 * none signs the agent out), `region` (the home Region unless said), and `contacts`, those that the agent is on from now on: `channel`
 * (VOICE), `state` (CONNECTED), `lastsMs` and then `workMs` of after-contact work; without `lastsMs` a contact goes on until the
 * next such request.
 */
export function placeAgent(world: World, body: unknown, now: number): void {
  const { instance: instanceId, user, status, region, contacts = [] } = isObject(body) ? body : {};
  const instance = typeof instanceId === 'string' ? world.instance(instanceId) : undefined;
  if (!instance) throw new ControlError(`There is no instance ${JSON.stringify(instanceId)}.`);
  if (typeof user !== 'string' || !instance.users.latest(user)) throw new ControlError(`The instance has no user ${JSON.stringify(user)}.`);
  if (status === undefined) return instance.floor.put(user, undefined);
  const known = AGENT_STATUSES.find(({ name }) => name === status);
  if (!known) throw new ControlError(`status is one of ${AGENT_STATUSES.map(({ name }) => name).join(', ')}.`);
  if (region !== undefined && (typeof region !== 'string' || !instance.regions.includes(region)))
    throw new ControlError(`The instance is in ${instance.regions.join(', ')}.`);
  if (!Array.isArray(contacts)) throw new ControlError('contacts is a list.');
  const { nextStatus } = instance.floor.find(user, now) ?? {};
  instance.floor.put(user, {
    region: region ?? instance.facts.homeRegion,
    status: known.name,
    since: now,
    ...(nextStatus !== undefined && { nextStatus }),
    contacts: contacts.map((contact: unknown) => readContact(contact, now)),
  });
}

function readContact(contact: unknown, now: number): AgentContact {
  const { channel = 'VOICE', state = 'CONNECTED', lastsMs, workMs = 0 } = isObject(contact) ? contact : {};
  if (typeof channel !== 'string' || typeof state !== 'string' || typeof workMs !== 'number')
    throw new ControlError('A contact has a channel, a state, lastsMs and workMs.');
  if (typeof lastsMs !== 'number') return { id: randomUUID(), channel, state };
  return { id: randomUUID(), channel, state, endsAt: now + lastsMs, workEndsAt: now + lastsMs + workMs };
}
