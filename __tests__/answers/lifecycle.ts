import { isDeepStrictEqual } from 'node:util';
import { type ConnectClient, CreateUserCommand } from '@aws-sdk/client-connect';
import type { Clock } from '../../connect/clock';
import { createUsers } from '../../emulator/control/bulk-users';
import type { LoggedCall } from '../../emulator/control/call-log';
import { type InstanceSnapshot, snapshot } from '../../emulator/control/snapshot';
import type { Emulator } from '../../emulator/emulator';
import { HOME_REGION, INSTANCE_ID, TEAM_GROUP_ID } from '../../emulator/seed/demo';
import type { Answers } from '../../emulator/settings';
import { AFTER, BEFORE, CHANGED, CHANGES, lastChangesFor, showsIdentityChanges } from './declarations';
import { changeMobile, happenOutside, joinBefore, startUpdate } from './outside';
import { differencesFromDeclared } from '../support/compare/declared';
import { type Declaration, writesOf } from '../support/terraform/contact-centre';
import { agent as existing } from '../support/emulator/test-emulator';
import type { Told } from '../support/terraform/told';

/** A contact centre, and something that plans and applies what is declared: terraform, or what takes its place. Throttling is off. */
export interface Stage {
  readonly emulator: Emulator;
  /** By which the emulator's time runs. */
  readonly clock: Clock;
  /** Somebody who works outside Terraform. */
  readonly client: ConnectClient;
  /** Does something outside Terraform while quick connects keep nobody from deleting their users. */
  unhindered(act: () => Promise<void>): Promise<void>;
  declare(declaration: Declaration): Promise<void>;
  plan(): Promise<Told>;
  apply(): Promise<Told>;
  /** How many resources there are in the state. */
  size(): number;
}

/** A part of a life: begins with the contact centre and the state that the one before left; throws what was not as it must be. */
type Part = (life: AnswersLifecycle) => Promise<void>;

/** The whole life of users and memberships: made, changed by others and by us while answers get lost, made again, and ended. */
const IN_PARTS: readonly Part[] = [
  (life) => life.begin(),
  (life) => life.mustStay(BEFORE),
  (life) => life.changeSettings(),
  (life) => life.mustStay(CHANGED),
  (life) => life.changeMembers(),
  (life) => life.mustStay(AFTER),
  (life) => life.end(),
];

/** The same, with all changes in one apply. */
const AT_ONCE: readonly Part[] = [
  (life) => life.begin(),
  (life) => life.mustStay(BEFORE),
  (life) => life.changeMembers(CHANGES),
  (life) => life.mustStay(AFTER),
  (life) => life.end(),
];

export const PART_COUNT = IN_PARTS.length;

export const livePart = (part: number, stage: Stage, answers: Answers): Promise<void> | undefined =>
  IN_PARTS[part]?.(new AnswersLifecycle(stage, answers));

export async function liveAtOnce(stage: Stage, answers: Answers): Promise<void> {
  for (const part of AT_ONCE) await part(new AnswersLifecycle(stage, answers));
}

/** More than one small page of members. */
const OTHERS = 12;

/** Longer than anything takes: it ends when the lifecycle ends it. */
const UPDATE_MS = 86_400_000;

/** Between looks at how far an apply has come. */
const LOOK_MS = 250;

/** The service tells the time of a write in whole seconds. */
const TICK_MS = 1_100;

class AnswersLifecycle {
  constructor(
    private readonly stage: Stage,
    private readonly answers: Answers,
  ) {}

  async begin(): Promise<void> {
    const { stage, answers } = this;
    const { emulator } = stage;
    emulator.reset('demo');
    createUsers(emulator.world, { count: OTHERS, instance: INSTANCE_ID, prefix: 'other-', group: TEAM_GROUP_ID }, emulator.clock.now());
    if (answers.usernameCase === 'sensitive') await stage.client.send(new CreateUserCommand(existing('Eve')));
    this.loseAnswers('AssociateTrafficDistributionGroupUser');
    const { planned, warnings } = await this.apply(BEFORE);
    mustBe('what the first plan does', [...new Set(Object.values(planned))], ['create']);
    mustBe('the warnings of the first apply', warnings, []);
    this.mustHaveMet('Associate for a member', 'AssociateTrafficDistributionGroupUser', 409, answers.reassociate === 'conflict');
    this.mustBeDeclared(BEFORE);
  }

