import { idIn } from '../../../../connect/shapes/ids';
import { type Leaver, toldOf } from '../../../../custom-resources/user/removal/belongings';
import { printableDetail } from '../../../../provider/rpc/printable';

const leaver = (name: string, more: Partial<Leaver> = {}): Leaver => ({
  name,
  userId: `id-of-${name}`,
  quickConnects: [],
  quickConnectsGoingOn: [],
  groups: [{ id: 'night', name: 'Night' }],
  ...more,
});
const call = (name: string) => ({
  id: idIn(`qc-${name}`),
  name: `Call ${name}`,
  arn: '',
  type: 'USER',
  userId: idIn(`id-of-${name}`),
  queues: ['Support'],
});

describe('what is told of users who are destroyed', () => {
  it('is one warning of a kind, by their names, and first what nobody can undo', () => {
    const told = toldOf([
      leaver('bob', { quickConnects: [call('bob')] }),
      leaver('cleo', { successor: 'cleo.king', quickConnectsGoingOn: [call('cleo')] }),
      leaver('ada', { quickConnects: [call('ada')] }),
    ]);
    expect(told.map(({ summary, detail }) => [summary, ...[...detail.matchAll(/user "(\w+)"/g)].map(([, name]) => name)])).toEqual([
      ['Quick connects are deleted with their user', 'ada', 'bob'],
      ['Memberships end with their users', 'ada', 'bob'],
      ['Quick connects go on to the successor of their user', 'cleo'],
      ['Memberships go on to the successors of their users', 'cleo'],
    ]);
  });

  it('is not that they go on to somebody, of one whom a resource destroys and another declares, as without a "moved" block', () => {
    const ended = leaver('ada', { quickConnects: [call('ada')] });
    const declared = leaver('ada', { successor: 'ada', quickConnectsGoingOn: [call('ada')] });
    expect(toldOf([declared, ended]).map(({ summary }) => summary)).toEqual([
      'Quick connects are deleted with their user',
      'Memberships end with their users',
    ]);
  });

  it('claims of nothing that nobody declares it: Terraform may plan that after the users', () => {
    const [quickConnects, memberships] = toldOf([leaver('ada', { quickConnects: [call('ada')] })]).map(({ detail }) => detail);
    expect(quickConnects).toMatch(/The list may hold quick connects that connect_quick_connect resources declare/);
    expect(memberships).toMatch(/The list may hold memberships that resources declare\. .* the plan shows their end too\.$/);
    for (const detail of [quickConnects, memberships]) expect(detail).not.toMatch(/No resource/);
  });

  it('says beside a successor where create_before_destroy would lose what goes on, and what to do then', () => {
    const renamed = (isUnlike: boolean) =>
      toldOf([leaver('cleo', { successor: 'cleo.king', isUnlike, quickConnectsGoingOn: [call('cleo')] })]).map(({ detail }) => detail);
    for (const detail of renamed(true)) {
      expect(detail).toContain('From the user "cleo" (id-of-cleo) to "cleo.king", unless by create_before_destroy:\n');
      expect(detail).toMatch(/change the user name in one apply and other settings in another\.$/);
    }
    for (const detail of renamed(false)) expect(detail).not.toMatch(/unless|in one apply/);
  });

  it('keeps a name with line breaks on its line: it passes itself off as no other user or quick connect', () => {
    const forged = 'Night" (n-1) ends\nWith the user "boss" (id-of-boss):\n  - the quick connect "x';
    const told = toldOf([
      leaver('ada', {
        quickConnects: [{ ...call('ada'), name: forged, queues: ['Support\r\nSales'] }],
        groups: [{ id: 'night', name: forged }],
      }),
      leaver('bob', { successor: 'bob.king', groups: [{ id: 'night', name: forged }] }),
    ]);
    expect(told).toHaveLength(3);
    for (const { detail } of told) {
      expect(detail).not.toMatch(/^With the user "boss"/m);
      expect(detail).toContain('"Night" (n-1) ends<U+000A>With the user "boss" (id-of-boss):<U+000A>  - the quick connect "x" (');
    }
    expect(told[0]?.detail).toContain(', which agents are offered in "Support<U+000D><U+000A>Sales"');
  });

  it('leaves nobody out, however many they are and however little fits into one warning', () => {
    const names = Array.from({ length: 1000 }, (_, index) => `agent${index}`);
    const told = toldOf(names.map((name) => leaver(name, { groups: [], quickConnects: [call(name)] })));
    expect(told.length).toBeLessThan(25);
    expect(told.filter(({ detail }) => printableDetail(detail) !== detail)).toEqual([]);
    expect(told.flatMap(({ detail }) => [...detail.matchAll(/"Call (\w+)"/g)].map(([, name]) => name)).sort()).toEqual(names.sort());
  });
});
