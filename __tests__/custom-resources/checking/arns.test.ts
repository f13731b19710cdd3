import { arnsOfOtherPlace, checkArns, namedInOtherInstance } from '../../../custom-resources/checking/arns';
import { Findings } from '../../../custom-resources/checking/findings';
import { UNKNOWN } from '../../../custom-resources/contract/value';
import { USER } from '../../../custom-resources/values/identifiers';
import { fakeConnect, found, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { REPLICATED } from '../../support/custom-resources/groups';
import { ACCOUNT, arnOf, INSTANCE_ARN, INSTANCE_ID, REGION, REPLICA, USER_ARN, USER_ID } from '../../support/custom-resources/ids';

const named = (text: unknown) => [{ kind: USER, path: ['user_id'], text }];
const OTHER_ACCOUNT = USER_ARN.replace(ACCOUNT, '999999999999');
const ELSEWHERE = USER_ARN.replace(REGION, 'eu-west-2');

describe('an id or the ARN of a user', () => {
  it.each<[string, unknown, string, string | undefined]>([
    ['an id', USER_ID, INSTANCE_ARN, undefined],
    ['known only at apply', UNKNOWN, INSTANCE_ARN, undefined],
    ['of the instance', USER_ARN, INSTANCE_ARN, undefined],
    ['of an account that the id of the instance does not tell', OTHER_ACCOUNT, INSTANCE_ID, undefined],
    ['of another instance', arnOf('agent', USER_ID, 'other'), INSTANCE_ID, 'An ARN of another instance'],
    ['with its instance', `${INSTANCE_ID}:${USER_ID}`, INSTANCE_ARN, undefined],
    ['with another instance', `other:${USER_ID}`, INSTANCE_ARN, 'An id of another instance'],
    ['of another account', OTHER_ACCOUNT, INSTANCE_ARN, 'An ARN of another account'],
    ['no whole ARN', 'arn:aws', INSTANCE_ARN, 'An ARN of another account'],
  ])('that is %s needs no call to be taken or refused', (_, text, instance, summary) => {
    expect(namedInOtherInstance(named(text), instance).map((problem) => problem.summary)).toEqual(summary === undefined ? [] : [summary]);
  });

  it.each<[string, string, string | undefined]>([
    ['the instance', USER_ARN, undefined],
    ['a replica', USER_ARN.replace(REGION, REPLICA), undefined],
    ['another account', OTHER_ACCOUNT, `names a user of another account (expected: ${ACCOUNT}).`],
    ['another Region', ELSEWHERE, `names a user of another Region (expected: ${REGION}, ${REPLICA}).`],
    ['nowhere', 'arn:aws', `"arn:aws" names a user of another account`],
  ])('that names %s is held against what Connect says of the instance', (_, text, detail) => {
    const problems = arnsOfOtherPlace(named(text), REPLICATED);
    expect(problems.map((problem) => problem.detail)).toEqual(detail === undefined ? [] : [expect.stringContaining(detail)]);
  });

  it('is looked at only where there is one, and warned of where Connect does not tell', async () => {
    const check = async (text: unknown, find = found<typeof REPLICATED | undefined>(REPLICATED)) => {
      const connect = fakeConnect({ instances: { find } });
      const findings = new Findings(testContext(connect), { instance: INSTANCE_ID });
      const right = await checkArns(named(text), INSTANCE_ARN, findings);
      return [right, findings.diagnostics.map(({ severity }) => severity), connect.calls.map(({ given }) => given)];
    };
    expect(await check(USER_ID)).toEqual([true, [], []]);
    expect(await check(USER_ARN)).toEqual([true, [], [[INSTANCE_ID, REGION]]]);
    expect(await check(ELSEWHERE)).toEqual([false, ['error'], [[INSTANCE_ID, REGION]]]);
    expect(await check(ELSEWHERE, found(undefined))).toEqual([true, [], [[INSTANCE_ID, REGION]]]);
    expect(await check(ELSEWHERE, refuses('denied'))).toEqual([true, ['warning'], [[INSTANCE_ID, REGION]]]);
  });
});
