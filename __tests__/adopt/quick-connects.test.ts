import { idIn } from '../../connect/shapes/ids';
import { readQuickConnects } from '../../adopt/read/quick-connects';
import { succeeded } from '../../connect/failure';
import type { ListedQuickConnect, QuickConnectSettings } from '../../connect/gateway';
import { fakeConnect } from '../support/custom-resources/connect';

const settings = (id: string, lastModified: number, more: Partial<QuickConnectSettings> = {}): QuickConnectSettings => ({
  id: idIn(id),
  arn: `arn:${id}`,
  name: `Name of ${id}`,
  type: 'USER',
  target: { type: 'USER', userId: idIn('ada'), contactFlowId: idIn('flow') },
  tags: {},
  lastModified,
  ...more,
});

const byId = <T extends { readonly id: string }>(...all: readonly T[]): ReadonlyMap<string, T> => new Map(all.map((one) => [one.id, one]));

describe('the quick connects that adopt reads', () => {
  it('are described one by one where the search lags behind the list, and not otherwise', async () => {
    const connect = fakeConnect({
      catalogue: {
        quickConnects: () =>
          Promise.resolve(
            succeeded(
              byId<ListedQuickConnect>(
                { id: idIn('same'), lastModified: 1 },
                { id: idIn('renamed'), lastModified: 2 },
                { id: idIn('new'), lastModified: 3 },
                { id: idIn('gone'), lastModified: 1 },
              ),
            ),
          ),
      },
      quickConnects: {
        search: () => Promise.resolve(succeeded(byId(settings('same', 1), settings('renamed', 1)))),
        find: ({ quickConnectId: id }) => Promise.resolve(succeeded(id === 'gone' ? undefined : settings(id, 9, { name: `Now ${id}` }))),
      },
      queues: {
        offering: (_, ids) => Promise.resolve(succeeded([{ id: idIn('support'), name: 'Support', quickConnectIds: ids.slice(0, 1) }])),
      },
    });
    const { adopted, listed, leftOut } = await readQuickConnects(connect, idIn('i-1'), { users: new Set(['ada']), some: false });
    expect(adopted.map(({ state }) => [state.id, state.name, state.queue_ids])).toEqual([
      ['i-1:same', 'Name of same', ['support']],
      ['i-1:new', 'Now new', null],
      ['i-1:renamed', 'Now renamed', null],
    ]);
    expect([listed, [...leftOut]]).toEqual([4, [['deleted meanwhile', ['gone']]]]);
    expect(connect.given('find')).toHaveLength(3);
  });
});
