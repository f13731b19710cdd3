import type { Diagnostic } from '../../custom-resources/contract/diagnostic';

/** What the ledger tells of things, whatever they are. */

const error = (summary: string, detail: string): Diagnostic => ({ severity: 'error', summary, detail });

/** What no plan tells the provider: at which address an object is, and whether it is one that a successor displaced. */
const DEPOSED =
  '(After an interrupted create_before_destroy, Terraform calls the old object "deposed": then take the resource out of the state with "terraform state rm" and import it.)';

export const declaredTwice = (thing: string): Diagnostic =>
  error(
    'Declared twice',
    `Two resources of this configuration declare ${thing}. Each would undo or repeat what the other does: keep one of them. If one should take the place of the other, use a "moved" block (in CDK for Terraform: moveTo).`,
  );

/** What stands against a plan, and the thing that it is about. */
export interface Clash extends Diagnostic {
  readonly createdAndDestroyed?: string;
}

export const createdAndDestroyed = (thing: string): Clash => ({ ...changedPlaces([thing]), createdAndDestroyed: thing });

/** As many as one reads. */
const SHOWN = 20;

/** Of one thing, or of many at once, as where the scope of many constructs got another id. */
export function changedPlaces(things: readonly string[]): Diagnostic {
  const [one = '', ...others] = things;
  if (others.length === 0) return changedPlace(one);
  const shown = [...things].sort().slice(0, SHOWN);
  const rest = things.length > SHOWN ? [`and ${things.length - SHOWN} more`] : [];
  const common = changedPlace(`each of these ${things.length} things`);
  return { ...common, detail: [common.detail, '', ...shown.map((thing) => `  - ${thing}`), ...rest].join('\n') };
}

const changedPlace = (thing: string): Diagnostic =>
  error(
    'Created and destroyed in one plan',
    `This plan destroys ${thing} by one resource, and declares it by another. Terraform gives no order between the two, so it could be gone after apply. If the resource only got another address, say so: with a "moved" block where the new address was free (in CDK for Terraform: renamedFrom of an agent, moveFromId of another resource with the address that this plan destroys, or the construct id that it had before), with "terraform state mv" where several took each other's place, as when an element is taken out of what "count" goes through (for_each by name does not shift). ${DEPOSED} Otherwise destroy first, in an apply of its own.`,
  );

export const keptAndDestroyed = (thing: string): Diagnostic =>
  error(
    'Kept and destroyed in one plan',
    `The state has ${thing} twice: one resource of this plan destroys it, another one keeps it, and it would be gone after apply. Let Terraform forget the one that it destroys: "terraform state rm ADDRESS", or a "removed" block with lifecycle { destroy = false }. ${DEPOSED}`,
  );

/** What only shows at apply, as where the users of two memberships are new. */
export const madeTwice = (things: readonly string[]): Diagnostic =>
  error(
    'Declared twice',
    `Two resources of this configuration declare the same, which shows only now: ${things.join(', ')}. The other one has made it, or is at it; for this one nothing was done, and the state does not have it. Take this one out of the configuration, and run apply again.`,
  );

export const givenUpAndTaken = (thing: string): Diagnostic =>
  error(
    'Given up and taken in one plan',
    `One resource of this plan gives up ${thing}, as by a rename, and another one takes it. Nothing is destroyed, but it cannot belong to both at any time, and Terraform gives no order between the two changes. Make them in two applies: first the one that gives it up, alone ("terraform apply -target=ADDRESS", with the address of that resource), then all others. Where two swap, give the first something in between in an apply of its own, then change the second alone, then the first.`,
  );

export const wholeAndParts = (thing: string, whole: string, part: string): Diagnostic =>
  error(
    'Declared as a whole and in parts',
    `A ${whole} owns ${thing} as a whole, and a ${part} has a part of it: they would undo what the other does. Declare it in the one way or in the other. To go from the one to the other, and change nothing in Amazon Connect, let Terraform forget the old resources ("removed" blocks with lifecycle { destroy = false }, or terraform state rm), and import what takes their place.`,
  );

const kept = (detail: string): Diagnostic => ({ severity: 'warning', summary: 'Kept: its successor is the same', detail });

/** @param inPlace the resource is never made anew, create_before_destroy or not. */
export const keptAsMade = (things: readonly string[], inPlace: boolean): Diagnostic =>
  kept(
    `Terraform was to destroy ${things.join(', ')}, and nothing was done: a resource of this apply made the same, or took it over, before. So it is where "create_before_destroy" is in force, by the resource's own "lifecycle" block or that of a resource that depends on it, since such a thing can be there only once.${inPlace ? '' : ' To have it made anew, do without create_before_destroy.'}`,
  );

export const keptInPlace = (things: readonly string[]): Diagnostic =>
  kept(
    `Terraform destroys this resource and makes it anew as the same: ${things.join(', ')}. Nothing is done for the first half; the second changes what is not as declared. If this apply stops between the two, run apply again (or import what was kept) before anything else: until then no state tells of it.`,
  );
