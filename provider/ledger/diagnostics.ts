import type { Diagnostic } from '../../custom-resources/contract/diagnostic';

/** What the ledger tells of things, whatever they are. */

const error = (summary: string, detail: string): Diagnostic => ({ severity: 'error', summary, detail });

/** What no plan tells the provider: at which address an object is, and whether it is one that a successor displaced. */
const DEPOSED =
  'If Terraform calls the old object "deposed", a create_before_destroy was interrupted: then remove the resource from the state with "terraform state rm", and import it.';

export const declaredTwice = (thing: string): Diagnostic =>
  error(
    'Declared twice',
    `Two resources of this configuration declare ${thing}. Each would undo or repeat what the other does. Keep one of them. If one is to replace the other, use a "moved" block (in CDK for Terraform: moveTo).`,
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
    `One resource of this plan destroys ${thing}, and another one declares it. Terraform does not order the two, so it could be gone after apply. If the resource only got another address, tell Terraform. If the new address was free, use a "moved" block. In CDK for Terraform, this is renamedFrom of an agent, moveFromId of another resource with the address that this plan destroys, or the former construct id. If several resources took each other's place, use "terraform state mv": this happens when an element is taken out of the list that "count" goes through (for_each by name does not shift). ${DEPOSED} In all other cases destroy first, in an apply of its own.`,
  );

export const keptAndDestroyed = (thing: string): Diagnostic =>
  error(
    'Kept and destroyed in one plan',
    `The state has ${thing} twice. One resource of this plan destroys it and another one keeps it, so it would be gone after apply. Make Terraform forget the first one: run "terraform state rm ADDRESS", or use a "removed" block with lifecycle { destroy = false }. ${DEPOSED}`,
  );

/** What only shows at apply, as where the users of two memberships are new. */
export const madeTwice = (things: readonly string[]): Diagnostic =>
  error(
    'Declared twice',
    `Two resources of this configuration declare the same thing, and only apply could see it: ${things.join(', ')}. The other resource has created it, or is creating it. For this resource nothing was done, and it is not in the state. Remove this resource from the configuration, then run apply again.`,
  );

export const givenUpAndTaken = (thing: string): Diagnostic =>
  error(
    'Given up and taken in one plan',
    `One resource of this plan gives up ${thing}, as by a rename, and another one takes it. Nothing is destroyed, but it can belong to only one of them at a time, and Terraform does not order the two changes. Use two applies: first change only the resource that gives it up ("terraform apply -target=ADDRESS", with the address of that resource), then all others. If two resources swap, use three applies: give the first resource a temporary value, then change the second, then the first.`,
  );

export const wholeAndParts = (thing: string, whole: string, part: string): Diagnostic =>
  error(
    'Declared as a whole and in parts',
    `A ${whole} owns ${thing} as a whole, and a ${part} owns a part of it: each would undo what the other does. Use only one of the two types. To change from one type to the other without a change in Amazon Connect, remove the old resources from the state ("removed" blocks with lifecycle { destroy = false }, or terraform state rm), then import the new ones.`,
  );

const kept = (detail: string): Diagnostic => ({ severity: 'warning', summary: 'Kept: its successor is the same', detail });

/** @param inPlace the resource is never made anew, create_before_destroy or not. */
export const keptAsMade = (things: readonly string[], inPlace: boolean): Diagnostic =>
  kept(
    `Terraform was to destroy ${things.join(', ')}. Nothing was destroyed: this apply had already created the same thing, or taken it over, and it can exist only once. The reason is "create_before_destroy", in the "lifecycle" block of the resource or of one that depends on it.${inPlace ? '' : ' To have it created again, remove create_before_destroy.'}`,
  );

export const keptInPlace = (things: readonly string[]): Diagnostic =>
  kept(
    `Terraform destroys this resource and creates it again as the same thing: ${things.join(', ')}. Nothing is destroyed; the creation changes what differs from the declaration. If this apply stops between the two, run apply again, or import what was kept, before you do anything else: until then no state has it.`,
  );
