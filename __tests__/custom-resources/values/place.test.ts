import { UNKNOWN } from '../../../custom-resources/contract/value';
import { inOtherRegion, placeOf } from '../../../custom-resources/values/place';
import { INSTANCE_ARN, INSTANCE_ID, REGION } from '../../support/custom-resources/ids';
import { SETTINGS } from '../../support/custom-resources/context';

it.each([
  ['that is declared', INSTANCE_ARN, 'eu-west-2', 'eu-west-2'],
  ['of the ARN of the instance, where none is declared', INSTANCE_ARN, null, REGION],
  ['of the ARN of the instance, where it is not known yet which is declared', INSTANCE_ARN, undefined, REGION],
  ['of the provider, where the instance is given by its bare id', INSTANCE_ID, null, 'ap-northeast-1'],
])('what belongs to an instance is looked for in the Region %s', (_which, instance, declared, region) => {
  expect(placeOf(instance, declared, { region: 'ap-northeast-1' })).toEqual({ instanceId: INSTANCE_ID, region });
});

describe('another spelling of an instance', () => {
  const ELSEWHERE = 'ap-northeast-1';
  const ARN_ELSEWHERE = INSTANCE_ARN.replace(REGION, ELSEWHERE);
  const spelled = (before: string, after: string, said: string | null | typeof UNKNOWN = null, provider: string | undefined = REGION) => {
    const settings = { ...SETTINGS, ...(provider !== '' && { region: provider }) };
    return inOtherRegion({ instance_id: before, region: null }, { instance_id: after, region: said }, settings).instance_id ?? 'as before';
  };

  it.each<[string, string, string]>([
    ['the ARN in another Region', INSTANCE_ARN, ARN_ELSEWHERE],
    ['an ARN of another Region than that of the provider, after an id', INSTANCE_ID, ARN_ELSEWHERE],
    ['an id, after an ARN of another Region than that of the provider', ARN_ELSEWHERE, INSTANCE_ID],
  ])('is a change where it has another Region called: %s', (_what, before, after) => {
    expect(spelled(before, after)).toBe(after);
    expect(spelled(before, after, UNKNOWN)).toBe(after);
    expect(spelled(before, after, REGION)).toBe('as before');
  });

  it.each<[string, string, string]>([
    ['an ARN of the Region of the provider, after an id', INSTANCE_ID, INSTANCE_ARN],
    ['an id, after an ARN of the Region of the provider', INSTANCE_ARN, INSTANCE_ID],
    ['the same', ARN_ELSEWHERE, ARN_ELSEWHERE],
    ['another instance', INSTANCE_ID, 'another'],
  ])('is none elsewhere: %s', (_what, before, after) => {
    expect(spelled(before, after)).toBe('as before');
  });

  it('is none between an id and an ARN while the Region of the provider is not known, and one between the ARNs of two Regions', () => {
    expect([spelled(INSTANCE_ID, ARN_ELSEWHERE, null, ''), spelled(ARN_ELSEWHERE, INSTANCE_ID, null, '')]).toEqual([
      'as before',
      'as before',
    ]);
    expect(spelled(INSTANCE_ARN, ARN_ELSEWHERE, null, '')).toBe(ARN_ELSEWHERE);
  });

  it('is a change where the Region is no longer declared that was called instead', () => {
    const before = { instance_id: ARN_ELSEWHERE, region: REGION };
    expect(inOtherRegion(before, { instance_id: INSTANCE_ID, region: null }, { ...SETTINGS, region: REGION })).toEqual({
      instance_id: INSTANCE_ID,
    });
  });
});
