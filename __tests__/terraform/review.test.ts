import { INSTANCE_ID, SALES_QUEUE_ID, SUPPORT_QUEUE_ID } from '../../emulator/seed/demo';
import { mixedPlan, planned, type WrittenPlan } from '../support/review/mixed-plan';
import { Desk } from '../support/review/plan-json';
import { type Body, ContactCentre, writesOf } from '../support/terraform/contact-centre';

/** The plan of 21 people in which everything happens, as the real terraform writes it. */
describe('the review of a real plan', () => {
  const desk = new Desk();
  let centre: ContactCentre;
  let first: WrittenPlan;
  let markdown: string;
  const review = async ({ json, events }: WrittenPlan): Promise<string> =>
    desk.markdown(JSON.parse(json) as Record<string, unknown>, '--events', desk.put('events.jsonl', events));

  beforeAll(async () => {
    centre = await ContactCentre.start();
    first = await mixedPlan(centre, 21);
    markdown = await review(first);
  });
  afterAll(async () => {
    await centre.close();
    desk.remove();
  });

  it('counts everybody', () => {
    expect(/^## .*$/m.exec(markdown)?.[0]).toBe(
      '## 5 join, 2 leave, 2 replaced, 1 made again, 1 changes team, 3 change settings, 1 imported, 1 moved, 1 changed outside; about 11 seconds at the quota',
    );
  });

  it('tells what goes along with who leaves, and why accounts are replaced', () => {
    expect(markdown).toContain(
      '- `farah.haddad.5`: deletes the quick connect `Call farah.haddad.5` (offered in `Support`, `Sales`); ends the membership in `Default traffic distribution group`, which no stack declares; ends the membership in `Voice teams`',
    );
    expect(markdown).toContain(
      '- `hana.tanaka.7`: user name: `hana.tanaka.7` → `hana.tanaka.7.new`; hands the quick connect `Reach hana.tanaka.7` (offered in `Support`) on to the new account',
    );
    expect(markdown).toContain('- `ines.silva.8`: marked as tainted');
  });

  it('calls groups and profiles by their names, before and after', () => {
    expect(markdown).toContain('- `farah.tanaka.20`: from `Default traffic distribution group` to `Voice teams`');
    expect(markdown).not.toMatch(/`\w{8}-\w{4}-/);
  });

  it('tells what was done outside apart', () => {
    const outside = markdown.slice(markdown.indexOf('#### Outside Terraform: 1 changed, 1 deleted'));
    expect(outside).toMatch(/^- `lea\.dubois\.11`: routing profile: .* \(the plan puts it back\)$/m);
    expect(outside).toContain('- `mateo.garcia.12`: the account was deleted outside: the plan makes it again, with a new id');
  });

  it('is the same to the letter when the same is planned again', async () => {
    expect(await review(await planned(centre))).toBe(markdown);
  });

  it('foretells each write that apply then makes', async () => {
    await expectForetold(markdown, centre);
  });

  it('foretells those for quick connects, groups and their shares, too', async () => {
    const shares = (east: number) => [
      { region: 'us-east-1', percentage: east },
      { region: 'us-west-2', percentage: 100 - east },
    ];
    const stack = (side: 'before' | 'after'): Body => {
      const [before, east] = [side === 'before', side === 'before' ? 100 : 50];
      const hotline = (name: string, queues: readonly string[], tags: Body): Body => ({
        instance_id: INSTANCE_ID,
        name,
        phone_config: { phone_number: '+12065550100' },
        queue_ids: queues,
        tags,
      });
      return {
        connect_quick_connect: before
          ? { changed: hotline('Old', [SUPPORT_QUEUE_ID], { a: '1', b: '2' }), ends: hotline('Ends', [], {}) }
          : { changed: hotline('New', [SALES_QUEUE_ID], { a: '2' }), begins: hotline('Begins', [SUPPORT_QUEUE_ID, SALES_QUEUE_ID], {}) },
        connect_traffic_distribution_group: {
          night: { instance_id: INSTANCE_ID, name: 'Night' },
          ...(!before && { day: { instance_id: INSTANCE_ID, name: 'Day' } }),
        },
        connect_traffic_distribution: {
          night: { traffic_distribution_group_id: '${connect_traffic_distribution_group.night.arn}', telephony: shares(east) },
        },
      };
    };
    const other = centre.otherStack();
    await other.declare({ resource: stack('before') });
    await other.apply();
    await other.declare({ resource: stack('after') });
    await expectForetold(await review(await planned(other)), other);
  });
});

async function expectForetold(markdown: string, centre: ContactCentre): Promise<void> {
  const foretold = [...markdown.slice(markdown.indexOf('calls of Amazon Connect')).matchAll(/^- (\w+): (\d+)$/gm)].map(
    ([, operation = '', calls]) => [operation, Number(calls)] as const,
  );
  const made = new Map<string, number>();
  for (const write of writesOf(await centre.apply())) {
    const [operation = ''] = write.split(' ');
    made.set(operation, (made.get(operation) ?? 0) + 1);
  }
  expect(made.size).toBeGreaterThan(0);
  expect(Object.fromEntries(made)).toEqual(Object.fromEntries(foretold.filter(([operation]) => !/^(Describe|Get|List)/.test(operation))));
}
