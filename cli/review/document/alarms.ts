import type { Review } from '../model/review';
import type { Passed } from '../model/thresholds';
import { many, type Rich, say } from './rich';

/** What stands before everything else. */
export function alarms(review: Review, passed: readonly Passed[]): readonly Rich[] {
  const errors = review.diagnostics.filter(({ severity }) => severity === 'error').length;
  const clashes = review.people.filter(({ clash }) => clash !== undefined).length;
  return [
    ...(clashes > 0
      ? [
          say`${[many(clashes, 'account is deleted by one resource and declared by another: it', 'accounts are deleted by one resource and declared by another: they')]} would be gone. Do not apply: where the old resource is in the same stack, a "moved" block from its address is missing, and in another stack a "removed" block with destroy = false.`,
        ]
      : []),
    ...review.stacks
      .filter(({ errored }) => errored)
      .map(({ name }) => say`The plan of ${name} ended with an error: it cannot be applied, and what follows is only a part of it.`),
    ...(errors > 0 ? [say`Terraform reported ${[many(errors, 'error', 'errors')]}: see its messages below.`] : []),
    ...review.stacks
      .filter(({ complete, errored }) => !complete && !errored)
      .map(
        ({ name, deferred }) =>
          say`The plan of ${name} is not complete: ${[deferred > 0 ? `${many(deferred, 'resource was', 'resources were')} put off` : 'a part was left out, as by -target']}. Another plan has to follow it.`,
      ),
    ...review.strangeEvents.map(
      (source) =>
        say`The stream ${source} is not of these plans: it plans changes that they do not have. What it says of side effects may be wrong.`,
    ),
    ...passed.map(({ most, count, noun }) => say`${[many(count, ...noun)]}: the limit is ${most}.`),
  ];
}
