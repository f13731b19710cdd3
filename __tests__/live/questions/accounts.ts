import { type Finding, observed, unforeseen } from '../findings';
import { type Answer, answerTo, inWords, isOk } from '../instance/answer';
import type { Lab, LiveUser } from '../instance/lab';
import { attempt, type Question } from './question';

/** Names and ids of users. */
export const accounts: Question = {
  name: 'names and ids of users',
  rows: ['usernameCase', 'searchCase', 'userIdAsArn'],
  ask: (lab) =>
    lab.withUser('case', {}, async (user) => ({
      rows: {
        userIdAsArn: await attempt(lab, () => userIdAsArn(lab, user)),
        // Before there are two that differ in nothing else.
        searchCase: await attempt(lab, () => searchCase(lab, user)),
        usernameCase: await attempt(lab, () => usernameCase(lab, user)),
      },
    })),
};

async function userIdAsArn({ client, InstanceId }: Lab, { arn }: LiveUser): Promise<Finding<'accepted' | 'refused'>> {
  const answer = await answerTo(client.describeUser({ InstanceId, UserId: arn }));
  return observed(isOk(answer) ? 'accepted' : 'refused', `DescribeUser with an ARN: ${inWords(answer)}`);
}

async function searchCase(lab: Lab, { id, username }: LiveUser): Promise<Finding<'sensitive' | 'insensitive'>> {
  await lab.until('SearchUsers finds a new user', () => finds(lab, username, id));
  const found = await finds(lab, otherCase(username), id);
  return observed(found ? 'insensitive' : 'sensitive', `SearchUsers for the name in capitals: ${found ? 'found' : 'not found'}`);
}

async function finds({ client, InstanceId }: Lab, Value: string, id: string): Promise<boolean> {
  const { Users } = await client.searchUsers({
    InstanceId,
    MaxResults: 500,
    SearchCriteria: { StringCondition: { FieldName: 'Username', ComparisonType: 'EXACT', Value } },
  });
  return Users?.some(({ Id }) => Id === id) ?? false;
}

async function usernameCase(lab: Lab, { username }: LiveUser): Promise<Finding<'sensitive' | 'insensitive'>> {
  let second = '';
  const answer = await answerTo(lab.makeUser(otherCase(username)).then(({ id }) => (second = id)));
  if (isOk(answer)) await lab.removeUser(second);
  return caseOf(answer);
}

function caseOf(answer: Answer): Finding<'sensitive' | 'insensitive'> {
  const evidence = `CreateUser for the same name in capitals: ${inWords(answer)}`;
  if (isOk(answer)) return observed('sensitive', evidence);
  return answer.code === 'DuplicateResourceException' ? observed('insensitive', evidence) : unforeseen(evidence);
}

const otherCase = (name: string): string => name.toUpperCase();
