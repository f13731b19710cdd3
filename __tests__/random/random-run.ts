import { type Body, ContactCentre } from '../support/terraform/contact-centre';
import type { Fault, SettingsPatch } from '../support/emulator/test-emulator';
import { eventually } from '../support/eventually';
import { differences } from './compare';
import { RandomDeclaration } from './declaration';
import { expectedWrites, type ExpectedWrites, writesMade } from './expected-writes';
import { doOutside } from './outside';
import type { Step, Trouble } from './steps';
import type { PlanJson } from '../support/terraform/project';
import { plan, toldBy, type Told } from '../support/terraform/told';

/** What holds for a whole sequence: the answers that AWS does not document, and the provider's own settings. */
export interface World {
  readonly answers: SettingsPatch['answers'];
  readonly provider: Body;
}

/** What was not as it must be after a step, counted from 1. */
export class StepFailure extends Error {
  constructor(
    readonly step: number,
    message: string,
  ) {
    super(message);
  }
}

/** How often an apply that met trouble is repeated until it has to have succeeded. */
const ATTEMPTS = 10;

/** SearchUsers does not show everything, and the service tells the time of a write in whole seconds. */
const TICK_MS = 1_100;

/** One sequence of steps, each an apply by the real terraform against an emulated contact centre. */
export class RandomRun {
  private readonly declaration = new RandomDeclaration();
  private strangers: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  private appliedAt = 0;

  private constructor(
    private readonly centre: ContactCentre,
    private readonly world: World,
  ) {}

  static async take(world: World, steps: readonly Step[]): Promise<void> {
    const centre = await ContactCentre.start({ settings: { answers: world.answers } });
    try {
      const run = new RandomRun(centre, world);
      for (const [index, step] of steps.entries()) {
        await run.step(step).catch((error: unknown) => {
          throw new StepFailure(index + 1, error instanceof Error ? error.message : String(error));
        });
      }
    } finally {
      await centre.close();
    }
  }

  private async step({ outside, edits, trouble }: Step): Promise<void> {
    const { centre, declaration } = this;
    if (outside.length > 0) await eventually('the next second', () => Promise.resolve(Date.now() > this.appliedAt + TICK_MS));
    for (const what of outside) await doOutside(centre, what);
    this.strangers = await this.undeclaredMembers();
    const before = new Set((await centre.instance()).users.map(({ Id }) => Id));
    const isNew = (userId: string): boolean => !before.has(userId);
    const staying = await this.quickConnectsThatStay(isNew, trouble);
    declaration.begin();
    for (const edit of edits) declaration.apply(edit);

    await this.declare();
    for (const one of trouble) await centre.emulator.control.fault(faultOf(one));
    await (trouble.length > 0 ? this.converge() : this.applyExactly());
    await centre.emulator.control.clearFaults();
    this.appliedAt = Date.now();
    await this.mustBe(await differences(centre, declaration, this.strangers, isNew));
    await this.mustBe(await staying());
    const again = await plan(centre);
    const left = { planned: again.planned, drift: again.drift, errors: again.errors.map(({ summary }) => summary) };
    if (again.code !== 0 || JSON.stringify(left) !== '{"planned":{},"drift":{},"errors":[]}')
      await this.mustBe([`the next plan is not empty: ${JSON.stringify(left)}`]);
  }

