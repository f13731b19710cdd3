import { CreateRoutingProfileCommand, CreateSecurityProfileCommand } from '@aws-sdk/client-connect';
import {
  AGENT_SECURITY_PROFILE_ID,
  INSTANCE_ID,
  MANAGED_INSTANCE_ID,
  NORTH_HIERARCHY_GROUP_ID,
  REPLICA_REGION,
  SALES_QUICK_CONNECT_ID,
  SALES_ROUTING_PROFILE_ID,
  SUPPORT_QUEUE_ID,
} from '../../emulator/seed/demo';
import { exampleText } from '../support/terraform/examples';
import { agent, type Body, ContactCentre } from '../support/terraform/contact-centre';
import { apply, plan, validate } from '../support/terraform/told';

/** Those whose names are in the emulator. */
const EXAMPLES = [
  'data-queue',
  'data-quick-connect',
  'data-routing-profile',
  'data-security-profile',
  'data-traffic-distribution-group-users',
  'data-traffic-distribution-groups',
  'data-user-hierarchy-group',
  'data-users',
];

/** A data source for each. */
const each = (bodies: readonly Body[]): Body =>
  Object.fromEntries(bodies.map((body, index) => [`a${index}`, { instance_id: INSTANCE_ID, ...body }]));

/** As a name is written in a configuration. */
const written = (name: string): string => name.replaceAll('${', () => '$${');

const data = (type: string, name: string): string => `\${data.${type}.${name}.${type.slice('connect_'.length)}_id}`;

