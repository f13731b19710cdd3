import type { Told } from '../support/terraform/told';
import { announcedBy, handedOn, unannounced, undone } from './announced';
import { type Excuse, excusesOf, repaired } from './excuses';
import type { Owners } from './owners';
import type { Stack } from './stack';
import type { Trouble } from './steps';

/** What was not as it must be. */
export class Broken extends Error {}

/** How often an owner reads why a declaration cannot be, and takes it back. */
const REPAIRS = 3;

/** Plans and applies; where others stand in the way, takes back what they stand in the way of. Then nothing is left to do. */
export async function converge(owners: Owners, stack: Stack, trouble?: Trouble): Promise<void> {
  if (trouble) await applyInTrouble(owners, stack, trouble);
  for (let repairs = 0; ; repairs++) {
    const excuses = excusesOf(stack, owners.instance());
    const problems = await planAndApply(owners, stack, excuses);
    if (problems.length === 0) return nothingLeft(owners, stack);
    if (excuses.length === 0 || repairs === REPAIRS)
      throw new Broken([`${stack.name} can neither plan nor apply, though nothing stands in its way`, ...problems].join('\n  '));
    stack.declared = repaired(stack.declared, excuses);
  }
}

/** Answers with why it failed; a plan that finds nothing wrong is followed by an apply that does what it announced. */
async function planAndApply(owners: Owners, stack: Stack, excuses: readonly Excuse[]): Promise<readonly string[]> {
  const before = owners.instance();
  await stack.declare();
  const { told, shown } = await stack.plan();
  mustBe(`the plan of ${stack.name} changes something`, unannounced(announcedBy(), before, owners.instance()));
  if (told.code !== 0) return failures(told);
  const announced = announcedBy(shown);
  const problems = failures(await stack.applyPlan());
  const after = owners.instance();
  for (const one of handedOn(announced, before, after)) owners.handedOn.add(one);
  mustBe(`the apply of ${stack.name}`, unannounced(announced, before, after));
  if (problems.length === 0) mustBe(`the apply of ${stack.name}`, undone(announced, after));
  else if (!excuses.some(({ late }) => late))
    throw new Broken([`the plan of ${stack.name} finds nothing wrong, and its apply fails`, ...problems].join('\n  '));
  return problems;
}

/** Whatever fails, nothing happens that was not announced; only an account whose CreateUser was never answered is lost sight of, until the next apply. */
async function applyInTrouble(owners: Owners, stack: Stack, trouble: Trouble): Promise<void> {
  await applyLate(owners, stack, () => Promise.resolve(owners.beginTrouble(trouble)));
  owners.endTrouble();
  if (trouble.kind === 'denied') mustBe(`after the trouble of ${stack.name}`, owners.orphans());
}

/** A plan is kept while others work. Whatever comes of it, it does nothing that it did not announce. */
export async function applyLate(owners: Owners, stack: Stack, meanwhile: () => Promise<void>): Promise<void> {
  await stack.declare();
  const { told, shown } = await stack.plan();
  await meanwhile();
  if (told.code !== 0) return;
  const before = owners.instance();
  await stack.applyPlan();
  const [announced, after] = [announcedBy(shown), owners.instance()];
  for (const one of handedOn(announced, before, after)) owners.handedOn.add(one);
  mustBe(`the late apply of ${stack.name}`, unannounced(announced, before, after));
}

export async function planAndDestroy(owners: Owners, stack: Stack): Promise<void> {
  const before = owners.instance();
  await stack.declare();
  const { told, shown } = await stack.plan('-destroy');
  mustBe(`plan -destroy of ${stack.name}`, failures(told));
  const announced = announcedBy(shown);
  mustBe(`the destroy of ${stack.name}`, failures(await stack.applyPlan()));
  const after = owners.instance();
  mustBe(`the destroy of ${stack.name}`, [...unannounced(announced, before, after), ...undone(announced, after), ...leftIn(stack)]);
}

/** The plan after an apply is empty, unless the declaration contradicts itself or what others left. */
async function nothingLeft(owners: Owners, stack: Stack): Promise<void> {
  stack.declared = { ...stack.declared, imports: [], moved: [] };
  if (excusesOf(stack, owners.instance()).length > 0) return;
  await stack.declare();
  const { told } = await stack.plan();
  mustBe(`the next plan of ${stack.name}`, [
    ...failures(told),
    ...Object.entries(told.planned).map(([address, action]) => `it wants to ${action} ${address}`),
    ...Object.entries(told.drift).map(([address, action]) => `it finds a drift of ${address}: ${action}`),
  ]);
}

export const failures = ({ code, errors }: Told): readonly string[] =>
  code === 0 ? [] : errors.map(({ summary, detail, address = '' }) => `${summary} ${address}: ${detail}`);

export const leftIn = ({ kept }: Stack): readonly string[] => kept.map(({ address }) => `it is left in the state: ${address}`);

export function mustBe(where: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new Broken([where, ...problems].join('\n  '));
}
