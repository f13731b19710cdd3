import { Findings } from '../../../custom-resources/checking/findings';
import { fakeConnect, found, refuses } from '../../support/custom-resources/connect';
import { testContext } from '../../support/custom-resources/context';
import { INSTANCE_ARN, INSTANCE_ID, REGION, REPLICA } from '../../support/custom-resources/ids';

const OPERATION = 'ListRoutingProfiles';
const OTHER_ID = 'other-instance';
const denied = refuses('denied', { operation: OPERATION });
const allowed = found('the answer');

describe('a look that is not allowed in one instance', () => {
  it('is made in the others all the same', async () => {
    const context = testContext(fakeConnect());
    const here = new Findings(context, { instance: INSTANCE_ID });
    expect(await here.look(OPERATION, denied)).toBeUndefined();
    const there = new Findings(context, { instance: OTHER_ID });
    expect(await there.look(OPERATION, allowed)).toEqual({ value: 'the answer' });
    expect(there.diagnostics).toEqual([]);
  });

  it('is made in its other Region all the same', async () => {
    const context = testContext(fakeConnect());
    await new Findings(context, { instance: INSTANCE_ID }).look(OPERATION, denied);
    const replica = new Findings(context, { instance: INSTANCE_ID, region: REPLICA });
    expect(await replica.look(OPERATION, allowed)).toEqual({ value: 'the answer' });
  });

  it('is told once for each instance, by its id, however the resources spell it', async () => {
    const context = testContext(fakeConnect());
    const told = [];
    for (const instance of [INSTANCE_ID, INSTANCE_ARN, OTHER_ID, OTHER_ID]) {
      const findings = new Findings(context, { instance });
      await findings.look(OPERATION, denied);
      told.push(...findings.diagnostics);
    }
    expect(told.map(({ detail }) => /without this check for (.*): an error may show only at apply/.exec(detail)?.[1])).toEqual([
      `the instance ${INSTANCE_ID} in ${REGION}`,
      `the instance ${OTHER_ID} in ${REGION}`,
    ]);
  });

  it('is told for each group of which nobody knows the instance', async () => {
    const context = testContext(fakeConnect());
    await new Findings(context, { group: 'night' }).look(OPERATION, denied);
    const findings = new Findings(context, { group: 'day' });
    expect(await findings.look(OPERATION, allowed)).toEqual({ value: 'the answer' });
  });
});