  /** Plans and applies until that succeeds. */
  private async converge(): Promise<void> {
    const seen: string[] = [];
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const told = await this.plan();
      seen.push(`plan: ${summaries(told)}`);
      if (told.code !== 0) continue;
      const applied = toldBy(await this.centre.project.run('apply', '-json', '-input=false', PLAN_FILE));
      seen.push(`apply: ${summaries(applied)}`);
      if (applied.code === 0) return;
    }
    await this.mustBe([`no success in ${ATTEMPTS} attempts`, ...seen]);
  }

  /** Plans and applies once; what is written is what the plan announced. */
  private async applyExactly(): Promise<void> {
    const { centre } = this;
    const told = await this.plan();
    if (told.code !== 0) await this.mustBe([`the plan fails: ${JSON.stringify(told.errors)}`]);
    const shown = JSON.parse((await centre.project.succeed('show', '-json', PLAN_FILE)).stdout) as PlanJson;
    const before = await centre.instance();
    const known = new Set([...before.users.map(({ Id }) => Id), ...before.deletedUserIds]);
    const expected = expectedWrites(shown, told.warnings, before, this.world.answers?.deleteQuickConnectInQueue === 'in-use');
    await centre.emulator.control.clearCalls();
    const applied = toldBy(await centre.project.run('apply', '-json', '-input=false', PLAN_FILE));
    if (applied.code !== 0) await this.mustBe([`apply fails without trouble: ${JSON.stringify(applied.errors)}`]);
    await this.mustBe(unannounced(expected, writesMade(await centre.emulator.control.calls(), known)));
  }

  /** A plan that creates and destroys the same thing must be refused, and is fine once it says that the thing moved. */
  private async plan(): Promise<Told> {
    const { centre, declaration } = this;
    await centre.emulator.control.clearCalls();
    const told = toldBy(await centre.project.run('plan', '-json', '-input=false', `-out=${PLAN_FILE}`));
    const writes = await centre.writes();
    if (writes.length > 0) await this.mustBe([`the plan writes: ${writes.join()}`]);
    const refused = told.code !== 0 && told.errors.some(({ summary }) => summary === 'Created and destroyed in one plan');
    if (!refused || !declaration.hasUnmoved) return told;
    declaration.moveAll();
    await this.declare();
    return this.plan();
  }

  private declare(): Promise<void> {
    return this.centre.declare(this.declaration.toTerraform(), { max_retries: 2, ...this.world.provider, ...this.declaration.provider });
  }

  /** Those whom somebody else made members. */
  private async undeclaredMembers(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const { users, groups } = await this.centre.instance();
    const names = new Map(users.map(({ Id, Username }) => [Id, Username]));
    const { memberships } = this.declaration;
    const isDeclared = (group: string, id: string): boolean =>
      memberships.some((one) => one.group === group && this.declaration.userOf(one.user).name === names.get(id));
    return new Map(groups.map(({ Id, members }) => [Id, new Set(members.filter((id) => !isDeclared(Id, id)))]));
  }

  /**
   * Remembers the quick connects; answers with a check that those, and only those, are gone that went with their users. One may have gone
   * on to the user that took the place instead; where it could not be tagged for that, it may point at nobody.
   */
  private async quickConnectsThatStay(
    isNew: (userId: string) => boolean,
    trouble: readonly Trouble[],
  ): Promise<() => Promise<readonly string[]>> {
    const states = this.centre.project.state().flatMap(({ instances }) => instances.map(({ attributes }) => attributes));
    const cleaned = new Set(states.filter((state) => state.quick_connects_on_delete === 'delete').map(({ user_id }) => user_id));
    const { quickConnects } = await this.centre.instance();
    const untagged = trouble.some(({ operation, kind }) => operation === 'TagResource' && kind === 'denied');
    return async () => {
      const after = await this.centre.instance();
      const alive = new Set(after.users.map(({ Id }) => Id));
      const left = new Map(after.quickConnects.map((one) => [one.Id, one.QuickConnectConfig.UserConfig?.UserId]));
      return quickConnects.flatMap(({ Id, QuickConnectConfig: { UserConfig } }) => {
        const stays = !UserConfig || alive.has(UserConfig.UserId) || !cleaned.has(UserConfig.UserId);
        const now = left.get(Id);
        const wentOn = now !== undefined && alive.has(now) && isNew(now);
        if (!stays && (wentOn || untagged)) return [];
        return stays === left.has(Id)
          ? []
          : [`the quick connect ${Id} to ${UserConfig?.UserId ?? 'no user'} is ${stays ? 'gone' : `left, at ${now ?? 'nobody'}`}`];
      });
    };
  }

  private async mustBe(problems: readonly string[]): Promise<void> {
    if (problems.length === 0) return;
    const { users } = await this.centre.instance();
    const declared = JSON.stringify(this.declaration.toTerraform());
    const calls = (await this.centre.emulator.control.calls()).filter(
      ({ status, operation }) => status !== 200 || !/^(List|Search|Describe)/.test(operation),
    );
    throw new Error(
      [
        ...problems,
        `declared: ${declared}`,
        `users: ${users.map(({ Id, Username }) => `${Username}=${Id}`).join(' ')}`,
        `calls: ${calls.map(({ operation, status, dropped = '' }) => `${operation} ${status}${dropped}`).join(', ')}`,
      ].join('\n  '),
    );
  }
}

const PLAN_FILE = 'random.tfplan';

function unannounced({ must, may }: ExpectedWrites, made: readonly string[]): readonly string[] {
  const rest = [...made];
  const missing = must.filter((write) => {
    const index = rest.indexOf(write);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
  const surplus = rest.filter((write) => !may.includes(write));
  return [
    ...missing.map((write) => `announced but not written: ${write}`),
    ...surplus.map((write) => `written but not announced: ${write}`),
  ];
}

const summaries = ({ code, errors }: Told): string => `${code ?? 'killed'} ${errors.map(({ summary }) => summary).join('; ')}`;

function faultOf({ operation, kind, count }: Trouble): Fault {
  switch (kind) {
    case 'throttled':
      return { operation, count, code: 'ThrottlingException', status: 429 };
    case 'failing':
      return { operation, count, status: 500 };
    case 'lost before':
    case 'lost after':
      return { operation, count, dropConnection: kind === 'lost before' ? 'before' : 'after' };
    case 'denied':
      return { operation, count: 1, code: 'AccessDeniedException', status: 403 };
  }
}
