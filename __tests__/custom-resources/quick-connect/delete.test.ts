import type { Id } from '../../../connect/gateway';
import { succeeded } from '../../../connect/failure';
import { deleteQuickConnect } from '../../../custom-resources/quick-connects/delete';
import { type Answers, answers, fakeConnect, found, refusal, refuses } from '../../support/custom-resources/connect';
import { INSTANCE_ID, REGION } from '../../support/custom-resources/ids';
import { QUICK_CONNECT_ID, SALES_ID, SUPPORT_ID } from '../../support/custom-resources/quick-connects';

const REF = { instanceId: INSTANCE_ID, quickConnectId: QUICK_CONNECT_ID, region: REGION };
const offeredIn = (...ids: readonly Id[]) => succeeded(ids.map((id) => ({ id, name: id, quickConnectIds: [QUICK_CONNECT_ID] })));

async function remove(all: Answers) {
  const connect = fakeConnect(all);
  const outcome = await deleteQuickConnect(connect, REF);
  return { end: outcome.ok ? 'deleted' : outcome.failure.kind, connect };
}

describe('the deletion of a quick connect', () => {
  it('looks for no queues where Connect takes it, or refuses it for another reason', async () => {
    const { end, connect } = await remove({});
    expect([end, connect.called]).toEqual(['deleted', ['delete']]);
    const denied = await remove({ quickConnects: { delete: refuses('denied') } });
    expect([denied.end, denied.connect.called]).toEqual(['denied', ['delete']]);
  });

  it.each(['in-use', 'conflict', 'invalid'] as const)(
    'that is refused as %s while queues offer it takes it out of them, and is tried again',
    async (kind) => {
      const { end, connect } = await remove({
        quickConnects: { delete: answers(refusal(kind), succeeded(undefined)) },
        queues: {
          offering: answers(offeredIn(SALES_ID, SUPPORT_ID)),
          removeQuickConnects: answers(refusal('not-found'), succeeded(undefined)),
        },
      });
      expect([end, connect.called]).toEqual(['deleted', ['delete', 'offering', 'removeQuickConnects', 'removeQuickConnects', 'delete']]);
      expect(connect.given('offering')).toEqual([[INSTANCE_ID, [QUICK_CONNECT_ID], REGION, { fresh: false }]]);
      expect(connect.given('removeQuickConnects')).toEqual([
        [INSTANCE_ID, SALES_ID, [QUICK_CONNECT_ID], REGION],
        [INSTANCE_ID, SUPPORT_ID, [QUICK_CONNECT_ID], REGION],
      ]);
    },
  );

  it('looks once more, at the queues of now, where those that were known offer it no longer', async () => {
    const { end, connect } = await remove({
      quickConnects: { delete: answers(refusal('in-use'), succeeded(undefined)) },
      queues: { offering: answers(offeredIn(), offeredIn(SALES_ID)) },
    });
    expect([end, connect.called]).toEqual(['deleted', ['delete', 'offering', 'offering', 'removeQuickConnects', 'delete']]);
    expect(connect.given('offering')[1]).toEqual([INSTANCE_ID, [QUICK_CONNECT_ID], REGION, { fresh: true }]);
  });

  it.each(['in-use', 'invalid'] as const)('ends as refused (%s) where no queue offers it', async (kind) => {
    const { end, connect } = await remove({ quickConnects: { delete: refuses(kind) } });
    expect([end, connect.called]).toEqual([kind, ['delete', 'offering', 'offering']]);
  });

  it('tells, where the queues could not be read, what they were looked through for', async () => {
    const connect = fakeConnect({
      quickConnects: { delete: refuses('invalid', { operation: 'DeleteQuickConnect', code: 'InvalidRequestException', message: 'No.' }) },
      queues: { offering: refuses('denied', { message: 'You may not list queues.' }) },
    });
    expect(await deleteQuickConnect(connect, REF)).toMatchObject({
      failure: {
        kind: 'denied',
        message: 'You may not list queues. (It was asked because DeleteQuickConnect answered InvalidRequestException: No.)',
      },
    });
  });

  it('tells why the queues could not be read or changed; what is missing there is not the quick connect', async () => {
    const inUse = { delete: refuses('in-use') };
    expect((await remove({ quickConnects: inUse, queues: { offering: refuses('denied') } })).end).toBe('denied');
    expect((await remove({ quickConnects: inUse, queues: { offering: refuses('not-found') } })).end).toBe('in-use');
    const removeQuickConnects = refuses('throttled');
    expect(
      (
        await remove({
          quickConnects: inUse,
          queues: { offering: found([{ id: SALES_ID, name: 'Sales', quickConnectIds: [QUICK_CONNECT_ID] }]), removeQuickConnects },
        })
      ).end,
    ).toBe('throttled');
  });
});
