import { TagResourceCommand } from '@aws-sdk/client-connect';
import { agent, type Body, ContactCentre } from '../support/terraform/contact-centre';
import { apply, plan, writesAbout } from '../support/terraform/told';

/** Tags that the provider gives to all, tags that others manage, and an account's own. */
describe('the tags of an account', () => {
  let centre: ContactCentre;
  const provider = (defaults: Body): Body => ({
    default_tags: [{ tags: defaults }],
    ignore_tags: [{ keys: ['cost'], key_prefixes: ['audit:'] }],
  });
  const users = (tags?: Body): Body => ({ resource: { connect_user: { ada: agent('ada', tags && { tags }) } } });
  const tags = async (): Promise<unknown> => (await centre.userNamed('ada'))?.Tags;
  const tagOutside = async (added: Readonly<Record<string, string>>): Promise<void> => {
    const arn = String(centre.project.attributes('connect_user.ada')?.['arn']);
    await centre.outside().send(new TagResourceCommand({ resourceArn: arn, tags: added }));
  };
  beforeAll(async () => {
    centre = await ContactCentre.start();
  });
  afterAll(() => centre.close());

  it('are its own over the default ones of the provider, set as the account is created', async () => {
    await centre.declare(users({ site: 'Leeds', team: 'voice' }), provider({ team: 'all', managed: 'yes' }));
    expect((await apply(centre)).writes).toEqual(['CreateUser 200']);
    expect(await tags()).toEqual({ site: 'Leeds', team: 'voice', managed: 'yes' });
    expect(centre.project.attributes('connect_user.ada')).toMatchObject({
      tags: { site: 'Leeds', team: 'voice' },
      tags_all: { site: 'Leeds', team: 'voice', managed: 'yes' },
    });
  });

  it('have no changes when somebody else sets ignored ones', async () => {
    await tagOutside({ cost: '42', 'audit:by': 'eve' });
    const { planned, drift } = await plan(centre);
    expect([planned, drift]).toEqual([{}, {}]);
  });

  it('follow the defaults of the provider, lose what somebody else added, and keep the ignored', async () => {
    await tagOutside({ stray: 'yes' });
    await centre.declare(users({ site: 'Leeds' }), provider({ team: 'all' }));
    const { planned, calls } = await apply(centre);
    expect(planned).toEqual({ 'connect_user.ada': 'update' });
    expect(writesAbout(calls, String(centre.project.attributes('connect_user.ada')?.['user_id']))).toEqual([
      'UntagResource 200',
      'TagResource 200',
    ]);
    expect(await tags()).toEqual({ site: 'Leeds', team: 'all', cost: '42', 'audit:by': 'eve' });
  });

  it('are all taken away, but for the ignored, when none is declared any more', async () => {
    await centre.declare(users(), { ignore_tags: [{ keys: ['cost'], key_prefixes: ['audit:'] }] });
    expect((await apply(centre)).writes).toEqual(['UntagResource 200']);
    expect(await tags()).toEqual({ cost: '42', 'audit:by': 'eve' });
    expect((await plan(centre)).planned).toEqual({});
  });
});