  /** A plan finds nothing to do, to tell or to write. */
  async mustStay(declaration: Declaration): Promise<void> {
    const { stage } = this;
    stage.emulator.calls.clear();
    await stage.declare(declaration);
    const { code, planned, drift, errors, warnings } = await stage.plan();
    mustBe('the next plan', { code, planned, drift, errors, warnings }, { code: 0, planned: {}, drift: {}, errors: [], warnings: [] });
    mustBe('the writes of the next plan', writesOf(stage.emulator.calls.list()), []);
  }

  async changeSettings(): Promise<void> {
    await this.stage.clock.sleep(TICK_MS);
    await this.changeMobile();
    this.loseAnswers('CreateUser', 'UpdateUserIdentityInfo', 'UpdateUserConfig');
    const { planned } = await this.apply(CHANGED);
    mustBe('the plan', planned, CHANGES);
    this.mustBeDeclared(CHANGED);
  }

  /** @param settings what is planned besides, where the settings change at once */
  async changeMembers(settings: Told['planned'] = {}): Promise<void> {
    const { stage, answers } = this;
    await stage.clock.sleep(TICK_MS);
    await stage.unhindered(() => happenOutside(stage.client, (name) => this.idOf(name)));
    if (Object.keys(settings).length > 0) {
      await this.changeMobile();
      await joinBefore(stage.client, (name) => this.idOf(name));
      this.loseAnswers('CreateUser');
    }
    stage.emulator.change({ groupDelay: UPDATE_MS });
    await startUpdate(stage.client);
    stage.emulator.change({ groupDelay: 0 });
    this.loseAnswers('DisassociateTrafficDistributionGroupUser', 'DeleteUser', 'DeleteQuickConnect');
    const applied = this.apply(AFTER);
    const [{ planned }] = await Promise.all([applied, this.endUpdate(applied)]);
    mustBe('the plan', planned, { ...settings, ...lastChangesFor(answers) });
    this.mustHaveMet('a page that is too large', 'ListTrafficDistributionGroupUsers', 400, answers.groupUsersPageMax === 10);
    this.mustHaveMet('a quick connect in the way of its user', 'DeleteUser', 400, answers.deleteUserWithQuickConnect === 'refused');
    this.mustHaveMet('a quick connect in use', 'DeleteQuickConnect', 400, answers.deleteQuickConnectInQueue === 'in-use');
    this.mustBeDeclared(AFTER);
  }

  async end(): Promise<void> {
    const { stage, answers } = this;
    this.loseAnswers('DisassociateTrafficDistributionGroupUser', 'DeleteUser');
    await this.apply({});
    this.mustHaveMet(
      'Disassociate for a user who is no member',
      'DisassociateTrafficDistributionGroupUser',
      404,
      answers.disassociateNonMember === 'not-found',
    );
    const { users, quickConnects, queues, groups } = this.instance();
    mustBe(
      'the users that are left',
      users.map(({ Username }) => Username).filter(isOurs),
      answers.usernameCase === 'sensitive' ? ['Eve'] : [],
    );
    const toUsers = quickConnects.filter(({ QuickConnectConfig }) => QuickConnectConfig.QuickConnectType === 'USER');
    mustBe(
      'the quick connects to users that are left',
      toUsers.map(({ Name }) => Name),
      answers.quickConnectUserIdAfterDelete === 'cleared' ? ['cleo'] : [],
    );
    const offered = queues.flatMap(({ QuickConnectIds }) => QuickConnectIds).filter((id) => !quickConnects.some(({ Id }) => Id === id));
    mustBe('what queues offer that is not there', offered, []);
    const nobody = groups.flatMap(({ members }) => members).filter((id) => !users.some(({ Id }) => Id === id));
    const keepsNobody = answers.memberOfDeletedUser === 'lingers' && answers.disassociateDeletedUser === 'not-found';
    mustBe('how many members are left that do not exist', nobody.length, keepsNobody ? 1 : 0);
    mustBe('the resources in the state', stage.size(), 0);
  }

