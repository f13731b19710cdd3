import type { Outcome } from '../../connect/failure';
import type { Gateway, Id, ListedUser } from '../../connect/gateway';
import { quoted } from '../../custom-resources/values/quoted';
import type { Progress, ReadAgent } from './progress';
import { value } from './value';

/** Calls under way: enough to keep the quota busy, whatever a call takes. */
const AT_ONCE = 20;

export interface Agents {
  readonly read: readonly ReadAgent[];
  /** Deleted since they were listed. */
  readonly gone: readonly ListedUser[];
}

/** Each listed agent by DescribeUser and ListUserProficiencies: no list shows e-mails, mobile numbers and proficiencies. */
export async function readAgents(
  connect: Gateway,
  instanceId: Id,
  listed: readonly ListedUser[],
  progress: Progress,
  tell: (read: number) => void,
): Promise<Agents> {
  const read: ReadAgent[] = [];
  const gone: ListedUser[] = [];
  const rest = [...listed].reverse();
  /** Where one cannot be read, the others begin no more. */
  const stop = (error: unknown): never => {
    rest.length = 0;
    throw error;
  };
  const work = async (): Promise<void> => {
    for (let one = rest.pop(); one !== undefined; one = rest.pop()) {
      const agent = progress.find(one.id, one.lastModified) ?? (await readAgent(connect, instanceId, one, progress).catch(stop));
      if (agent) read.push(agent);
      else gone.push(one);
      tell(read.length + gone.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { read, gone };
}

async function readAgent(connect: Gateway, instanceId: Id, listed: ListedUser, progress: Progress): Promise<ReadAgent | undefined> {
  const { id: userId, username } = listed;
  const what = `the user ${quoted(username)} (${userId})`;
  const [found, proficiencies] = await Promise.all([
    connect.users.find({ instanceId, userId }),
    connect.users.listProficiencies({ instanceId, userId }),
  ]);
  const user = value(found, what);
  if (!user || isGone(proficiencies)) return undefined;
  const agent = { user, proficiencies: value(proficiencies, what).proficiencies };
  progress.add(agent);
  return agent;
}

const isGone = (outcome: Outcome<unknown>): boolean => !outcome.ok && outcome.failure.kind === 'not-found';
