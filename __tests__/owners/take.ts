import { NOTHING, USER } from './declaration';
import { edited, handedOver, withImportedUser } from './edits';
import { excusesOf } from './excuses';
import { applyLate, converge, failures, leftIn, mustBe, planAndDestroy } from './hold';
import type { Owners } from './owners';
import type { Stack } from './stack';
import type { Edit, Step } from './steps';

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