  private async changeMobile(): Promise<void> {
    if (showsIdentityChanges(this.answers)) await changeMobile(this.stage.client, (name) => this.idOf(name));
  }

  /** Ends the update of the group once somebody was to join it and a change of it was refused, or when all is done without. */
  private async endUpdate(applied: Promise<unknown>): Promise<void> {
    const { emulator, clock } = this.stage;
    let done = false;
    const finish = (): void => void (done = true);
    applied.then(finish, finish);
    const changes = (): readonly LoggedCall[] => changesOf(TEAM_GROUP_ID, emulator.calls.list());
    const joining = (): readonly LoggedCall[] => changes().filter(({ operation }) => operation.startsWith('Associate'));
    while (!done && !(joining().length > 0 && changes().some(({ status }) => status === 404))) await clock.sleep(LOOK_MS);
    const statuses = [...new Set(joining().map(({ status }) => status))];
    this.finishUpdate();
    await applied;
    mustBe('how the service took joining a group that is updated', statuses, [this.answers.associateWhileUpdating === 'ok' ? 200 : 404]);
  }

  private finishUpdate(): void {
    const { world, clock } = this.stage.emulator;
    const groups = world.instance(INSTANCE_ID)?.groups;
    const group = groups?.latest(TEAM_GROUP_ID);
    if (group)
      groups?.put(
        TEAM_GROUP_ID,
        { ...group, Status: 'ACTIVE', Becomes: undefined },
        { at: clock.now(), region: HOME_REGION, lag: 0, mirrorLag: 0 },
      );
  }

  /** Of each operation, the answer to the next call. */
  private loseAnswers(...operations: readonly string[]): void {
    for (const operation of operations) this.stage.emulator.faults.add({ operation, dropConnection: 'after' });
  }

  private async apply(declaration: Declaration): Promise<Told> {
    const { stage } = this;
    stage.emulator.calls.clear();
    await stage.declare(declaration);
    const told = await stage.apply();
    stage.emulator.faults.clear();
    mustBe('the errors of apply', told.errors, []);
    mustBe('the code of apply', told.code, 0);
    return told;
  }

  private mustBeDeclared(declaration: Declaration): void {
    mustBe(
      'what is not as declared',
      differencesFromDeclared(declaration, this.instance(), (name) => isOurs(name) && name !== 'Eve'),
      [],
    );
  }

  /** Makes sure that the answer in question was given, or that it was not. */
  private mustHaveMet(what: string, operation: string, status: number, expected: boolean): void {
    const statuses = this.stage.emulator.calls
      .list()
      .filter((call) => call.operation === operation)
      .map((call) => call.status);
    mustBe(`whether the service refused ${what} (${operation} ${statuses.join()})`, statuses.includes(status), expected);
  }

  private instance(): InstanceSnapshot {
    const found = snapshot(this.stage.emulator.world).instances.find(({ id }) => id === INSTANCE_ID);
    if (!found) throw new Error('the instance is gone');
    return found;
  }

  private idOf(name: string): string {
    return this.instance().users.find(({ Username }) => Username === name)?.Id ?? `no user ${name}`;
  }
}

/** Of the users that the lifecycle makes, or makes others make. */
const isOurs = (name: string): boolean => !name.startsWith('other-');

const changesOf = (group: string, calls: readonly LoggedCall[]): readonly LoggedCall[] =>
  calls.filter(({ operation, keys }) => keys.groupId === group && /^(Ass|Disass)ociateTraffic/.test(operation));

function mustBe(what: string, is: unknown, should: unknown): void {
  if (!isDeepStrictEqual(is, should)) throw new Error(`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(should)}`);
}
