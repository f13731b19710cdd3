import type { Instance } from '../../connect/gateway';
import type { Place } from '../values/place';
import { arnsAmong, arnsOfOtherPlace, type Named } from './arns';
import { noInstance } from './diagnostics';
import type { Findings } from './findings';

/**
 * The instance, where somebody wants to know of it, or a plan brings ARNs, of which it tells what is wrong.
 * @param named what the plan names anew
 * @returns nothing where nobody asked, or Connect did not tell
 */
export async function checkInstance(
  named: readonly Named[],
  { instanceId, region }: Place,
  wanted: boolean,
  findings: Findings,
): Promise<Instance | 'missing' | undefined> {
  const arns = arnsAmong(named);
  if (!wanted && arns.length === 0) return undefined;
  const found = await findings.look('DescribeInstance', () => findings.connect.instances.find(instanceId, region));
  if (found?.value) findings.add(...arnsOfOtherPlace(arns, found.value));
  else if (found) findings.add(noInstance(instanceId, region));
  return found && (found.value ?? 'missing');
}
