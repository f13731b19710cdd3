import { isKnown, type ResourceChange } from '../read/plan';
import { lastPart } from './names';

/** What is there once under a name in an instance. */
const NAMED = /^connect_(user|quick_connect|traffic_distribution_group)$/;

/**
 * Whether a replacement by create_before_destroy comes to nothing: the name is taken, so apply takes over what is there, or fails where that
 * differs from what is declared.
 */
export function isReplacedByItself({ type, createsFirst, before, after }: ResourceChange): boolean {
  if (!createsFirst || !NAMED.test(type) || !before || !after) return false;
  const [was, is] = [before.instance_id, after.instance_id];
  return isKnown(after.name) && before.name === after.name && isKnown(was) && isKnown(is) && lastPart(was) === lastPart(is);
}
