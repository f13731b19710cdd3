import { join } from 'node:path';
import { BASIC_ROUTING_PROFILE_ID, AGENT_SECURITY_PROFILE_ID, INSTANCE_ID, TEAM_GROUP_ID } from '../../../emulator/seed/demo';
import { ControlClient } from './test-emulator';
import { emulatorProgram, killed, listening } from './program';
import { rawRequest } from './raw';

/*
 * Kills an emulator in the midst of writes, again and again, and compares what it still knows with what it had
 * answered. A call that was under way when it was killed may have taken effect or not.
 */

interface Known {
  tag?: string;
  member?: boolean;
  deleted?: boolean;
}

export interface KillReport {
  readonly kills: number;
  readonly answered: number;
  /** What was answered and is not there any more. */
  readonly lost: readonly string[];
}

export interface KillOptions {
  readonly directory: string;
  readonly kills: number;
  /** The last kill comes when so many more writes were answered, the first after few. */
  readonly writes: number;
  /** How many users there are from the start: from about 7,000 on, each start replaces the lines of the file in the background. */
  readonly population: number;
  onKill?(report: KillReport): void;
}

const WORKERS = 8;

export async function killUnderLoad({ directory, kills, writes, population, onKill }: KillOptions): Promise<KillReport> {
  const options = ['--state', join(directory, 'connect.json'), '--rate', 'off'];
  const users = new Map<string, Known>();
  const lost: string[] = [];
  let answered = 0;
  for (let round = 1; round <= kills; round++) {
    const program = emulatorProgram(...options);
    const url = await listening(program);
    const control = new ControlClient(url);
    await control.change({ quotas: { users: 1_000_000 } });
    if (round === 1) for (const id of await control.users({ count: population, instance: INSTANCE_ID })) users.set(id, { deleted: false });
    await compare(control, users, lost);
    const end = answered + 20 + Math.floor((writes * round) / kills);
    let stopped = false;
    const load = Array.from({ length: WORKERS }, async (_, worker) => {
      while (!stopped) await life(url, `r${round}w${worker}n${answered}`, users, () => (answered += 1)).catch(() => (stopped = true));
    });
    while (answered < end && !stopped) await new Promise(setImmediate);
    await killed(program);
    await Promise.all(load);
    onKill?.({ kills: round, answered, lost });
  }
  const program = emulatorProgram(...options);
  await compare(new ControlClient(await listening(program)), users, lost);
  await killed(program);
  return { kills, answered, lost };
}

/** A user who comes, changes and, every second one, goes. A step's outcome is known only once it is answered. */
async function life(url: string, username: string, users: Map<string, Known>, answer: () => number): Promise<void> {
  const write = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await rawRequest(url, method, path, body);
    if (response.status !== 200) throw new Error(`${method} ${path} answered ${response.status}`);
    answer();
    return response.body;
  };
  const created = (await write('PUT', `/users/${INSTANCE_ID}`, {
    Username: username,
    IdentityInfo: { FirstName: 'Ada', LastName: 'Agent' },
    RoutingProfileId: BASIC_ROUTING_PROFILE_ID,
    SecurityProfileIds: [AGENT_SECURITY_PROFILE_ID],
    Tags: { step: 'created' },
  })) as { readonly UserId: string; readonly UserArn: string };
  const known: Known = { tag: 'created', member: false, deleted: false };
  users.set(created.UserId, known);

  delete known.tag;
  await write('POST', `/tags/${encodeURIComponent(created.UserArn)}`, { tags: { step: username } });
  known.tag = username;
  delete known.member;
  await write('PUT', `/traffic-distribution-group/${TEAM_GROUP_ID}/user`, { InstanceId: INSTANCE_ID, UserId: created.UserId });
  known.member = true;
  if (Number(username.at(-1)) % 2 === 0) return;
  users.set(created.UserId, {});
  await write('DELETE', `/users/${INSTANCE_ID}/${created.UserId}`);
  users.set(created.UserId, { deleted: true });
}

async function compare(control: ControlClient, users: ReadonlyMap<string, Known>, lost: string[]): Promise<void> {
  const { instances } = await control.state();
  const instance = instances.find(({ id }) => id === INSTANCE_ID);
  const present = new Map(instance?.users.map((user) => [user.Id, user]));
  const members = new Set(instance?.groups.find(({ Id }) => Id === TEAM_GROUP_ID)?.members);
  for (const [id, { tag, member, deleted }] of users) {
    const user = present.get(id);
    if (deleted !== undefined && deleted === (user !== undefined)) lost.push(`user ${id} is ${deleted ? 'there again' : 'gone'}`);
    if (user && tag !== undefined && user.Tags.step !== tag) lost.push(`the tag of user ${id} is ${user.Tags.step}, not ${tag}`);
    if (member !== undefined && member !== members.has(id)) lost.push(`user ${id} is ${member ? 'no' : 'still a'} member`);
  }
}
