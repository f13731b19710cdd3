import { predefinedAttributeOf } from '../../connect/shapes/predefined-attribute-shape';
import { openEmulator } from '../support/connect/emulator';
import { failureOf, valueOf } from '../support/connect/open';
import { HOME_REGION, INSTANCE_ID, REPLICA_REGION } from '../support/connect/seed';

describe('a predefined attribute', () => {
  it('is found with its values, once for all who ask in a Region', async () => {
    await using service = await openEmulator();
    const { predefinedAttributes } = service.gateway();
    expect(valueOf(await predefinedAttributes.find(INSTANCE_ID, 'Product'))).toEqual({ values: ['Broadband', 'Mobile', 'Television'] });
    expect(valueOf(await predefinedAttributes.find(INSTANCE_ID, 'connect:Language'))?.values).toContain('connect:English');
    await service.gateway().predefinedAttributes.find(INSTANCE_ID, 'Product', HOME_REGION);
    await predefinedAttributes.find(INSTANCE_ID, 'Product', REPLICA_REGION);
    expect(service.calls('DescribePredefinedAttribute').map(({ region }) => region)).toEqual([HOME_REGION, HOME_REGION, REPLICA_REGION]);
  });

  it('is told to be denied where it is, for whatever may be there', async () => {
    await using service = await openEmulator({ rate: 'off', deny: [{ operation: 'DescribePredefinedAttribute' }] });
    expect(failureOf(await service.gateway().predefinedAttributes.find(INSTANCE_ID, 'Product')).kind).toBe('denied');
  });

  it('may not be there, or come without values', async () => {
    await using service = await openEmulator();
    const { predefinedAttributes } = service.gateway();
    expect(valueOf(await predefinedAttributes.find(INSTANCE_ID, 'Brand / "neu"'))).toBeUndefined();
    expect(predefinedAttributeOf({ PredefinedAttribute: { Name: 'Product' } })).toEqual({});
    expect(() => predefinedAttributeOf({})).toThrow('The answer lacks PredefinedAttribute.');
  });
});
