import type { ImportResult } from '../contract/resource';
import { identifierProblem, INSTANCE, TRAFFIC_DISTRIBUTION_GROUP } from '../values/identifiers';
import { badImportId } from './diagnostics';
import { groupUsersId } from './group-users-id';
import type { GroupUsersState } from './schema';

export function importGroupUsers(id: string): ImportResult<GroupUsersState> {
  const parts = id.split(',').map((part) => part.trim());
  const [instance = '', group = ''] = parts;
  if (parts.length !== 2) return refuse(id, `it has ${parts.length} parts`);
  const problem = identifierProblem(INSTANCE, instance) ?? identifierProblem(TRAFFIC_DISTRIBUTION_GROUP, group);
  if (problem !== undefined) return refuse(id, problem);
  return {
    state: { instance_id: instance, traffic_distribution_group_id: group, user_ids: [], id: groupUsersId(instance, group), region: null, timeouts: null },
  };
}

const refuse = (id: string, problem: string): ImportResult<GroupUsersState> => ({ diagnostics: [badImportId(id, problem)] });
