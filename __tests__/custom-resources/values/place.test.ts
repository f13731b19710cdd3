import { placeOf } from '../../../custom-resources/values/place';
import { INSTANCE_ARN, INSTANCE_ID, REGION } from '../../support/custom-resources/ids';

it.each([
  ['that is declared', INSTANCE_ARN, 'eu-west-2', 'eu-west-2'],
  ['of the ARN of the instance, where none is declared', INSTANCE_ARN, null, REGION],
  ['of the ARN of the instance, where it is not known yet which is declared', INSTANCE_ARN, undefined, REGION],
  ['of the provider, where the instance is given by its bare id', INSTANCE_ID, null, 'ap-northeast-1'],
])('what belongs to an instance is looked for in the Region %s', (_which, instance, declared, region) => {
  expect(placeOf(instance, declared, { region: 'ap-northeast-1' })).toEqual({ instanceId: INSTANCE_ID, region });
});
