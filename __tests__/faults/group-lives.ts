import { HOME_REGION, INSTANCE_ID, REPLICA_REGION, TEAM_GROUP_ARN, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import type { Body, Declaration } from '../support/terraform/contact-centre';
import type { Life } from './life';

/** Lives of groups that Terraform makes, and of their shares. */

const TEAM = 'Voice teams';

const percent = (home: number) => [
  { region: HOME_REGION, percentage: home },
  { region: REPLICA_REGION, percentage: 100 - home },
];

const night = (body: Body = {}): Declaration => ({
  resource: {
    connect_traffic_distribution_group: {
      it: { instance_id: INSTANCE_ID, name: 'Night', description: 'At night', tags: { team: 'night' }, ...body },
    },
  },
});

const shared = (home: number, body: Body = {}): Declaration => ({
  resource: {
    connect_traffic_distribution: {
      it: { traffic_distribution_group_id: TEAM_GROUP_ARN, telephony: percent(home), agent: percent(home), ...body },
    },
  },
});

const NOTHING: Declaration = {};

export const GROUP_LIVES: readonly Life[] = [
  { name: 'group made', settings: { groupDelay: 2_000 }, declared: () => night(), run: 'apply' },
  { name: 'group adopted', before: () => night(), forgotten: true, declared: () => night(), run: 'apply' },
  { name: 'group read again', before: () => night(), declared: () => night(), run: 'plan' },
  {
    name: 'group tagged after others tagged it',
    before: () => night(),
    outside: ({ tag }) => tag('Night', { floor: '1' }),
    declared: () => night({ tags: { team: 'late' } }),
    run: 'apply',
  },
  {
    name: 'group made anew',
    settings: { groupDelay: 2_000 },
    before: () => night(),
    declared: () => night({ description: 'After dark' }),
    run: 'apply',
  },
  { name: 'group ended', settings: { groupDelay: 2_000 }, before: () => night(), declared: () => NOTHING, run: 'apply' },
  {
    name: 'group taken up by import',
    declared: () => ({
      import: [{ to: 'connect_traffic_distribution_group.it', id: `${INSTANCE_ID},${TEAM_GROUP_ID}` }],
      resource: { connect_traffic_distribution_group: { it: { instance_id: INSTANCE_ID, name: TEAM } } },
    }),
    run: 'apply',
  },
  { name: 'shares set', settings: { groupDelay: 2_000 }, declared: () => shared(20), run: 'apply' },
  { name: 'shares as they are', declared: () => shared(100), run: 'apply' },
  { name: 'shares read again', before: () => shared(20), declared: () => shared(20), run: 'plan' },
  { name: 'shares changed', settings: { groupDelay: 2_000 }, before: () => shared(100), declared: () => shared(0), run: 'apply' },
  {
    name: 'shares enforced after others shifted them',
    before: () => shared(100, { enforce: true }),
    outside: ({ shift }) => shift(TEAM),
    declared: () => shared(100, { enforce: true }),
    run: 'apply',
  },
  { name: 'shares let go', before: () => shared(20), declared: () => NOTHING, run: 'apply' },
  {
    name: 'shares imported',
    before: () => shared(20),
    forgotten: true,
    declared: () => ({ ...shared(20), import: [{ to: 'connect_traffic_distribution.it', id: TEAM_GROUP_ARN }] }),
    run: 'apply',
  },
];
