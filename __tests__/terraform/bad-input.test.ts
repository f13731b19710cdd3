import {
  ACCOUNT,
  AGENT_SECURITY_PROFILE_ID,
  BASIC_ROUTING_PROFILE_ID,
  INSTANCE_ID,
  MANAGED_INSTANCE_ID,
  TEAM_GROUP_ID,
} from '../../emulator/seed/demo';
import { ContactCentre } from '../support/terraform/contact-centre';
import { plan, type ToldDiagnostic, validate } from '../support/terraform/told';

const USER_ID = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const NO_GROUP_ID = '00000000-0000-4000-8000-000000000000';
const otherInstance = `arn:aws:connect:us-east-1:${ACCOUNT}:instance/${MANAGED_INSTANCE_ID}`;

/** A resource in HCL; `lines` take the place of the lines of the same attribute. */
function hcl(type: string, name: string, sound: Readonly<Record<string, string>>, lines: readonly string[]): string {
  const replaced = new Set(lines.map((line) => line.split(/[ {]/)[0]));
  const rest = Object.entries(sound)
    .filter(([attribute]) => !replaced.has(attribute))
    .map(([attribute, value]) => `${attribute} = ${value}`);
  return [`resource "${type}" "${name}" {`, ...[...rest, ...lines].map((line) => `  ${line}`), '}'].join('\n');
}

const user = (name: string, ...lines: readonly string[]): string =>
  hcl(
    'connect_user',
    name,
    {
      instance_id: `"${INSTANCE_ID}"`,
      name: `"${name}"`,
      routing_profile_id: `"${BASIC_ROUTING_PROFILE_ID}"`,
      security_profile_ids: `["${AGENT_SECURITY_PROFILE_ID}"]`,
    },
    lines,
  );

const membership = (name: string, ...lines: readonly string[]): string =>
  hcl(
    'connect_traffic_distribution_group_user',
    name,
    {
      instance_id: `"${INSTANCE_ID}"`,
      traffic_distribution_group_id: `"${TEAM_GROUP_ID}"`,
      user_id: `"${USER_ID}"`,
    },
    lines,
  );

interface Mistake {
  readonly mistake: string;
  readonly hcl: string;
  /** The beginning of the line that terraform points at. */
  readonly at: string;
  readonly says: RegExp;
}

const eleven = Array.from({ length: 11 }, (_, index) => `"profile-${index}"`).join(', ');
const block = (name: string, ...attributes: readonly string[]): readonly string[] => [`${name} {`, ...attributes, '}'];

/** Found with nothing but the configuration. Terraform cannot point into blocks that form a set: there it points at the resource. */
const AT_VALIDATE: Readonly<Record<string, Mistake>> = {
  id: {
    mistake: 'a malformed id',
    hcl: user('id', 'routing_profile_id = "not an id"'),
    at: 'routing_profile_id = "not an id"',
    says: /must be a routing profile: an id of letters, digits, "-" and "_", or an ARN .*got "not an id"/,
  },
  no_profiles: {
    mistake: 'a list that is null, as a variable without a value is',
    hcl: user('no_profiles', 'security_profile_ids = tolist(null)'),
    at: 'security_profile_ids =',
    says: /security_profile_ids is required\. Set it\./,
  },
  half_arn: {
    mistake: 'half an ARN',
    hcl: user('half_arn', 'hierarchy_group_id = "arn:aws:connect"'),
    at: 'hierarchy_group_id =',
    says: /"arn:aws:connect" is not a complete ARN/,
  },
  service: {
    mistake: 'an ARN of another service',
    hcl: user('service', `instance_id = "arn:aws:s3:us-east-1:${ACCOUNT}:instance/${INSTANCE_ID}"`),
    at: 'instance_id = "arn:aws:s3',
    says: /got an ARN of the service "s3"/,
  },
  thing: {
    mistake: 'an ARN of another thing',
    hcl: user('thing', `security_profile_ids = ["${otherInstance}/routing-profile/x"]`),
    at: 'security_profile_ids =',
    says: /must be a security profile.*got an ARN of "instance\/.*\/routing-profile\/x"/,
  },
  other_instance: {
    mistake: 'a routing profile of another instance',
    hcl: user('other_instance', `routing_profile_id = "${otherInstance}/routing-profile/x"`),
    at: 'routing_profile_id =',
    says: /An ARN of another instance.*names a routing profile of another instance/s,
  },
  group_uuid: {
    mistake: 'a group id that is no lower-case UUID',
    hcl: membership('group_uuid', `traffic_distribution_group_id = "${TEAM_GROUP_ID.toUpperCase()}"`),
    at: 'traffic_distribution_group_id =',
    says: /must be a traffic distribution group: a lower-case UUID/,
  },
  empty_set: {
    mistake: 'no security profile',
    hcl: user('empty_set', 'security_profile_ids = []'),
    at: 'security_profile_ids = []',
    says: /must hold 1 to 10 security profiles; it holds 0/,
  },
  large_set: {
    mistake: 'eleven security profiles',
    hcl: user('large_set', `security_profile_ids = [${eleven}]`),
    at: 'security_profile_ids =',
    says: /must hold 1 to 10 security profiles; it holds 11/,
  },
  at_site: {
    mistake: 'a user name with an @ that is no e-mail address',
    hcl: user('at_site', 'name = "agent@site"'),
    at: 'name = "agent@site"',
    says: /must have an "@" only as in an e-mail address/,
  },
  notification: {
    mistake: 'a notification address that is none',
    hcl: user('notification', ...block('identity_info', 'secondary_email = "not an email"')),
    at: 'secondary_email =',
    says: /identity_info\.secondary_email must be an e-mail address of at most 265 characters/,
  },
  styles: {
    mistake: 'phone settings in both styles',
    hcl: user(
      'styles',
      ...block('phone_config', 'phone_type = "SOFT_PHONE"'),
      ...block('auto_accept_config', 'channel = "VOICE"', 'auto_accept = true'),
    ),
    at: 'resource "connect_user" "styles"',
    says: /"auto_accept_config" sets for each channel.* takes only one of the two/,
  },
  twice: {
    mistake: 'a channel declared twice',
    hcl: user(
      'twice',
      ...block('auto_accept_config', 'channel = "VOICE"', 'auto_accept = true'),
      ...block('auto_accept_config', 'channel = "VOICE"', 'auto_accept = false'),
    ),
    at: 'resource "connect_user" "twice"',
    says: /one "auto_accept_config" block; VOICE has more\. Keep one of them/,
  },
  desk: {
    mistake: 'a desk phone without a number',
    hcl: user('desk', ...block('phone_config', 'phone_type = "DESK_PHONE"')),
    at: 'phone_config {',
    says: /needs a phone number in E\.164 format/,
  },
  passwords: {
    mistake: 'two passwords',
    hcl: user('passwords', 'password = "Secret-12345"', 'password_wo = "Secret-12345"'),
    at: 'password_wo =',
    says: /exclude each other/,
  },
  password: {
    mistake: 'a weak password, which is not repeated',
    hcl: user('password', 'password = "weak-secret"'),
    at: 'password = "weak-secret"',
    says: /must be 8 to 64 characters with(?!.*weak-secret)/,
  },
  level: {
    mistake: 'a level beyond 5',
    hcl: user('level', ...block('proficiency', 'attribute_name = "Product"', 'attribute_value = "Mobile"', 'level = 6')),
    at: 'resource "connect_user" "level"',
    says: /level.* must be a whole number from 1 to 5; got 6/,
  },
  timeout: {
    mistake: 'a timeout that is no duration',
    hcl: user('timeout', ...block('timeouts', 'create = "soon"')),
    at: 'create = "soon"',
    says: /must be a duration above zero .* got "soon"/,
  },
  stranger: {
    mistake: 'a user of another instance, by its ARN',
    hcl: membership('stranger', `user_id = "${otherInstance}/agent/${USER_ID}"`),
    at: 'user_id =',
    says: /is not a user of the instance/,
  },
};

/** Found by looking at Connect, before anything is written. */
const AT_PLAN: Readonly<Record<string, Mistake>> = {
  no_group: {
    mistake: 'a group that does not exist',
    hcl: membership('no_group', `traffic_distribution_group_id = "${NO_GROUP_ID}"`),
    at: 'traffic_distribution_group_id =',
    says: new RegExp(`No traffic distribution group ${NO_GROUP_ID}.*The instance ${INSTANCE_ID} has no such group`, 's'),
  },
  other_group: {
    mistake: 'a group of another instance',
    hcl: membership('other_group', `instance_id = "${MANAGED_INSTANCE_ID}"`),
    at: 'traffic_distribution_group_id =',
    says: new RegExp(`belongs to another instance.*"Voice teams".*not to the instance ${MANAGED_INSTANCE_ID}`, 's'),
  },
  other_region: {
    mistake: 'a group that the Region of its ARN does not have',
    hcl: membership(
      'other_region',
      `traffic_distribution_group_id = "arn:aws:connect:us-west-2:${ACCOUNT}:traffic-distribution-group/${NO_GROUP_ID.replace(/0$/, '1')}"`,
    ),
    at: 'traffic_distribution_group_id =',
    says: /has no such group in us-west-2/,
  },
};

describe('a mistake in the configuration', () => {
  let centre: ContactCentre;
  beforeAll(async () => {
    centre = await ContactCentre.start();
    await centre.declare({});
  });
  afterAll(() => centre.close());
  const text = ({ summary, detail }: ToldDiagnostic): string => `${summary} ${detail.replaceAll('\n', ' ')}`;
  const about = (problems: readonly ToldDiagnostic[], name: string): readonly ToldDiagnostic[] =>
    problems.filter(({ snippet }) => snippet?.context?.endsWith(` "${name}"`));
  const write = (mistakes: Readonly<Record<string, Mistake>>): string =>
    centre.project.write(
      'mistakes.tf',
      Object.values(mistakes)
        .map((mistake) => mistake.hcl)
        .join('\n\n'),
    );

  describe('is refused by validate, at its line', () => {
    let problems: readonly ToldDiagnostic[] = [];
    beforeAll(async () => {
      write(AT_VALIDATE);
      problems = await validate(centre.project);
    });

    it.each(Object.entries(AT_VALIDATE).map(([name, mistake]) => ({ name, ...mistake })))('refuses $mistake', ({ name, at, says }) => {
      const [problem, ...more] = about(problems, name);
      expect(more).toEqual([]);
      expect(problem?.snippet?.code.trim().startsWith(at) ? at : problem?.snippet?.code).toBe(at);
      expect(problem && text(problem)).toMatch(says);
    });

    it('refuses all of them without a call to Amazon Connect', async () => {
      expect(problems).toHaveLength(Object.keys(AT_VALIDATE).length);
      expect(await centre.emulator.control.calls()).toEqual([]);
    });
  });

  describe('that only Amazon Connect can tell is refused at plan, at its line', () => {
    let planned: Awaited<ReturnType<typeof plan>>;
    beforeAll(async () => {
      write(AT_PLAN);
      planned = await plan(centre);
    });

    it.each(Object.entries(AT_PLAN).map(([name, mistake]) => ({ name, ...mistake })))('refuses $mistake', ({ name, at, says }) => {
      const [problem, ...more] = about(planned.errors, name);
      expect(more).toEqual([]);
      expect(problem?.snippet?.code.trim().startsWith(at) ? at : problem?.snippet?.code).toBe(at);
      expect(problem && text(problem)).toMatch(says);
    });

    it('refuses all of them without a write', () => {
      expect([planned.errors.length, planned.writes]).toEqual([Object.keys(AT_PLAN).length, []]);
    });
  });
});
