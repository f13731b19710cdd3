import { groupUsers, memberships, terraformData, users } from './declarations';
import { builtIn, type Provider } from './provider';
import { GROUP_ID, type Home, MANAGED, SAML } from './world';
import type { Kind } from './written-state';

/** The kinds of resources that are measured. */

export const usersOf = (provider: Provider, home: Home = MANAGED): Kind => ({
  provider,
  home,
  resources: (agents) => users(agents, home, `${provider.name === 'aws' ? 'aws_' : ''}connect_user`),
  importId: ({ userId }) => `${home.instanceId}:${userId}`,
});

export const membershipsOf = (provider: Provider): Kind => ({
  provider,
  home: SAML,
  resources: memberships,
  importId: ({ userId }) => `${SAML.instanceId},${GROUP_ID},${userId}`,
});

export const groupUsersOf = (provider: Provider): Kind => ({
  provider,
  home: SAML,
  resources: groupUsers,
  importId: () => `${SAML.instanceId},${GROUP_ID}`,
  inOne: 'user_ids',
});

/** What terraform itself takes for so many resources. */
export const dataResources: Kind = { provider: builtIn, home: SAML, resources: terraformData, importId: ({ userId }) => userId };
