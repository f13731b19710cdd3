import type { Schema } from '../../../custom-resources/contract/schema';
import { UNKNOWN, type Values } from '../../../custom-resources/contract/value';
import { planAttributes } from '../../../custom-resources/planning/plan-attributes';
import { duration } from '../../../custom-resources/values/durations';

const lowerCase = (text: string): string => text.toLowerCase();

const schema: Schema = {
  version: 0,
  description: 'A thing.',
  attributes: {
    name: { type: 'string', presence: 'required', description: '', replaces: true, canonical: lowerCase },
    profiles: { type: { set: 'string' }, presence: 'optional', description: '', canonical: lowerCase },
    secret: { type: 'string', presence: 'optional', description: '', writeOnly: true },
    mode: { type: 'string', presence: 'optional-computed', description: '', default: 'auto' },
    directory: { type: 'string', presence: 'optional-computed', description: '' },
    id: { type: 'string', presence: 'computed', description: '' },
  },
  blocks: {
    phone: {
      nesting: 'list',
      description: '',
      attributes: {
        kind: { type: 'string', presence: 'required', description: '' },
        limit: { type: 'number', presence: 'optional-computed', description: '', default: 0 },
      },
    },
    skill: { nesting: 'set', description: '', attributes: { level: { type: 'number', presence: 'required', description: '' } } },
    timeouts: {
      nesting: 'single',
      description: '',
      attributes: { create: { type: 'string', presence: 'optional', description: '', check: duration } },
    },
  },
};

const CONFIG: Values = {
  name: 'a',
  profiles: ['x', 'y'],
  secret: null,
  mode: null,
  directory: null,
  id: null,
  phone: [],
  skill: [],
  timeouts: null,
};
const PRIOR: Values = { ...CONFIG, mode: 'auto', directory: 'd-1', id: 'i-1' };

const planFor = (prior: Values | undefined, changes: Values = {}) => planAttributes<Values>(schema, prior, { ...CONFIG, ...changes });

it('plans a new thing as configured, with defaults, and what the provider computes as not known yet', () => {
  expect(planFor(undefined)).toEqual({ planned: { ...CONFIG, mode: 'auto', directory: UNKNOWN, id: UNKNOWN }, replace: [] });
});

it('plans nothing for a thing that is as configured', () => {
  expect(planFor(PRIOR)).toEqual({ planned: PRIOR, replace: [] });
});

it('plans what is configured anew, and keeps what the provider computed', () => {
  const { planned, replace } = planFor(PRIOR, { profiles: ['x'], mode: 'manual', directory: 'd-2' });
  expect(planned).toEqual({ ...PRIOR, profiles: ['x'], mode: 'manual', directory: 'd-2' });
  expect(replace).toEqual([]);
});

it('goes back to the default when a setting is taken out of the configuration', () => {
  expect(planFor({ ...PRIOR, mode: 'manual' }).planned['mode']).toBe('auto');
});

it('takes an optional setting away when it is taken out of the configuration', () => {
  expect(planFor(PRIOR, { profiles: null }).planned['profiles']).toBeNull();
});

describe('another spelling of the same thing', () => {
  it('is no change and replaces nothing', () => {
    expect(planFor(PRIOR, { name: 'A', profiles: ['Y', 'X'] })).toEqual({ planned: PRIOR, replace: [] });
  });

  it('is planned as configured as soon as one element of the set differs', () => {
    expect(planFor(PRIOR, { profiles: ['X', 'z'] }).planned['profiles']).toEqual(['X', 'z']);
  });
});

it('replaces the thing when an attribute changes that cannot be updated', () => {
  expect(planFor(PRIOR, { name: 'b' }).replace).toEqual([['name']]);
});

it('replaces nothing when the thing does not exist yet', () => {
  expect(planFor(undefined, { name: 'b' }).replace).toEqual([]);
});

it('leaves values of other resources that are not known yet as they are', () => {
  const { planned, replace } = planFor(PRIOR, { name: UNKNOWN, profiles: ['x', UNKNOWN], mode: UNKNOWN, phone: UNKNOWN });
  expect(planned).toEqual({ ...PRIOR, name: UNKNOWN, profiles: ['x', UNKNOWN], mode: UNKNOWN, phone: UNKNOWN });
  expect(replace).toEqual([['name']]);
});

it('never plans a write-only value', () => {
  expect(planFor(undefined, { secret: 'hunter2' }).planned['secret']).toBeNull();
  expect(planFor(PRIOR, { secret: UNKNOWN }).planned['secret']).toBeNull();
});

it('fills defaults into blocks, and keeps blocks in number and order', () => {
  const phone = [
    { kind: 'soft', limit: null },
    { kind: 'desk', limit: 30 },
  ];
  expect(planFor(PRIOR, { phone }).planned['phone']).toEqual([
    { kind: 'soft', limit: 0 },
    { kind: 'desk', limit: 30 },
  ]);
});
