import type { Diagnostic } from '../contract/diagnostic';
import type { PlanRequest, PlanResponse } from '../contract/resource';
import { isUnknown, type PlannedState, UNKNOWN, type Value } from '../contract/value';
import { planTagged } from '../planning/plan-tags';
import { replacedUnseen } from '../planning/replaced-unseen';
import { inOtherRegion } from '../values/place';
import {
  settingsKept,
  directoryUserIdChanged,
  identityKept,
  mobileKept,
  passwordChanged,
  passwordNotSent,
  passwordVersionAlone,
} from './diagnostics';
import { isGone, isMoved } from './private-data';
import { CHANNEL_BLOCKS, type ChannelBlock, PER_CHANNEL } from './fields/channel-blocks';
import { schema, type UserState } from './schema';
import { handOnTo } from './succession/successor';
import { isVersionAlone } from './validate';

/**
 * From the prior state and the configuration to the planned user. A user that is deleted while quick
 * connects still point at it is replaced, so that destroying what is left of it deletes them.
 */
export function planUser(request: PlanRequest<UserState>): PlanResponse<UserState> {
  const { prior, config, settings, private: known } = request;
  const { planned, replace, diagnostics } = planTagged(schema, request);
  const anew = prior !== undefined && isGone(known);
  return {
    planned: {
      ...planned,
      ...inOtherRegion(prior, config, settings),
      ...(prior?.quick_connects_on_delete === 'retain' &&
        config.quick_connects_on_delete === null &&
        isMoved(known) && { quick_connects_on_delete: 'retain' }),
      ...(anew && { id: UNKNOWN, user_id: UNKNOWN, arn: UNKNOWN }),
    },
    replace: anew ? [...replace, ['user_id']] : replace,
    ...((!prior || anew || replace.length > 0) && { handOn: handOnTo(planned) }),
    diagnostics: [
      ...diagnostics,
      ...(!prior && isVersionAlone(config) ? [passwordVersionAlone()] : []),
      ...(prior && !anew ? (replace.length === 0 ? whatCannotChange(prior, planned) : notKnownYet(prior, planned)) : []),
    ],
  };
}

const notKnownYet = (prior: UserState, planned: PlannedState<UserState>): readonly Diagnostic[] =>
  replacedUnseen(
    prior,
    planned,
    { instance_id: 'instance', name: 'user name' },
    'Accounts are deleted and made anew, with other ids, and lose the quick connects and memberships that no resource declares.',
  );

function whatCannotChange(prior: UserState, planned: PlannedState<UserState>): readonly Diagnostic[] {
  return [
    ...passwordChanges(prior, planned, 'password'),
    ...passwordChanges(prior, planned, 'password_wo_version'),
    ...(isUnknown(planned.directory_user_id) || planned.directory_user_id === prior.directory_user_id
      ? []
      : [directoryUserIdChanged(prior.directory_user_id)]),
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
  const count = (block: ChannelBlock | 'phone_config', state: PlannedState<UserState>): number => {
    const blocks = state[block];
    return isUnknown(blocks) ? 1 : blocks.length;
  };
  const perChannel = PER_CHANNEL.some((block) => count(block, planned) > 0);
  const forAll = count('phone_config', planned) > 0;
  return [
    ...(count('phone_config', prior) > 0 && !forAll && !perChannel ? [settingsKept('phone_config')] : []),
    ...CHANNEL_BLOCKS.filter((block) => !(forAll && PER_CHANNEL.includes(block)) && losesChannel(prior[block], planned[block])).map(
      settingsKept,
    ),
  ];
}

/** Whether a channel that had a block has none any more. */
function losesChannel(prior: readonly { readonly channel: string }[], planned: Value): boolean {
  if (isUnknown(planned) || !Array.isArray(planned)) return false;
  const left = planned.map((block: Value) => (typeof block === 'object' && block !== null && 'channel' in block ? block.channel : block));
  return prior.some(({ channel }) => !left.some((name) => isUnknown(name) || name === channel));
}
