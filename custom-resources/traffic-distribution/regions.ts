import { failed, type Failure, type Outcome } from '../../connect/failure';
import type { Gateway } from '../../connect/gateway';
import type { Context } from '../contract/resource';
import { regionOf } from '../values/identifiers';
import { declared, PARTS, sharesBy, shownBy } from './shares';
import type { DistributionState } from './schema';
import type { PlannedState } from '../contract/value';

/** How long one Region has for an answer, while there is another one to ask. */
const PATIENCE_MS = 30_000;

/** What another Region can get past: this one is down, out of reach, or too busy. */
const isDown = ({ kind }: Failure): boolean => kind === 'unavailable' || kind === 'unreachable' || kind === 'throttled';

/** The replica may not know a new group yet: it is there if one Region has it. */
const isAbsent = (outcome: Outcome<unknown>): boolean => (outcome.ok ? outcome.value === undefined : outcome.failure.kind === 'not-found');

/**
 * Calls that any Region of a group answers. The first choice is asked first; the next one where that is down, for a failover happens
 * because a Region is. Whoever answered is asked first from then on.
 */
export class Regions {
  /** The last that was down while there was another one to ask, and how it said so. */
  down: Failure | undefined;

  constructor(
    private readonly context: Context,
    private order: readonly string[],
    private readonly deadline: number,
  ) {}

  /** That which answered last; before, the first choice. */
  get first(): string {
    return this.order[0] ?? '';
  }

  async call<T>(ask: (connect: Gateway, region: string) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const order = this.order;
    let obstacle: Failure | undefined;
    let absent: Outcome<T> | undefined;
    for (const [index, region] of order.entries()) {
      const left = Math.max(0, this.deadline - this.context.clock.now());
      const isLast = index === order.length - 1;
      const outcome = await ask(this.context.connect({ timeoutMs: isLast ? left : Math.min(left, PATIENCE_MS) }), region);
      if (isAbsent(outcome)) {
        absent = outcome;
        continue;
      }
      if (outcome.ok || !isDown(outcome.failure)) {
        this.order = [region, ...order.filter((other) => other !== region)];
        return outcome;
      }
      const { failure } = outcome;
      if (!isLast) this.down = failure;
      obstacle = obstacle
        ? {
            ...failure,
            message: `${failure.message}${/[.!?]$/.test(failure.message) ? '' : '.'} Before, ${obstacle.operation} in ${obstacle.region} answered ${obstacle.code}: ${obstacle.message}`,
          }
        : failure;
      if (this.context.signal.aborted) break;
    }
    if (obstacle) return failed(obstacle);
    if (absent) return absent;
    throw new Error('a group without a Region was asked for');
  }
}

/**
 * The Regions of a group, as far as a state or plan tells: first the one that takes most of the traffic, since AWS advises to call
 * UpdateTrafficDistribution "in the Region that should handle traffic"; then the home Region; then others.
 * @param fallback where a group is that no ARN tells of: others do not know it by its id
 */
export function regionsOf(state: PlannedState<DistributionState>, fallback: string): readonly string[] {
  const home = homeOf(state);
  if (home === undefined) return [fallback];
  const [live, wanted] = [shownBy(state), sharesBy((part) => declared(state, part))];
  const handling = live.telephony ?? live.agent ?? live.sign_in ?? {};
  const most = (region: string): number => Number(handling[region] ?? 0);
  const named = PARTS.flatMap((part) => [...Object.keys(wanted[part] ?? {}), ...Object.keys(live[part] ?? {})]);
  const regions = [...new Set([home, ...Object.keys(handling), ...named])];
  const target = regions.reduce((best, region) => (most(region) > most(best) ? region : best), home);
  return [target, ...regions.filter((region) => region !== target)];
}

const homeOf = ({ arn, traffic_distribution_group_id: group }: PlannedState<DistributionState>): string | undefined =>
  (typeof arn === 'string' ? regionOf(arn) : undefined) ?? (typeof group === 'string' ? regionOf(group) : undefined);
