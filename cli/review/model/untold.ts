import type { Events } from '../read/events';
import { isKnown, type Plan, type ResourceChange } from '../read/plan';
import { lastPart } from './names';

/**
 * Why it is not known what goes along with an account: Terraform leaves it out with what `-replace` asks for, the stream of events of the stack
 * is not there, the provider checks no plans, or it could not look.
 */
export type Untold = 'asked for' | 'no events' | 'no checks' | 'look failed';

/** What tells of a deletion or replacement why nobody may have said what goes along; nothing where it has been said. */
export type WhyUntold = (plan: Plan, change: ResourceChange) => Untold | undefined;

/** Told by the provider of an operation that failed (custom-resources/checking/diagnostics.ts). */
const FAILED =
  /^The plan could not be checked with (DescribeInstance|SearchQuickConnects|ListTrafficDistributionGroups|ListTrafficDistributionGroupUsers)$/;
const INSTANCE = /The plan goes on without this check for the instance (\S+) in /;

/** @param told ids of users of whom something was said */
export function whyUntold(plans: readonly Plan[], events: readonly Events[], told: ReadonlySet<string>): WhyUntold {
  const failed = new Set(
    events.flatMap(({ diagnostics }) =>
      diagnostics.flatMap(({ summary, detail }) => (FAILED.test(summary) ? [INSTANCE.exec(detail)?.[1] ?? ''] : [])),
    ),
  );
  const isGiven = ({ address }: ResourceChange): boolean =>
    events.length >= plans.length || events.some(({ planned }) => planned.has(address));
  return (plan, change) => {
    if (change.reason === 'replace_by_request' || change.reason === 'replace_by_triggers') return 'asked for';
    if (!isGiven(change)) return 'no events';
    const { user_id: userId, instance_id: instanceId } = change.before ?? {};
    if (plan.leavesOutChecks(change.address) && !told.has(String(userId))) return 'no checks';
    const look = isKnown(instanceId) ? failed.has(lastPart(instanceId)) : failed.size > 0;
    return look ? 'look failed' : undefined;
  };
}
