import type { ListOf } from '../../connect/gateway';
import { bareId, type IdentifierKind, nounOf } from '../values/identifiers';
import type { Place } from '../values/place';
import type { Named } from './arns';
import { notInInstance } from './diagnostics';
import type { Findings } from './findings';

/** A list of the things of an instance that declared ones may be in. */
export interface ThingsOfInstance {
  readonly kind: IdentifierKind;
  /** What reads it, for what is told. */
  readonly operation: string;
  readonly list: ListOf<unknown>;
}

/** Whether what a plan names anew is in the list of its kind. */
export async function checkListed(
  { kind, operation, list }: ThingsOfInstance,
  named: readonly Named[],
  { instanceId, region }: Place,
  findings: Findings,
): Promise<void> {
  const ids = named
    .filter((one) => one.kind === kind)
    .flatMap(({ path, text }) => (typeof text === 'string' ? [{ path, id: bareId(kind, text) }] : []))
    .map((one) => ({ ...one, subject: `${one.path.join('.')} ${one.id}` }));
  if (ids.length === 0) return;
  // What one resource was told to be missing is not looked up again for thousands of others.
  const open = ids.filter(({ subject }) => !findings.wasTold(subject));
  let listed = await findings.look(operation, () => list(instanceId, region));
  // A shared list never concludes "not there": a miss is looked up once more, in a list of now.
  if (listed && !open.every(({ id }) => listed?.value.has(id)))
    listed = await findings.look(operation, () => list(instanceId, region, { fresh: true }));
  for (const { subject, path, id } of open)
    if (listed && !listed.value.has(id)) findings.addOnce(subject, notInInstance(path, nounOf(kind), id, instanceId, region));
}
