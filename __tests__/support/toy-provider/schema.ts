import type { Schema, StateOf } from '../../../custom-resources/contract/schema';

/** One attribute or block of each kind that the contract has. */
export const toySchema = {
  version: 1,
  description: 'A thing of the *toy* system.',
  attributes: {
    id: { type: 'string', presence: 'computed', description: 'Given by the system.' },
    name: { type: 'string', presence: 'required', description: 'Its name.', replaces: true },
    size: {
      type: 'number',
      presence: 'optional',
      description: 'Its size, 0 to 9. Default 1.',
      check: (value) => (typeof value === 'number' && value >= 0 && value <= 9 ? undefined : `must be 0 to 9, got ${String(value)}`),
    },
    weight: { type: 'number', presence: 'optional', description: 'Any number.' },
    labels: { type: { map: 'string' }, presence: 'optional', description: 'Labels.' },
    owners: { type: { set: 'string' }, presence: 'optional', description: 'Owners.' },
    pin: {
      type: 'string',
      presence: 'optional',
      description: 'A secret.',
      sensitive: true,
      check: (value) => (String(value).length === 4 ? undefined : `must have 4 digits, got "${String(value)}"`),
    },
    secret_wo: { type: 'string', presence: 'optional', description: 'A secret that is never stored.', sensitive: true, writeOnly: true },
    size_seen: { type: 'number', presence: 'computed', description: 'The size as the system has it.' },
  },
  blocks: {
    box: {
      nesting: 'single',
      description: 'Its box.',
      attributes: {
        colour: {
          type: 'string',
          presence: 'required',
          description: 'Of the box.',
          check: (value) => (value === 'beige' ? 'must not be beige' : undefined),
        },
        lid: { type: 'bool', presence: 'optional', description: 'Whether it has a lid.' },
      },
    },
    part: {
      nesting: 'list',
      max: 2,
      description: 'Its parts.',
      attributes: {
        number: {
          type: 'number',
          presence: 'required',
          description: 'Of the part.',
          check: (value) => (value === 13 ? 'must not be 13, got 13' : undefined),
        },
      },
    },
    sticker: {
      nesting: 'set',
      description: 'Its stickers.',
      attributes: {
        text: {
          type: 'string',
          presence: 'required',
          description: 'On the sticker.',
          check: (value) => (value === '' ? 'must not be empty' : undefined),
        },
      },
    },
  },
} as const satisfies Schema;

export type ToyState = StateOf<typeof toySchema>;
