import type { Diagnostic } from '../contract/diagnostic';
import type { PlanRequest, PlanResponse } from '../contract/resource';
import { isUnknown, type PlannedState, UNKNOWN, type Value } from '../contract/value';
import { planAttributes } from '../planning/plan-attributes';
import { plannedTagsAll } from '../values/tags';
import { channelBlocks } from './channel-blocks';
import {
  channelSettingsKept,
  directoryUserIdChanged,
  identityKept,
  mobileKept,
  passwordChanged,
  passwordNotSent,
  phoneConfigKept,
} from './diagnostics';
import { isGone } from './leftovers';
import { schema, type UserState } from './schema';

/**
 * From the prior state and the configuration to the planned user. A user that is deleted while quick
 * connects still point at it is replaced, so that destroying what is left of it deletes them.
 */
export function planUser({ prior, config, settings, private: known }: PlanRequest<UserState>): PlanResponse<UserState> {
  const { planned, replace } = planAttributes<UserState>(schema, prior, config);
  const anew = prior !== undefined && isGone(known);
  return {
    planned: {
      ...planned,
      ...(anew && { id: UNKNOWN, user_id: UNKNOWN, arn: UNKNOWN }),
      tags_all: plannedTagsAll(settings, planned.tags),
    },
    replace: anew ? [...replace, ['user_id']] : replace,
    diagnostics: prior && !anew && replace.length === 0 ? whatCannotChange(prior, planned) : [],
  };
}

function whatCannotChange(prior: UserState, planned: PlannedState<UserState>): readonly Diagnostic[] {
  return [
    ...passwordChanges(prior, planned, 'password'),
    ...passwordChanges(prior, planned, 'password_wo_version'),
    ...(isUnknown(planned.directory_user_id) || planned.directory_user_id === prior.directory_user_id ? [] : [directoryUserIdChanged()]),
    ...identityLosses(prior, planned),
    ...settingsLosses(prior, planned),
  ];
}

function passwordChanges(
  prior: UserState,
  planned: PlannedState<UserState>,
  attribute: 'password' | 'password_wo_version',
): readonly Diagnostic[] {
  const [before, after] = [prior[attribute], planned[attribute]];
  if (after === null || isUnknown(after) || after === before) return [];
  return [before === null ? passwordNotSent(attribute) : passwordChanged(attribute)];
}

function identityLosses(prior: UserState, planned: PlannedState<UserState>): readonly Diagnostic[] {
  const [before] = prior.identity_info;
  if (!before || isUnknown(planned.identity_info)) return [];
  const [after] = planned.identity_info;
  if (after === undefined) return [identityKept()];
  return before.mobile !== null && !isUnknown(after) && after.mobile === null ? [mobileKept()] : [];
}

/** Blocks that go away and are not replaced by the other style of phone settings. */
function settingsLosses(prior: UserState, planned: PlannedState<UserState>): readonly Diagnostic[] {
  const count = (block: keyof typeof channelBlocks | 'phone_config', state: PlannedState<UserState>): number => {
    const blocks = state[block];
    return isUnknown(blocks) ? 1 : blocks.length;
  };
  const blocks = Object.keys(channelBlocks) as (keyof typeof channelBlocks)[];
  const perChannel = blocks.some((block) => count(block, planned) > 0);
  const forAll = count('phone_config', planned) > 0;
  return [
    ...(count('phone_config', prior) > 0 && !forAll && !perChannel ? [phoneConfigKept()] : []),
    ...(forAll ? [] : blocks.filter((block) => count(block, prior) > 0 && count(block, planned) === 0).map(channelSettingsKept)),
  ];
}

/** A plan in which only what the provider computes is unknown: null until it is known. */
export const settled = (planned: PlannedState<UserState>): UserState =>
  Object.fromEntries(Object.entries(planned).map(([name, value]: [string, Value]) => [name, isUnknown(value) ? null : value])) as UserState;
