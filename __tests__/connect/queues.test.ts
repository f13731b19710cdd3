import { idIn } from '../../connect/shapes/ids';
import * as seed from '../../emulator/seed/demo';
import { INSTANCE_ID } from '../support/connect/seed';
import { openEmulator } from '../support/connect/emulator';
import { failureOf, openAt, valueOf } from '../support/connect/open';
import { ok, type Reaction, refusal, startScriptedServer } from '../support/connect/scripted-server';

const HOTLINE_QUICK_CONNECT_ID = idIn(seed.HOTLINE_QUICK_CONNECT_ID);
const SALES_QUICK_CONNECT_ID = idIn(seed.SALES_QUICK_CONNECT_ID);
const SALES_QUEUE_ID = idIn(seed.SALES_QUEUE_ID);
const SUPPORT_QUEUE_ID = idIn(seed.SUPPORT_QUEUE_ID);
const NOBODY = idIn('99999999-0000-4000-8000-000000000000');

describe('the queues that offer quick connects', () => {
  it('are found with those that they offer, and looked through once', async () => {
    await using service = await openEmulator();
    const { queues } = service.gateway();
    const support = { id: SUPPORT_QUEUE_ID, name: 'Support' };
    expect(valueOf(await queues.offering(INSTANCE_ID, [SALES_QUICK_CONNECT_ID, NOBODY]))).toEqual([
      { ...support, quickConnectIds: [SALES_QUICK_CONNECT_ID] },
    ]);
    expect(valueOf(await queues.offering(INSTANCE_ID, [HOTLINE_QUICK_CONNECT_ID, SALES_QUICK_CONNECT_ID]))).toEqual([
      { ...support, quickConnectIds: [HOTLINE_QUICK_CONNECT_ID, SALES_QUICK_CONNECT_ID] },
    ]);
    expect(valueOf(await queues.offering(INSTANCE_ID, [NOBODY]))).toEqual([]);
    expect(service.calls('ListQueues')).toHaveLength(1);
  });

  it('take one up and leave it', async () => {
    await using service = await openEmulator();
    const { queues } = service.gateway();
    const ref = { instanceId: INSTANCE_ID, quickConnectId: SALES_QUICK_CONNECT_ID };
    valueOf(await queues.addQuickConnect(ref, SALES_QUEUE_ID));
    valueOf(await queues.removeQuickConnects(INSTANCE_ID, SUPPORT_QUEUE_ID, [SALES_QUICK_CONNECT_ID]));
    const offering = valueOf(await service.gateway().queues.offering(INSTANCE_ID, [SALES_QUICK_CONNECT_ID]));
    expect(offering.map(({ id }) => id)).toEqual([SALES_QUEUE_ID]);
  });

  it('leave more than fifty in several calls, and stop at the first that is refused', async () => {
    const many = Array.from({ length: 101 }, (_, index) => idIn(`qc-${index}`));
    await using server = await startScriptedServer(ok(), ok(), ok());
    valueOf(await (await openAt(server.endpoint)).gateway().queues.removeQuickConnects(INSTANCE_ID, SUPPORT_QUEUE_ID, many));
    expect(server.requests).toHaveLength(3);
    await using strict = await startScriptedServer(ok(), refusal(403, 'AccessDeniedException'), ok());
    expect(
      failureOf(await (await openAt(strict.endpoint)).gateway().queues.removeQuickConnects(INSTANCE_ID, SUPPORT_QUEUE_ID, many)).kind,
    ).toBe('denied');
    expect(strict.requests).toHaveLength(2);
    await using idle = await startScriptedServer();
    valueOf(await (await openAt(idle.endpoint)).gateway().queues.removeQuickConnects(INSTANCE_ID, SUPPORT_QUEUE_ID, []));
    expect(idle.requests).toEqual([]);
  });

  describe('of which one', () => {
    const listed = ok({ QueueSummaryList: [{ Id: 'q-1', Name: 'First' }, { Id: 'q-2' }] });
    const offers = (...ids: readonly string[]) => ok({ QuickConnectSummaryList: ids.map((Id) => ({ Id })) });
    const missing = refusal(404, 'ResourceNotFoundException');
    const ask = async (...script: readonly Reaction[]) => {
      await using server = await startScriptedServer(listed, ...script);
      const found = await (await openAt(server.endpoint)).gateway().queues.offering(INSTANCE_ID, [idIn('qc-1')]);
      return { found, requests: server.requests.length };
    };

    it('is not found at the first try are asked once more', async () => {
      const { found, requests } = await ask(missing, offers('qc-1'), offers('qc-1', 'qc-2'));
      expect(valueOf(found)).toEqual([
        { id: 'q-1', name: 'First', quickConnectIds: ['qc-1'] },
        { id: 'q-2', name: '', quickConnectIds: ['qc-1'] },
      ]);
      expect(requests).toBe(4);
    });

    it('was deleted meanwhile are told without it', async () => {
      const { found } = await ask(missing, missing, offers('qc-1'));
      expect(valueOf(found).map(({ id }) => id)).toEqual(['q-2']);
    });

    it('may not be read are not told at all', async () => {
      const { found, requests } = await ask(refusal(403, 'AccessDeniedException'));
      expect([failureOf(found).kind, requests]).toEqual(['denied', 2]);
    });
  });
});
