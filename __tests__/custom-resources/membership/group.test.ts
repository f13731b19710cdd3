import type { Groups, Id } from '../../../connect/gateway';
import { placeOf } from '../../../custom-resources/values/place';
import { idIn } from '../../../connect/shapes/ids';
import { succeeded } from '../../../connect/failure';
import { homeOf, locateGroup, plannedRegion } from '../../../custom-resources/membership/group';
import { UNKNOWN } from '../../../custom-resources/contract/value';
import { answers, fakeConnect, refusal, refuses } from '../../support/custom-resources/connect';
import { GROUP } from '../../support/custom-resources/groups';
import { GROUP_ARN, GROUP_ID, INSTANCE_ARN, INSTANCE_ID, REGION, REPLICA } from '../../support/custom-resources/ids';

const ALL = ['us-east-1', 'us-west-2', 'eu-central-1', 'eu-west-2', 'ap-northeast-1', 'ap-northeast-3'];
type Answer = Awaited<ReturnType<Groups['list']>>;

/** Where the group is looked for, by its id, and what comes of it; what a Region answers, by its name. */
async function locate(inRegion: Readonly<Record<string, Answer>>, instance: string = INSTANCE_ID) {
  const connect = fakeConnect({ groups: { list: (_, region = '') => Promise.resolve(inRegion[region] ?? succeeded([])) } });
  const located = await locateGroup(connect, placeOf(instance, null, { region: REGION }), GROUP_ID);
  return { end: located.ok ? located.value?.region : located.failure.kind, regions: connect.given('list').map(([, region]) => region) };
}

describe('the home Region of a group', () => {
  it('is that of its ARN, or of the state, without a call', async () => {
    const connect = fakeConnect();
    expect(await locateGroup(connect, placeOf(INSTANCE_ID, null, { region: REGION }), GROUP_ARN)).toEqual(
      succeeded({ id: GROUP_ID, region: REGION }),
    );
    const state = { instance_id: INSTANCE_ID, traffic_distribution_group_id: GROUP_ARN, region: REPLICA };
    expect(await homeOf(connect, state)).toEqual(succeeded({ id: GROUP_ID, region: REPLICA }));
    expect(connect.calls).toEqual([]);
  });

  it('is looked up among the groups of the instance, and not where those are all told', async () => {
    expect(await locate({ [REGION]: succeeded([GROUP]) })).toEqual({ end: REGION, regions: [REGION] });
    expect(await locate({ [REPLICA]: succeeded([GROUP]) }, INSTANCE_ARN.replace(REGION, REPLICA))).toEqual({
      end: REGION,
      regions: [REPLICA],
    });
  });

  it('is asked for in the other Regions where the first one knows no groups, or not the instance', async () => {
    expect(await locate({ 'eu-central-1': succeeded([GROUP]) })).toEqual({ end: REGION, regions: ALL.slice(0, 3) });
    expect(await locate({ [REGION]: refusal('not-found'), [REPLICA]: succeeded([GROUP]) })).toEqual({
      end: REGION,
      regions: ALL.slice(0, 2),
    });
    expect(await locate({})).toEqual({ end: undefined, regions: [...ALL, ...ALL] });
  });

  it('is asked for once more, in lists of now, where a list that is kept does not show the group', async () => {
    const other = { ...GROUP, id: idIn('other'), arn: GROUP_ARN.replace(GROUP_ID, 'other') };
    const connect = fakeConnect({ groups: { list: answers(succeeded([other]), succeeded([other, GROUP])) } });
    expect(await locateGroup(connect, placeOf(INSTANCE_ID, null, { region: REGION }), GROUP_ID)).toEqual(
      succeeded({ id: GROUP_ID, region: REGION }),
    );
    expect(connect.given('list')).toEqual([false, true].map((fresh) => [INSTANCE_ID, REGION, { fresh }]));
  });

  it('is not known where the first Region refuses to tell', async () => {
    expect(await locate({ [REGION]: refusal('denied') })).toEqual({ end: 'denied', regions: [REGION] });
  });

  it('is not asked for in vain where another Region refuses to tell, and is told as refused where none knows the instance', async () => {
    expect((await locate({ [REPLICA]: refusal('denied') })).end).toBeUndefined();
    const list = (_: Id, region = '') =>
      Promise.resolve(region === REPLICA ? refusal('denied') : region === 'eu-west-2' ? refusal('throttled') : refusal('not-found'));
    const located = await locateGroup(fakeConnect({ groups: { list } }), placeOf(INSTANCE_ID, null, { region: REGION }), GROUP_ID);
    expect(located).toMatchObject({ ok: false, failure: { kind: 'denied' } });
    const nowhere = await locateGroup(
      fakeConnect({ groups: { list: refuses('not-found') } }),
      placeOf(INSTANCE_ID, null, { region: REGION }),
      GROUP_ID,
    );
    expect(nowhere).toEqual(succeeded(undefined));
  });

  it('is planned as the state has it, else as the ARN says', () => {
    expect(plannedRegion({ region: REPLICA }, [], GROUP_ARN)).toBe(REPLICA);
    expect(plannedRegion({ region: REPLICA }, [['traffic_distribution_group_id']], GROUP_ARN)).toBe(REGION);
    expect(plannedRegion(undefined, [], GROUP_ARN)).toBe(REGION);
    expect([plannedRegion(undefined, [], GROUP_ID), plannedRegion(undefined, [], UNKNOWN)]).toEqual([UNKNOWN, UNKNOWN]);
  });
});
