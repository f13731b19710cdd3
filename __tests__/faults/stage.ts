import { placeAgent } from '../../emulator/control/agents';
import { Emulator } from '../../emulator/emulator';
import { HOME_REGION, INSTANCE_ID } from '../../emulator/seed/demo';
import { World, type WorldRecord } from '../../emulator/state/world';
import type { Body } from '../support/terraform/contact-centre';
import { addPeople, type IdOf, type Life } from './lives';
import { outside } from './outside';
import { instanceOf } from './picture';
import { FaultsServer } from './server';
import { IdleClock } from '../support/clocks/idle-clock';
import { TerraformInProcess, type TerraformState } from '../support/terraform-in-process/terraform';

/** A contact centre and a state, from which a life goes on as often as it is wanted. */
export interface Beginning {
  readonly world: WorldRecord;
  readonly state: TerraformState;
}

const PROVIDER: Body = {
  region: HOME_REGION,
  access_key: 'AKIATEST',
  secret_key: 'test',
  consistency_window: '1ms',
  requests_per_second: 1000,
  burst: 1000,
};

/** A life of its own: emulator, network, time, and what takes terraform's place. */
export class Stage implements AsyncDisposable {
  readonly clock: IdleClock;
  readonly emulator: Emulator;
  readonly server: FaultsServer;
  readonly idOf: IdOf = (name) => instanceOf(this.emulator).users.find(({ Username }) => Username === name)?.Id ?? `no user ${name}`;

  private constructor(
    private readonly life: Life,
    from: Beginning | undefined,
  ) {
    this.clock = new IdleClock(() => this.server.port, from?.world.time);
    this.emulator = new Emulator({ settings: { rate: 'off', ...life.settings }, timeSource: () => this.clock.now() });
    this.server = new FaultsServer(this.emulator, { pass: (ms) => this.clock.pass(ms), forget: (port) => this.clock.forget(port) });
    if (from) this.emulator.world = World.fromRecord(structuredClone(from.world));
    else addPeople(this.emulator);
    if (from && life.atWork !== undefined)
      placeAgent(
        this.emulator.world,
        { instance: INSTANCE_ID, user: this.idOf(life.atWork), status: 'Available', contacts: [{ lastsMs: 2_000, workMs: 1_000 }] },
        this.clock.now(),
      );
  }

  static async open(life: Life, from?: Beginning): Promise<Stage> {
    const stage = new Stage(life, from);
    await stage.server.listen();
    return stage;
  }

  terraform(state?: TerraformState): TerraformInProcess {
    return new TerraformInProcess(this.clock, { ...PROVIDER, ...this.life.provider, endpoint: this.server.url }, state);
  }

  /** Before the life that is meant: what there is, and what others did to it. */
  async begin(): Promise<Beginning> {
    const { before, forgotten } = this.life;
    const terraform = this.terraform();
    if (before) {
      terraform.declare(before(this.idOf));
      const { errors } = await terraform.apply();
      if (errors.length > 0) throw new Error(`${this.life.name} does not begin: ${JSON.stringify(errors)}`);
    }
    this.clock.pass(LATER_MS);
    this.life.outside?.(outside(this.emulator), this.idOf);
    this.clock.pass(LATER_MS);
    return { world: structuredClone(this.emulator.world.toRecord(this.clock.now())), state: forgotten ? new Map() : terraform.state };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.clock.end();
    this.server.release();
    this.emulator.close();
    await this.server[Symbol.asyncDispose]();
  }
}

/** The service tells the time of a write in whole seconds. */
const LATER_MS = 5_000;
