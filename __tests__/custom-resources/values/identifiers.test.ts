import type { Gateway, Membership, NewUser, QuickConnectTarget } from '../../../connect/gateway';
import type { MembershipState } from '../../../custom-resources/traffic-distribution-group-user/schema';
import type { UserState } from '../../../custom-resources/user/schema';
import {
  bareId,
  identifier,
  identifiers,
  HIERARCHY_GROUP,
  identifierProblem,
  identifies,
  INSTANCE,
  instanceOf,
  parseArn,
  regionOf,
  ROUTING_PROFILE,
  SECURITY_PROFILE,
  TRAFFIC_DISTRIBUTION_GROUP,
  USER,
} from '../../../custom-resources/values/identifiers';
import { arnOf, GROUP_ARN, GROUP_ID, INSTANCE_ARN, INSTANCE_ID, USER_ARN, USER_ID } from '../../support/custom-resources/ids';

const KINDS = [
  ['an instance', INSTANCE, INSTANCE_ID, INSTANCE_ARN],
  ['a user', USER, USER_ID, USER_ARN],
  ['a routing profile', ROUTING_PROFILE, 'basic', arnOf('routing-profile', 'basic')],
  ['a security profile', SECURITY_PROFILE, 'agent_1', arnOf('security-profile', 'agent_1')],
  ['a hierarchy group', HIERARCHY_GROUP, 'team-7', arnOf('agent-group', 'team-7')],
  ['a traffic distribution group', TRAFFIC_DISTRIBUTION_GROUP, GROUP_ID, GROUP_ARN],
] as const;

describe.each(KINDS)('the identifier of %s', (_kind, kind, id, arn) => {
  it('may be an id or an ARN, of any partition, and both name the same thing', () => {
    const abroad = arn.replace('arn:aws:connect:us-east-1:', 'arn:aws-us-gov:connect:us-gov-west-1:');
    for (const text of [id, arn, abroad]) {
      expect(identifierProblem(kind, text)).toBeUndefined();
      expect(bareId(kind, text)).toBe(id);
      expect(identifier(kind).canonical(text)).toBe(id);
    }
  });

  it.each([
    ['', 'got ""'],
    ['two words', 'got "two words"'],
    [`${id}/more`, `got "${id}/more"`],
    ['arn:aws:connect', 'is not a complete ARN'],
    [arn.replace(':connect:', ':iam:'), 'the service "iam"'],
    [`${arn}/more`, 'got an ARN of'],
    [arn.replace(/:([^:]+)$/, ':old-$1'), 'got an ARN of'],
    [arn.replace('us-east-1', ''), `Region is ""`],
    [arn.replace('us-east-1', 'US-EAST'), 'Region is "US-EAST"'],
  ])('refuses %j and says what is expected', (text, detail) => {
    const problem = identifierProblem(kind, text) ?? '';
    expect(problem).toContain(`must be ${kind.noun}`);
    expect(problem).toContain(detail);
    expect(problem).toContain(kind.shape);
  });

  it('refuses the ARN of every other kind', () => {
    const others = KINDS.filter(([, other]) => other !== kind).map(([, , , other]) => other);
    expect(others.filter((other) => identifierProblem(kind, other) === undefined)).toEqual([]);
  });
});

it('refuses the id of a traffic distribution group that is no lower-case UUID, as the service does', () => {
  expect(identifierProblem(TRAFFIC_DISTRIBUTION_GROUP, GROUP_ID.toUpperCase())).toContain('a lower-case UUID');
  expect(identifierProblem(TRAFFIC_DISTRIBUTION_GROUP, 'sales')).toContain('a lower-case UUID');
});

it('says which element of a set is wrong', () => {
  expect(identifies(SECURITY_PROFILE)(['agent', 'no good'])).toMatch(/^each element must be a security profile.*"no good"/);
  expect(identifies(SECURITY_PROFILE)(['agent', null])).toBe('must not hold null');
  expect(identifies(SECURITY_PROFILE)(null)).toBeUndefined();
});

it('knows the instance and the Region that an ARN names', () => {
  expect(instanceOf(USER, USER_ARN)).toBe(INSTANCE_ID);
  expect(instanceOf(INSTANCE, INSTANCE_ARN)).toBe(INSTANCE_ID);
  expect(instanceOf(TRAFFIC_DISTRIBUTION_GROUP, GROUP_ARN)).toBeUndefined();
  expect(instanceOf(USER, USER_ID)).toBeUndefined();
  expect(regionOf(GROUP_ARN)).toBe('us-east-1');
  expect(regionOf(GROUP_ID)).toBeUndefined();
});

it('takes the id of a resource or data source for what it stands for, and nothing longer', () => {
  const id = `${INSTANCE_ID}:${USER_ID}`;
  expect(identifierProblem(USER, id)).toBeUndefined();
  expect(bareId(USER, id)).toBe(USER_ID);
  expect(instanceOf(USER, id)).toBe(INSTANCE_ID);
  expect(identifiers(USER).check([id, USER_ID])).toBe(`must name each thing once; "${USER_ID}" is there with and without its instance`);
  expect(identifierProblem(USER, `${id}:more`)).toContain('must be a user');
  expect(bareId(SECURITY_PROFILE, `${INSTANCE_ID}:s-1`)).toBe('s-1');
  expect(identifierProblem(TRAFFIC_DISTRIBUTION_GROUP, `${INSTANCE_ID}:${GROUP_ID}`)).toContain('a lower-case UUID');
});

/** Whether code compiles that gives the one where the other is asked for. */
type Takes<Asked, Given> = Given extends Asked ? true : false;

it('is made a bare id before Amazon Connect is called: code that forgets it does not compile', () => {
  const instance: Takes<Parameters<Gateway['users']['list']>[0], UserState['instance_id']> = false;
  const user: Takes<Membership['userId'], MembershipState['user_id']> = false;
  const profile: Takes<NewUser['routingProfileId'], UserState['routing_profile_id']> = false;
  const flow: Takes<Extract<QuickConnectTarget, { type: 'USER' }>['contactFlowId'], string> = false;
  const parsed: Takes<Membership['userId'], ReturnType<typeof bareId>> = true;
  expect([instance, user, profile, flow, parsed]).toEqual([false, false, false, false, true]);
});

it('takes an ARN apart', () => {
  expect(parseArn(INSTANCE_ARN)).toEqual({
    partition: 'aws',
    service: 'connect',
    region: 'us-east-1',
    account: '111122223333',
    resource: `instance/${INSTANCE_ID}`,
  });
});
