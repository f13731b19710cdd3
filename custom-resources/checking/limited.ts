import type { Limited } from './headroom';

/** What has a quota per instance, and is created by plans in numbers. */

export const USERS: Limited = {
  quota: 'users',
  noun: 'users',
  title: 'Users per instance',
  count: ({ users }, instanceId, region) => users.count(instanceId, region),
  list: ({ users }, instanceId, region) => users.list(instanceId, region),
};

export const QUICK_CONNECTS: Limited = {
  quota: 'quickConnects',
  noun: 'quick connects',
  title: 'Quick connects per instance',
  count: ({ quickConnects }, instanceId, region) => quickConnects.count(instanceId, region),
  list: ({ catalogue }, instanceId, region) => catalogue.quickConnects(instanceId, region, { fresh: true }),
};
