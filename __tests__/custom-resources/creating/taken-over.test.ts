import { succeeded } from '../../../connect/failure';
import type { QuickConnectSettings } from '../../../connect/gateway';
import { idIn } from '../../../connect/shapes/ids';
import { UNKNOWN } from '../../../custom-resources/contract/value';
import { quickConnect } from '../../../custom-resources/quick-connect/resource';
import { answers, fakeConnect, found } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { LIVE_QUICK_CONNECT as LIVE, MADE_QUICK_CONNECT as MADE } from '../../support/custom-resources/quick-connects';

/** What the plan says of new quick connects that are there already, and are as declared. */
async function told(...names: readonly string[]) {
  const holders = names.map((name) => succeeded<QuickConnectSettings | undefined>({ ...LIVE, id: idIn(`id of ${name}`), name }));
  const connect = fakeConnect({ quickConnects: { holderOf: answers(...holders) }, users: { exists: found(true) } });
  const context = testContext(connect);
  const declared = { ...MADE, id: UNKNOWN, quick_connect_id: UNKNOWN, arn: UNKNOWN };
  const checks = names.map((name) => quickConnect.check?.({ planned: { ...declared, name }, private: {} }, context) ?? []);
  return (await context.clock.run(Promise.all(checks))).flat();
}

describe('quick connects that an interrupted apply has left', () => {
  it('are named in one warning, by their names', async () => {
    expect(await told('Call Bob', 'Call Ada')).toMatchObject([
      {
        severity: 'warning',
        summary: 'Quick connects exist already',
        detail: expect.stringContaining(
          '  - "Call Ada" (id of Call Ada)\n  - "Call Bob" (id of Call Bob)\nIf another stack has one of them',
        ),
      },
    ]);
  });

  it('are named in as many warnings as are needed to name them all', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `Call agent ${index}`);
    const warnings = await told(...names);
    expect(warnings).toHaveLength(2);
    expect(names.filter((name) => !warnings.some(({ detail }) => detail.includes(`"${name}"`)))).toEqual([]);
  });
});
