import type { ImportResult } from '../contract/resource';
import { identifierProblem, INSTANCE, TRAFFIC_DISTRIBUTION_GROUP, USER } from '../values/identifiers';
import { badImportId } from './diagnostics';
import { membershipId } from './membership-id';
import type { MembershipState } from './schema';

export function importMembership(id: string): ImportResult<MembershipState> {
  const parts = id.split(',').map((part) => part.trim());
  const [instance = '', group = '', user = ''] = parts;
  if (parts.length !== 3) return refuse(id, `it has ${parts.length} parts`);
  const problem =
    named('INSTANCE', identifierProblem(INSTANCE, instance)) ??
    named('GROUP', identifierProblem(TRAFFIC_DISTRIBUTION_GROUP, group)) ??
    named('USER', identifierProblem(USER, user));
  if (problem !== undefined) return refuse(id, problem);
  return {
    state: {
      instance_id: instance,
      traffic_distribution_group_id: group,
      user_id: user,
      id: membershipId(instance, group, user),
      region: null,
      timeouts: null,
    },
  };
}

const named = (part: string, problem: string | undefined): string | undefined =>
  problem === undefined ? undefined : `${part} ${problem}`;

const refuse = (id: string, problem: string): ImportResult<MembershipState> => ({ diagnostics: [badImportId(id, problem)] });
