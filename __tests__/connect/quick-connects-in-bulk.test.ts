import { idIn } from '../../connect/shapes/ids';
import type { Id, QuickConnectSettings } from '../../connect/gateway';
import { INSTANCE_ID } from '../support/connect/seed';
import { openPaced, type WithEmulator } from '../support/connect/emulator';
import { valueOf } from '../support/connect/open';

const COUNT = 400;
const MANY = 10_000;

/** Straight into the emulator: made by somebody, long ago. */
async function withQuickConnects(work: (service: WithEmulator, ids: readonly Id[]) => Promise<void>, count = COUNT): Promise<void> {
  await using service = await openPaced({ quotas: { quickConnects: 100_000 } });
  const instance = service.emulator.world.instance(INSTANCE_ID);
  if (!instance) throw new Error('the emulator has no such instance');
  const ids = Array.from({ length: count }, (_, index) => idIn(`qc-${index}`));
  for (const id of ids)
    instance.quickConnects.put(
      id,
      {
        Name: `Number ${id}`,
        QuickConnectConfig: { QuickConnectType: 'PHONE_NUMBER', PhoneConfig: { PhoneNumber: '+12065550100' } },
        Tags: {},
        LastModifiedTime: 0,
        LastModifiedRegion: 'us-east-1',
      },
      { at: 0, region: 'us-east-1', lag: 0, mirrorLag: 0 },
    );
  await work(service, ids);
}

const agrees = (shown: QuickConnectSettings): boolean => shown.name.startsWith('Number ');

describe('unchanged quick connects', () => {
  it('are confirmed by the pages of one search, not by a call for each', async () => {
    await withQuickConnects(async (service, ids) => {
      const { quickConnects } = service.gateway();
      const told = await Promise.all(
        ids.map((quickConnectId) => quickConnects.observe({ instanceId: INSTANCE_ID, quickConnectId }, agrees)),
      );
      expect(new Set(told.map((one) => (valueOf(one) === 'unchanged' ? 'unchanged' : 'asked')))).toContain('unchanged');
      expect(service.calls('SearchQuickConnects')).toHaveLength(COUNT / 100 + 1);
      expect(service.calls('DescribeQuickConnect').length).toBeLessThanOrEqual(20);
    });
  });

  it('of ten thousand cost a hundred pages, and a call each for the few that come before the first of them', async () => {
    await withQuickConnects(async (service, ids) => {
      const { quickConnects } = service.gateway();
      const told = await Promise.all(
        ids.map((quickConnectId) => quickConnects.observe({ instanceId: INSTANCE_ID, quickConnectId }, agrees)),
      );
      expect(told.every((one) => valueOf(one) !== undefined)).toBe(true);
      // Two more stand in the demo.
      expect(service.calls('SearchQuickConnects')).toHaveLength(MANY / 100 + 1);
      expect(service.calls('DescribeQuickConnect').length).toBeLessThanOrEqual(MANY / 50);
    }, MANY);
  });

  it('are listed as a whole by a hundred a call, each with when it was modified', async () => {
    await withQuickConnects(async (service, ids) => {
      const all = valueOf(await service.gateway().quickConnects.search(INSTANCE_ID));
      expect([all.size, all.get(ids[0] ?? '')?.lastModified]).toEqual([COUNT + 2, 0]);
      expect(service.calls('SearchQuickConnects')).toHaveLength(COUNT / 100 + 1);
    });
  });

  it('are few: then each is asked for by itself', async () => {
    await withQuickConnects(async (service, ids) => {
      const { quickConnects } = service.gateway();
      for (const quickConnectId of ids.slice(0, 3))
        valueOf(await quickConnects.observe({ instanceId: INSTANCE_ID, quickConnectId }, agrees));
      expect([service.calls('SearchQuickConnects').length, service.calls('DescribeQuickConnect').length]).toEqual([0, 3]);
    });
  });

  it('are believed to be gone or changed only if a call of their own says so', async () => {
    await withQuickConnects(async (service, ids) => {
      const { quickConnects } = service.gateway();
      const [first] = ids;
      const of = (quickConnectId: Id) => ({ instanceId: INSTANCE_ID, quickConnectId });
      const answers = await Promise.all([
        ...ids.map((id) => quickConnects.observe(of(id), (shown) => id !== first && agrees(shown))),
        quickConnects.observe(of(idIn('gone')), agrees),
      ]);
      const told = answers.map((answer) => valueOf(answer));
      expect(told[0]).toMatchObject({ id: first, name: `Number ${first}` });
      expect(told.at(-1)).toBeUndefined();
    });
  });
});

describe('a name', () => {
  it('of a new quick connect is looked up by an exact search', async () => {
    await withQuickConnects(async (service) => {
      const { quickConnects } = service.gateway();
      expect(valueOf(await quickConnects.holderOf(INSTANCE_ID, 'Number qc-7'))?.id).toBe('qc-7');
      expect(valueOf(await quickConnects.holderOf(INSTANCE_ID, 'Nobody'))).toBeUndefined();
      expect(service.calls('SearchQuickConnects')).toHaveLength(2);
    });
  });
});
