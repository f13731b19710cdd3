import type { Told } from '../support/terraform-told';
import { announcedBy, unannounced, undone } from './announced';
import { NOTHING, USER } from './declaration';
import { edited, handedOver, withImportedUser } from './edits';
import { type Excuse, excusesOf, repaired } from './excuses';
import type { Owners } from './owners';
import type { Stack } from './stack';
import type { Edit, Step, Trouble } from './steps';

/** What was not as it must be. */
export class Broken extends Error {}

/** Takes a step, and holds against it what must hold of every plan, apply and destroy; false where it is not possible as things are. */
export async function take(owners: Owners, step: Step): Promise<boolean> {
  const stack = owners.stacks[step.stack % owners.stacks.length];
  if (!stack) return false;
  switch (step.does) {
    case 'outside':
      return owners.doOutside(step.outside, step.pick);
    case 'apply':
      if (!(await edit(owners, stack, step.edit))) return false;
      await converge(owners, stack, step.trouble);
      break;
    case 'apply late': {
      const other = owners.stacks[step.other % owners.stacks.length];
      if (!other || other === stack || !(await edit(owners, stack, step.edit))) return false;
      await applyLate(owners, stack, async () => {
        if (await edit(owners, other, step.otherEdit)) await converge(owners, other);
      });
      await converge(owners, stack);
      break;
    }
    case 'destroy':
      if (stack.kept.length === 0) return false;
      await planAndDestroy(owners, stack);
      if (!step.keep) stack.declared = NOTHING;
  }
  mustBe(`after ${stack.name}`, owners.orphans());
  return true;
}

/** Every stack is destroyed, whatever the others did; then there is nothing that any of them made. */
export async function endAll(owners: Owners, first: number): Promise<void> {
  const { stacks } = owners;
  for (let turn = 0; turn < stacks.length; turn++) {
    const stack = stacks[(first + turn) % stacks.length];
    if (!stack) continue;
    await stack.declare();
    const told = await stack.destroy();
    mustBe(`the destroy of ${stack.name} at the end`, [...failures(told), ...leftIn(stack)]);
  }
  mustBe('at the end', owners.orphans());
}

/** Changes what a stack declares; false where that is not possible as things are. */
async function edit(owners: Owners, stack: Stack, what: Edit): Promise<boolean> {
  if (what.edit === 'take over user') return takeOver(owners, stack, what.pick);
  const after = edited(stack, what, owners.instance());
  if (!after) return false;
  if (what.edit === 'forget user') {
    const gone = stack.declared.users.filter(({ address }) => !after.users.some((user) => user.address === address));
    for (const { address } of gone) {
      const id = stack.idOf({ own: address });
      if (id === undefined) return false;
      owners.released.add(id);
      await stack.centre.project.succeed('state', 'rm', `${USER}.${address}`);
    }
  }
  stack.declared = after;
  return true;
}

/** Moves a user from the state of one stack into that of another. */
async function takeOver(owners: Owners, stack: Stack, pick: number): Promise<boolean> {
  const instance = owners.instance();
  const candidates = owners.stacks.flatMap((from) => (from === stack ? [] : from.declared.users.map((user) => ({ from, user }))));
  const chosen = candidates[pick % candidates.length];
  const id = chosen?.from.idOf({ own: chosen.user.address });
  const found = instance.users.find(({ Id }) => Id === id);
  if (!chosen || id === undefined || !found || excusesOf(stack, instance).length > 0) return false;
  if (stack.knownUsers.has(id) || stack.declared.users.some(({ name }) => name === found.Username)) return false;
  await chosen.from.centre.project.succeed('state', 'rm', `${USER}.${chosen.user.address}`);
  chosen.from.declared = handedOver(chosen.from.declared, chosen.user.address, id);
  await chosen.from.declare();
  stack.declared = withImportedUser(stack, { ...stack.declared, imports: [], moved: [] }, found);
  return true;
}

/** How often an owner reads why a declaration cannot be, and takes it back. */
const REPAIRS = 3;

/** Plans and applies; where others stand in the way, takes back what they stand in the way of. Then nothing is left to do. */
async function converge(owners: Owners, stack: Stack, trouble?: Trouble): Promise<void> {
  if (trouble) await applyInTrouble(owners, stack, trouble);
  for (let repairs = 0; ; repairs++) {
    const excuses = excusesOf(stack, owners.instance());
    const problems = await planAndApply(owners, stack, excuses);
    if (problems.length === 0) return nothingLeft(owners, stack);
    if (excuses.length === 0 || repairs === REPAIRS) throw new Broken([`${stack.name} can neither plan nor apply, though nothing stands in its way`, ...problems].join('\n  '));
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
  mustBe(`the apply of ${stack.name}`, unannounced(announced, before, after));
  if (problems.length === 0) mustBe(`the apply of ${stack.name}`, undone(announced, after));
  else if (!excuses.some(({ late }) => late)) throw new Broken([`the plan of ${stack.name} finds nothing wrong, and its apply fails`, ...problems].join('\n  '));
  return problems;
}

/** Whatever fails, nothing happens that was not announced; only an account whose CreateUser was never answered is lost sight of, until the next apply. */
async function applyInTrouble(owners: Owners, stack: Stack, trouble: Trouble): Promise<void> {
  await applyLate(owners, stack, () => Promise.resolve(owners.beginTrouble(trouble)));
  owners.endTrouble();
  if (trouble.kind === 'denied') mustBe(`after the trouble of ${stack.name}`, owners.orphans());
}

/** A plan is kept while others work. Whatever comes of it, it does nothing that it did not announce. */
async function applyLate(owners: Owners, stack: Stack, meanwhile: () => Promise<void>): Promise<void> {
  await stack.declare();
  const { told, shown } = await stack.plan();
  await meanwhile();
  if (told.code !== 0) return;
  const before = owners.instance();
  await stack.applyPlan();
  mustBe(`the late apply of ${stack.name}`, unannounced(announcedBy(shown), before, owners.instance()));
}

async function planAndDestroy(owners: Owners, stack: Stack): Promise<void> {
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

const failures = ({ code, errors }: Told): readonly string[] => (code === 0 ? [] : errors.map(({ summary, detail, address = '' }) => `${summary} ${address}: ${detail}`));

const leftIn = ({ kept }: Stack): readonly string[] => kept.map(({ address }) => `it is left in the state: ${address}`);

function mustBe(where: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new Broken([where, ...problems].join('\n  '));
}
