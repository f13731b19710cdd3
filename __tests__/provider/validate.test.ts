import type { Values } from '../../custom-resources/contract/value';
import { UNKNOWN } from '../../custom-resources/contract/value';
import {
  ValidateDataResourceConfig_Request,
  ValidateDataResourceConfig_Response,
  ValidateProviderConfig_Request,
  ValidateProviderConfig_Response,
  ValidateResourceConfig_Request,
  ValidateResourceConfig_Response,
} from '../../provider/proto/gen/tfplugin6';
import { ProviderClient, dynamic, told, toy } from '../support/provider/client';
import { toyProvider } from '../support/toy-provider/provider';
import { memoryStore } from '../support/toy-provider/store';

const client = new ProviderClient(toyProvider(memoryStore));

async function validate(config: Values, writeOnlyAttributesAllowed = true): Promise<readonly string[]> {
  const request = { typeName: 'toy_thing', config: toy(config), clientCapabilities: { writeOnlyAttributesAllowed } };
  const rpc = [ValidateResourceConfig_Request, ValidateResourceConfig_Response] as const;
  return told((await client.call('ValidateResourceConfig', rpc, request)).diagnostics);
}

describe('validating a resource', () => {
  test('accepts a good configuration', async () => {
    const config = { name: 'a', size: 9, pin: '1234', box: { colour: 'red' }, part: [{ number: 1 }], sticker: [{ text: 'x' }] };
    expect(await validate(config)).toEqual([]);
  });

  test('refuses a value that its attribute does not take', async () => {
    expect(await validate({ name: 'a', size: 10 })).toEqual(['error size: Invalid size: size must be 0 to 9, got 10.']);
  });

  test('refuses values inside blocks, pointing as near as Terraform can', async () => {
    const config = { name: 'a', box: { colour: 'beige' }, part: [{ number: 1 }, { number: 13 }], sticker: [{ text: '' }] };
    expect(await validate(config)).toEqual([
      'error box.colour: Invalid box.colour: box.colour must not be beige.',
      'error part.1.number: Invalid part.number: part.number must not be 13, got 13.',
      'error sticker: Invalid sticker.text: sticker.text must not be empty.',
    ]);
  });

  test('refuses blocks without what they require, and too many of them', async () => {
    const config = { name: 'a', box: { colour: null }, part: [{ number: 1 }, { number: 2 }, { number: 3 }] };
    expect(await validate(config)).toEqual([
      'error box.colour: Missing box.colour: box.colour is required. Set it.',
      'error part: Too many part blocks: 2 part blocks or fewer may be there; there are 3.',
    ]);
  });

  test('accepts what is not known yet', async () => {
    const config = { name: UNKNOWN, size: UNKNOWN, pin: UNKNOWN, box: { colour: UNKNOWN }, part: UNKNOWN, sticker: [UNKNOWN] };
    expect(await validate(config)).toEqual([]);
  });

  test('refuses a bad secret without repeating it', async () => {
    expect(await validate({ name: 'a', pin: 'hunter2' })).toEqual([
      'error pin: Invalid pin: pin must have 4 digits, got "(sensitive value)".',
    ]);
  });

  test('refuses a write-only value from a Terraform that would store it', async () => {
    const config = { name: 'a', secret_wo: 'hunter2' };
    expect(await validate(config)).toEqual([]);
    expect(await validate(config, false)).toEqual([expect.stringMatching(/^error secret_wo: secret_wo needs Terraform 1\.11: /)]);
    expect(await validate({ name: 'a' }, false)).toEqual([]);
  });

  test('adds what the resource itself finds', async () => {
    expect(await validate({ name: 'forbidden' })).toEqual(['error name: Forbidden name: Use another.']);
  });

  test('does not ask the resource about what lacks a required value, such as a variable without one', async () => {
    expect(await validate({ name: 'forbidden', box: { colour: null } })).toEqual([
      'error box.colour: Missing box.colour: box.colour is required. Set it.',
    ]);
  });
});

describe('validating the provider and data sources', () => {
  test('passes on warnings about the provider', async () => {
    const request = { config: dynamic(client.definition.schema, { store: 'x', token: 'old' }) };
    const rpc = [ValidateProviderConfig_Request, ValidateProviderConfig_Response] as const;
    expect(told((await client.call('ValidateProviderConfig', rpc, request)).diagnostics)).toEqual(['warning token: Old token: Renew it.']);
  });

  test('refuses a data source whose values its schema does not take', async () => {
    const schema = client.definition.dataSources[0]?.schema ?? client.definition.schema;
    const request = { typeName: 'toy_thing', config: dynamic(schema, { name: '' }) };
    const rpc = [ValidateDataResourceConfig_Request, ValidateDataResourceConfig_Response] as const;
    expect(told((await client.call('ValidateDataResourceConfig', rpc, request)).diagnostics)).toEqual([
      'error name: Invalid name: name must not be empty.',
    ]);
  });
});
