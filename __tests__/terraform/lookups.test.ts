import { CreateRoutingProfileCommand } from '@aws-sdk/client-connect';
import { INSTANCE_ID, MANAGED_INSTANCE_ID, REPLICA_REGION, SALES_ROUTING_PROFILE_ID, SUPPORT_QUEUE_ID } from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre } from '../support/terraform/contact-centre';
import { apply, plan, validate } from '../support/terraform/told';

/** A data source for each name; what a name needs in Terraform's own names. */
const each = (names: readonly string[], body: (name: string) => Body): Body =>
  Object.fromEntries(names.map((name, index) => [`a${index}`, { instance_id: INSTANCE_ID, ...body(name) }]));

describe('things that are looked up by their names', () => {
  let centre: ContactCentre;
  const TEAMS = Array.from({ length: 100 }, (_, index) => `Team "${index}" ${'${a}'}`);
  beforeAll(async () => {
    centre = await ContactCentre.start();
    const outside = centre.outside();
    for (const Name of TEAMS)
      await outside.send(
        new CreateRoutingProfileCommand({
          InstanceId: INSTANCE_ID,
          Name,
          Description: Name,
          DefaultOutboundQueueId: SUPPORT_QUEUE_ID,
          MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 1 }],
        }),
      );
  });
  afterAll(() => centre.close());

  it('cost one list for a whole plan, a hundred of each', async () => {
    await centre.declare({ data: { connect_routing_profile: each(TEAMS, (name) => ({ name: name.replaceAll('${', () => '$${') })) } });
    const { errors, calls } = await plan(centre);
    expect(errors).toEqual([]);
    expect(calls.map(({ operation }) => operation)).toEqual(['ListRoutingProfiles']);
  });

  it('and are not there are errors at plan that name what there is', async () => {
    await centre.declare({
      data: {
        connect_routing_profile: {
          gone: { instance_id: INSTANCE_ID, name: 'sales' },
          elsewhere: { instance_id: MANAGED_INSTANCE_ID, routing_profile_id: SALES_ROUTING_PROFILE_ID },
          nowhere: { instance_id: 'no-such-instance', name: 'Sales' },
        },
      },
    });
    const { errors } = await plan(centre);
    expect(errors.map(({ summary }) => summary).sort()).toEqual([
      'No instance no-such-instance',
      'No routing profile "sales"',
      `No routing profile ${SALES_ROUTING_PROFILE_ID}`,
    ]);
    expect(errors.find(({ summary }) => summary.endsWith('"sales"'))?.detail).toMatch(/has no routing profile of exactly that name/);
  });

  it('and are named twice, or not at all, are errors before the plan', async () => {
    await centre.declare({
      data: {
        connect_routing_profile: {
          both: { instance_id: INSTANCE_ID, name: 'Sales', routing_profile_id: SALES_ROUTING_PROFILE_ID },
          neither: { instance_id: INSTANCE_ID },
        },
      },
    });
    expect((await validate(centre.project)).map(({ summary }) => summary).sort()).toEqual([
      'Both "name" and "routing_profile_id"',
      'Neither "name" nor "routing_profile_id"',
    ]);
  });

  it('are what a new user refers to, and the plan after that is empty', async () => {
    await centre.declare({
      data: {
        connect_routing_profile: {
          sales: { instance_id: INSTANCE_ID, name: 'Sales' },
          same: { instance_id: INSTANCE_ID, routing_profile_id: SALES_ROUTING_PROFILE_ID, region: REPLICA_REGION },
        },
      },
      resource: { connect_user: { ada: agent('ada', { routing_profile_id: '${data.connect_routing_profile.sales.routing_profile_id}' }) } },
    });
    const { errors, writes } = await apply(centre);
    expect([errors, writes]).toEqual([[], ['CreateUser 200']]);
    expect(await centre.userNamed('ada')).toMatchObject({ RoutingProfileId: SALES_ROUTING_PROFILE_ID });
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
});