describe('things that are looked up by their names', () => {
  let centre: ContactCentre;
  /** Names that Terraform and JSON spell in another way. */
  const TEAMS = Array.from({ length: 100 }, (_, index) => `Team "${index}" ${'${a}'}`);
  const SITES = ['North', 'South'];
  const PROFILES = TEAMS.map((_, index) => `Profile ${index}`);
  beforeAll(async () => {
    centre = await ContactCentre.start({ settings: { quotas: { securityProfiles: 200 } } });
    const outside = centre.outside();
    for (const [index, Name] of TEAMS.entries()) {
      await outside.send(
        new CreateRoutingProfileCommand({
          InstanceId: INSTANCE_ID,
          Name,
          Description: Name,
          DefaultOutboundQueueId: SUPPORT_QUEUE_ID,
          MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 1 }],
        }),
      );
      await outside.send(new CreateSecurityProfileCommand({ InstanceId: INSTANCE_ID, SecurityProfileName: PROFILES[index] }));
    }
  });
  afterAll(() => centre.close());

  it('cost one list of each kind for a whole plan, a hundred of some', async () => {
    await centre.declare({
      data: {
        connect_queue: each([{ name: 'Support' }, { name: 'Sales' }, { queue_id: SUPPORT_QUEUE_ID }]),
        connect_quick_connect: each([{ name: 'Hotline' }, { name: 'Sales' }, { quick_connect_id: SALES_QUICK_CONNECT_ID }]),
        connect_routing_profile: each(TEAMS.map((name) => ({ name: written(name) }))),
        connect_security_profile: each(PROFILES.map((name) => ({ name }))),
        connect_user_hierarchy_group: each([{ path: ['Company'] }, ...SITES.map((site) => ({ path: ['Company', site] }))]),
      },
    });
    const { errors, calls } = await plan(centre);
    expect(errors).toEqual([]);
    expect(calls.map(({ operation }) => operation).sort()).toEqual([
      'ListQueues',
      'ListQuickConnects',
      'ListRoutingProfiles',
      'ListSecurityProfiles',
      'SearchUserHierarchyGroups',
    ]);
  });

  it('and are not there are errors at plan that name what there is', async () => {
    await centre.declare({
      data: {
        connect_routing_profile: {
          gone: { instance_id: INSTANCE_ID, name: 'sales' },
          elsewhere: { instance_id: MANAGED_INSTANCE_ID, routing_profile_id: SALES_ROUTING_PROFILE_ID },
          nowhere: { instance_id: 'no-such-instance', name: 'Sales' },
        },
        connect_security_profile: { gone: { instance_id: INSTANCE_ID, name: 'Agents' } },
        connect_queue: { gone: { instance_id: INSTANCE_ID, name: 'Suport' } },
        connect_quick_connect: { gone: { instance_id: INSTANCE_ID, name: 'hotline' } },
        connect_user_hierarchy_group: { gone: { instance_id: INSTANCE_ID, path: ['Company', 'north'] } },
      },
    });
    const { errors } = await plan(centre);
    expect(errors.map(({ summary }) => summary).sort()).toEqual([
      'No hierarchy group "Company" / "north"',
      'No instance no-such-instance',
      'No queue "Suport"',
      'No quick connect "hotline"',
      'No routing profile "sales"',
      `No routing profile ${SALES_ROUTING_PROFILE_ID}`,
      'No security profile "Agents"',
    ]);
    const detailOf = (name: string): string => errors.find(({ summary }) => summary.endsWith(`"${name}"`))?.detail ?? '';
    expect(detailOf('sales')).toContain(`It has "Sales" (${SALES_ROUTING_PROFILE_ID}), `);
    expect(detailOf('Agents')).toContain(`It has "Agent" (${AGENT_SECURITY_PROFILE_ID}), `);
    expect(detailOf('north')).toContain(`It has "Company" / "North" (${NORTH_HIERARCHY_GROUP_ID}), "Company" (`);
    expect(detailOf('Agents')).toContain(' and 93 more. ');
  });

  it('and are named twice, or not at all, are errors before the plan', async () => {
    await centre.declare({
      data: {
        connect_routing_profile: {
          both: { instance_id: INSTANCE_ID, name: 'Sales', routing_profile_id: SALES_ROUTING_PROFILE_ID },
          neither: { instance_id: INSTANCE_ID },
        },
        connect_security_profile: { neither: { instance_id: INSTANCE_ID } },
        connect_queue: { neither: { instance_id: INSTANCE_ID } },
        connect_quick_connect: { neither: { instance_id: INSTANCE_ID } },
        connect_user_hierarchy_group: { neither: { instance_id: INSTANCE_ID }, deep: { instance_id: INSTANCE_ID, path: [...'abcdef'] } },
      },
    });
    expect((await validate(centre.project)).map(({ summary }) => summary).sort()).toEqual([
      'Both "name" and "routing_profile_id"',
      'Invalid path',
      'Neither "name" nor "queue_id"',
      'Neither "name" nor "quick_connect_id"',
      'Neither "name" nor "routing_profile_id"',
      'Neither "name" nor "security_profile_id"',
      'Neither "path" nor "hierarchy_group_id"',
    ]);
  });

  it('are what a new user refers to, and the plan after that is empty', async () => {
    await centre.declare({
      data: {
        connect_routing_profile: {
          sales: { instance_id: INSTANCE_ID, name: 'Sales' },
          same: { instance_id: INSTANCE_ID, routing_profile_id: SALES_ROUTING_PROFILE_ID, region: REPLICA_REGION },
        },
        connect_security_profile: { agent: { instance_id: INSTANCE_ID, name: 'Agent' } },
        connect_user_hierarchy_group: { north: { instance_id: INSTANCE_ID, path: ['Company', 'North'] } },
      },
      resource: {
        connect_user: {
          ada: agent('ada', {
            routing_profile_id: data('connect_routing_profile', 'sales'),
            hierarchy_group_id: '${data.connect_user_hierarchy_group.north.hierarchy_group_id}',
            security_profile_ids: ['${data.connect_security_profile.agent.id}'],
          }),
        },
      },
    });
    const { errors, writes } = await apply(centre);
    expect([errors, writes]).toEqual([[], ['CreateUser 200']]);
    expect(await centre.userNamed('ada')).toMatchObject({
      RoutingProfileId: SALES_ROUTING_PROFILE_ID,
      SecurityProfileIds: [AGENT_SECURITY_PROFILE_ID],
      HierarchyGroupId: NORTH_HIERARCHY_GROUP_ID,
    });
    for (const name of ['sales', 'same'])
      expect(centre.project.attributes(`data.connect_routing_profile.${name}`)).toMatchObject({
        name: 'Sales',
        routing_profile_id: SALES_ROUTING_PROFILE_ID,
        id: `${INSTANCE_ID}:${SALES_ROUTING_PROFILE_ID}`,
        arn: expect.stringContaining(`instance/${INSTANCE_ID}/routing-profile/${SALES_ROUTING_PROFILE_ID}`),
      });
    const { planned, errors: complaints } = await plan(centre);
    expect([planned, complaints]).toEqual([{}, []]);
  });

  it('are planned as the examples of the reference pages say', async () => {
    const stack = centre.otherStack();
    await stack.declare({});
    // Each says where the provider comes from, as a module of its own would; a stack says it once.
    const bodies = EXAMPLES.map((name) => exampleText(name, 'main.tf').replace(/^terraform \{[^]*?^\}\n/m, ''));
    stack.project.write('examples.tf', bodies.join('\n'));
    const { errors, planned } = await plan(stack);
    expect(errors).toEqual([]);
    expect(Object.keys(planned).sort()).toEqual([
      'connect_traffic_distribution_group_users.team',
      'connect_user.ada',
      'connect_user.alan',
      'connect_user.grace',
    ]);
  });
});
