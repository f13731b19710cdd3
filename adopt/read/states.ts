import type { Id, Instance, QuickConnectSettings } from '../../connect/gateway';
import type { Settings } from '../../custom-resources/contract/settings';
import { refreshed as refreshedQuickConnect } from '../../custom-resources/quick-connect/connect-shape';
import { importState as importQuickConnect } from '../../custom-resources/quick-connect/identify';
import { refreshed } from '../../custom-resources/user/fields/from-connect';
import { importState } from '../../custom-resources/user/identify';
import type { AdoptedAgent, AdoptedQuickConnect } from '../model';
import type { ReadAgent } from './progress';

/** The provider without any configuration: what it reads is what a plan of the code compares with. */
const SETTINGS: Settings = {
  defaultTags: {},
  planChecks: true,
  adoptExisting: 'identical',
  consistencyWindowMs: 0,
  ignoreTags: { keys: [], keyPrefixes: [] },
};

/**
 * An agent as its import will read it, so that the code plans without a change. An id in a directory that Connect keeps itself is
 * Connect's: declared, it would be given to the account that takes the place of this one.
 */
export function asImported({ id: instanceId, identityManagement }: Instance, agent: ReadAgent): AdoptedAgent {
  const userId = agent.user.id;
  const { state } = importState(`${instanceId}:${userId}`);
  if (!state) throw new Error(`The id of the user ${userId} has a form that cannot be imported.`);
  const read = refreshed(agent, state, true, SETTINGS);
  return { state: identityManagement === 'EXISTING_DIRECTORY' ? read : { ...read, directory_user_id: null }, userId };
}

/** A quick connect likewise. @param queueIds of the queues that offer it; absent where none does */
export function importedQuickConnect(
  instanceId: Id,
  shown: QuickConnectSettings,
  queueIds: readonly string[] | undefined,
): AdoptedQuickConnect {
  const { state } = importQuickConnect(`${instanceId}:${shown.id}`);
  if (!state) throw new Error(`The id of the quick connect ${shown.id} has a form that cannot be imported.`);
  return { state: refreshedQuickConnect(shown, queueIds, state, SETTINGS), quickConnectId: shown.id };
}
