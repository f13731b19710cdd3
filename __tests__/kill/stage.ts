import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeAgent } from '../../emulator/control/agents';
import { type InstanceSnapshot, snapshot } from '../../emulator/control/snapshot';
import type { Emulator } from '../../emulator/emulator';
import { INSTANCE_ID } from '../../emulator/seed/demo';
import { DEFAULT_SETTINGS } from '../../emulator/settings';
import { World, type WorldRecord } from '../../emulator/state/world';
import { allMade } from '../support/emulator/made';
import { ContactCentre } from '../support/terraform/contact-centre';
import { type Applied, apply, plan } from '../support/terraform/told';
import { type Ending, endingOf } from './ending';
import type { Scenario } from './scenario';

/** The contact centre and Terraform's state from which each run of a scenario starts. */
export interface Beginning {
  readonly world: WorldRecord;
  /** The content of the state file; nothing before the first apply. */
  readonly state?: string;
  readonly ids: ReadonlySet<string>;
}

/** A network that is lost is soon given up. */
const PROVIDER = { max_retries: 2 };

/** A contact centre and a project of their own, in which one run is made after the other. */
export class Stage {
  private constructor(readonly centre: ContactCentre) {}

  static async open(): Promise<Stage> {
    return new Stage(await ContactCentre.start({ providerStartedBy: 'terraform' }));
  }

  close(): Promise<void> {
    return this.centre.close();
  }

  get emulator(): Emulator {
    return this.centre.emulator.running.emulator;
  }

  /** Applies what a scenario begins with, and lets others do what they do. */
  async begin({ before, outside, answers }: Scenario): Promise<Beginning> {
    const { centre, emulator } = this;
    this.restore({ world: undefined }, answers);
    await centre.declare(before, PROVIDER);
    mustSucceed('the apply before', await apply(centre));
    await outside?.(centre.outside(), (name) => this.instance().users.find(({ Username }) => Username === name)?.Id ?? `no user ${name}`);
    const world = structuredClone(emulator.world.toRecord(emulator.clock.now()));
    return {
      world,
      ids: new Set(allMade(this.instance()).map(({ Id }) => Id)),
      ...(existsSync(this.stateFile) && { state: readFileSync(this.stateFile, 'utf8') }),
    };
  }

  /** Puts everything back to the beginning of a scenario, and declares what it changes to. */
  async startOver({ after, answers, atWork = [] }: Scenario, beginning: Beginning): Promise<void> {
    this.restore(beginning, answers);
    const { users } = this.instance();
    for (const { Id } of users.filter(({ Username }) => atWork.includes(Username)))
      placeAgent(
        this.emulator.world,
        { instance: INSTANCE_ID, user: Id, status: 'Available', contacts: [{ lastsMs: 500 }] },
        this.emulator.clock.now(),
      );
    await this.centre.declare(after, PROVIDER);
  }

  run({ destroy }: Scenario): Promise<Applied> {
    return apply(this.centre, ...(destroy ? ['-destroy'] : []));
  }

  /** Fails unless nothing is left to do. */
  async mustBeDone({ destroy }: Scenario): Promise<void> {
    const { code, planned, drift, errors, writes } = await plan(this.centre, ...(destroy ? ['-destroy'] : []));
    const left = JSON.stringify({ planned, drift, errors: errors.map(({ summary }) => summary), writes });
    if (code !== 0 || left !== '{"planned":{},"drift":{},"errors":[],"writes":[]}') throw new Error(`the next plan is not empty: ${left}`);
  }

  ending({ ids }: Beginning): Ending {
    return endingOf(this.instance(), this.centre.project.state(), ids);
  }

  instance(): InstanceSnapshot {
    const found = snapshot(this.emulator.world).instances.find(({ id }) => id === INSTANCE_ID);
    if (!found) throw new Error('the instance is gone');
    return found;
  }

  /** Whether the state file is there and holds no whole state. */
  get isStateTorn(): boolean {
    if (!existsSync(this.stateFile)) return false;
    try {
      JSON.parse(readFileSync(this.stateFile, 'utf8'));
      return false;
    } catch {
      return true;
    }
  }

  private get stateFile(): string {
    return join(this.centre.project.directory, 'terraform.tfstate');
  }

  private restore({ world, state }: Partial<Beginning>, answers: Scenario['answers']): void {
    const { emulator } = this;
    emulator.faults.clear();
    emulator.change({ answers: { ...DEFAULT_SETTINGS.answers, ...answers } });
    emulator.reset('demo');
    if (world) {
      emulator.world = World.fromRecord(structuredClone(world));
      emulator.clock.advanceTo(world.time);
    }
    if (state === undefined) rmSync(this.stateFile, { force: true });
    else writeFileSync(this.stateFile, state);
  }
}

export function mustSucceed(what: string, { code, errors }: Applied): void {
  if (code !== 0) throw new Error(`${what} fails: ${errors.map(({ summary, detail }) => `${summary}: ${detail}`).join('; ')}`);
}
