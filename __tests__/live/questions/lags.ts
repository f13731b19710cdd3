import type { Lag } from '../findings';
import type { Lab, LiveUser } from '../instance/lab';
import { ignoringNotFound } from '../instance/lab';
import { type Question, whyOf } from './question';

/** How far lists, searches and the other Region lag behind a user that comes, changes and goes. */
export const lags: Question = {
  name: 'how far lists and the other Region lag behind',
  rows: [],
  ask: async (lab) => {
    const user = await lab.makeUser(lab.parts.names.of('lagging'));
    const lags: Lag[] = [];
    const remarks: string[] = [];
    try {
      for (const [what, look] of STAGES) {
        try {
          lags.push(...(await look(lab, user)));
        } catch (error) {
          if (lab.parts.signal?.aborted) throw error;
          remarks.push(`Lags, ${what}: ${whyOf(error)}`);
        }
      }
      return { lags, remarks };
    } finally {
      await lab.removeUser(user.id);
    }
  },
};

/** One after the other: each begins with a change of its own. */
const STAGES: readonly (readonly [string, (lab: Lab, user: LiveUser) => Promise<readonly Lag[]>])[] = [
  ['after a user came', afterCreation],
  ['after it changed', afterChange],
  ['after it went', afterDeletion],
  ['of its name', ofNames],
];

/** At once, not one after the other: all lags begin with the change. */
const together = (lab: Lab, looks: Readonly<Record<string, () => Promise<boolean>>>): Promise<readonly Lag[]> =>
  Promise.all(Object.entries(looks).map(([what, look]) => lab.watch(what, look)));

function afterCreation(lab: Lab, { id, username }: LiveUser): Promise<readonly Lag[]> {
  const replica = otherRegion(lab);
  return together(lab, {
    'DescribeUser finds a new user': () => lab.exists(id),
    'ListUsers shows a new user': () => isListed(lab, id),
    'SearchUsers shows a new user': async () => (await search(lab, username)) !== undefined,
    ...(replica && { 'DescribeUser in the other Region finds a new user, by the same id': () => lab.exists(id, replica) }),
  });
}

async function afterChange(lab: Lab, { id: UserId, username }: LiveUser): Promise<readonly Lag[]> {
  const { client, InstanceId } = lab;
  const replica = otherRegion(lab);
  await client.updateUserIdentityInfo({ InstanceId, UserId, IdentityInfo: { FirstName: 'Changed', LastName: 'Test' } });
  const shownBy = async (other: typeof client): Promise<boolean> => {
    const { User } = await other.describeUser({ InstanceId, UserId });
    return User?.IdentityInfo?.FirstName === 'Changed';
  };
  return together(lab, {
    'DescribeUser shows a change': () => shownBy(client),
    'SearchUsers shows a change': async () => (await search(lab, username)) === 'Changed',
    ...(replica && { 'DescribeUser in the other Region shows a change': () => shownBy(replica) }),
  });
}

async function afterDeletion(lab: Lab, { id, username }: LiveUser): Promise<readonly Lag[]> {
  const replica = otherRegion(lab);
  await lab.removeUser(id);
  return together(lab, {
    'DescribeUser no longer finds a deleted user': async () => !(await lab.exists(id)),
    'ListUsers no longer shows a deleted user': async () => !(await isListed(lab, id)),
    'SearchUsers no longer shows a deleted user': async () => (await search(lab, username)) === undefined,
    ...(replica && { 'DescribeUser in the other Region no longer finds a deleted user': async () => !(await lab.exists(id, replica)) }),
  });
}

/** Whether a name is free again at once. */
async function ofNames(lab: Lab, { username }: LiveUser): Promise<readonly Lag[]> {
  let again: LiveUser | undefined;
  const lag = await lab.watch('CreateUser takes the name of a deleted user', async () => {
    again = await lab.makeUser(username).catch((error: unknown) => {
      if (!(error instanceof Error && error.name === 'DuplicateResourceException')) throw error;
      return undefined;
    });
    return again !== undefined;
  });
  if (again) await lab.client.deleteUser({ InstanceId: lab.InstanceId, UserId: again.id }).catch(ignoringNotFound);
  return [lag];
}

const otherRegion = ({ parts: { clients, facts, group } }: Lab) => {
  const region = [group?.region, group?.replica].find((name) => name !== undefined && name !== facts.region);
  return region === undefined ? undefined : clients.in(region);
};

async function isListed({ client, InstanceId }: Lab, id: string): Promise<boolean> {
  let NextToken: string | undefined;
  do {
    const page = await client.listUsers({ InstanceId, MaxResults: 1000, NextToken });
    if (page.UserSummaryList?.some(({ Id }) => Id === id)) return true;
    ({ NextToken } = page);
  } while (NextToken);
  return false;
}

/** The first name of the user of that name, as a search shows it. */
async function search({ client, InstanceId }: Lab, Value: string): Promise<string | undefined> {
  const { Users } = await client.searchUsers({
    InstanceId,
    MaxResults: 500,
    SearchCriteria: { StringCondition: { FieldName: 'Username', ComparisonType: 'EXACT', Value } },
  });
  return Users?.find(({ Username }) => Username === Value)?.IdentityInfo?.FirstName;
}
