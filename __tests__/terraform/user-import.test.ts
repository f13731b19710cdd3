import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssociateUserProficienciesCommand, CreateUserCommand } from '@aws-sdk/client-connect';
import { ACCOUNT, INSTANCE_ID, NORTH_HIERARCHY_GROUP_ID } from '../../emulator/seed/demo';
import { agent, type Body, ContactCentre } from '../support/terraform/contact-centre';
import { agent as account } from '../support/emulator/test-emulator';
import { apply, plan } from '../support/terraform/told';

const ARN = `arn:aws:connect:us-east-1:${ACCOUNT}:instance/${INSTANCE_ID}`;

/** Two agents that somebody made by hand: one with phone settings for all channels, one per channel. */
const ADA: Body = agent('ada', {
  hierarchy_group_id: NORTH_HIERARCHY_GROUP_ID,
  identity_info: { first_name: 'Ada', last_name: 'Lovelace', secondary_email: 'ada@example.com', mobile: '+12065550101' },
  phone_config: { phone_type: 'DESK_PHONE', desk_phone_number: '+12065550102', after_contact_work_time_limit: 30 },
  proficiency: { attribute_name: 'Product', attribute_value: 'Mobile', level: 4 },
  tags: { site: 'Leeds' },
});
const BOB: Body = agent('bob', {
  identity_info: { first_name: 'Bob', last_name: 'Agent' },
  phone_config: undefined,
  auto_accept_config: { channel: 'VOICE', auto_accept: true, agent_first_callback_auto_accept: true },
  phone_number_config: { channel: 'VOICE', phone_type: 'SOFT_PHONE' },
  voice_enhancement_config: { channel: 'VOICE', voice_enhancement_mode: 'NONE' },
});

interface StateFile {
  readonly resources: readonly { readonly instances: readonly object[] }[];
}

describe('an account that was made outside Terraform', () => {
  let centre: ContactCentre;
  let [ada, bob] = ['', ''];

  beforeAll(async () => {
    centre = await ContactCentre.start();
    const outside = centre.outside();
    const adas = await outside.send(
      new CreateUserCommand({
        ...account('ada'),
        HierarchyGroupId: NORTH_HIERARCHY_GROUP_ID,
        IdentityInfo: { FirstName: 'Ada', LastName: 'Lovelace', SecondaryEmail: 'ada@example.com', Mobile: '+12065550101' },
        PhoneConfig: { PhoneType: 'DESK_PHONE', DeskPhoneNumber: '+12065550102', AfterContactWorkTimeLimit: 30 },
        Tags: { site: 'Leeds' },
      }),
    );
    const bobs = await outside.send(
      new CreateUserCommand({
        ...account('bob', { IdentityInfo: { FirstName: 'Bob', LastName: 'Agent' } }),
        AutoAcceptConfigs: [{ Channel: 'VOICE', AutoAccept: true, AgentFirstCallbackAutoAccept: true }],
        PhoneNumberConfigs: [{ Channel: 'VOICE', PhoneType: 'SOFT_PHONE' }],
        VoiceEnhancementConfigs: [{ Channel: 'VOICE', VoiceEnhancementMode: 'NONE' }],
      }),
    );
    [ada, bob] = [adas.UserId ?? '', bobs.UserId ?? ''];
    const proficiency = { AttributeName: 'Product', AttributeValue: 'Mobile', Level: 4 };
    await outside.send(new AssociateUserProficienciesCommand({ InstanceId: INSTANCE_ID, UserId: ada, UserProficiencies: [proficiency] }));
  });
  afterAll(() => centre.close());

  it('is imported by INSTANCE:USER and by its ARN, and the configuration that fits has no changes', async () => {
    await centre.declare({ resource: { connect_user: { ada: { ...ADA, instance_id: ARN }, bob: BOB } } });
    await centre.project.succeed('import', '-no-color', 'connect_user.ada', `${INSTANCE_ID}:${ada}`);
    await centre.project.succeed('import', '-no-color', 'connect_user.bob', `${ARN}/agent/${bob}`);
    expect((await plan(centre)).planned).toEqual({});
  });

  it('is the same for this Terraform when a newer one wrote the state, with identities', async () => {
    const path = join(centre.project.directory, 'terraform.tfstate');
    const state = JSON.parse(readFileSync(path, 'utf8')) as StateFile;
    for (const { instances } of state.resources)
      for (const instance of instances)
        Object.assign(instance, { identity_schema_version: 0, identity: { instance_id: INSTANCE_ID, user_id: ada, region: null } });
    centre.project.write('terraform.tfstate', JSON.stringify(state));
    expect((await plan(centre)).planned).toEqual({});
  });

  it('is imported by its user name, as are all of a team with for_each', async () => {
    await centre.project.succeed('state', 'rm', 'connect_user.ada', 'connect_user.bob');
    await centre.declare({
      resource: {
        connect_user: { ada: { ...ADA, instance_id: ARN }, team: { ...BOB, name: '${each.key}', for_each: '${toset(["bob"])}' } },
      },
      import: [
        { to: 'connect_user.ada', id: `${ARN}:name/ada` },
        { for_each: '${toset(["bob"])}', to: 'connect_user.team[each.key]', id: `${INSTANCE_ID}:name/\${each.key}` },
      ],
    });
    const told = await apply(centre);
    expect([told.errors, told.planned, told.writes]).toEqual([
      [],
      { 'connect_user.ada': 'import', 'connect_user.team["bob"]': 'import' },
      [],
    ]);
    expect((await plan(centre)).planned).toEqual({});
    await centre.project.succeed('state', 'mv', 'connect_user.team["bob"]', 'connect_user.bob');
  });

  it('fails to be imported by an id that is none, and when there is no such account', async () => {
    await centre.declare({
      resource: { connect_user: { ada: ADA, bob: BOB, eve: agent('eve'), mallory: agent('mallory'), trent: agent('trent') } },
      import: [
        { to: 'connect_user.eve', id: `${INSTANCE_ID},${ada}` },
        { to: 'connect_user.trent', id: `${INSTANCE_ID}:name/trent` },
        { to: 'connect_user.mallory', id: `${INSTANCE_ID}:00000000-0000-0000-0000-000000000000` },
      ],
    });
    const { errors } = await plan(centre);
    expect(errors.map(({ summary }) => summary).sort()).toEqual([
      'Cannot import non-existent remote object',
      'The import id is not one of a user',
      'There is no user "trent" to import',
    ]);
    expect(errors.map(({ detail }) => detail).join()).toContain(
      'Expected INSTANCE:USER (both as ids), INSTANCE:name/USERNAME, or the ARN of a user',
    );
  });

  it('gets its configuration written by terraform, which then has no changes', async () => {
    await centre.project.succeed('state', 'rm', 'connect_user.ada', 'connect_user.bob');
    await centre.declare({
      import: [
        { to: 'connect_user.ada', id: `${INSTANCE_ID}:${ada}` },
        { to: 'connect_user.bob', id: `${INSTANCE_ID}:${bob}` },
      ],
    });
    const { planned, errors } = await plan(centre, '-generate-config-out=generated.tf');
    expect([planned, errors]).toEqual([{ 'connect_user.ada': 'import', 'connect_user.bob': 'import' }, []]);
    const { code, writes } = await apply(centre);
    expect([code, writes]).toEqual([0, []]);
    expect((await plan(centre)).planned).toEqual({});
    expect(readFileSync(join(centre.project.directory, 'generated.tf'), 'utf8')).toMatch(/desk_phone_number += "\+12065550102"/);
  });
});
