import { ConnectClient } from '@aws-sdk/client-connect';
import { Emulator } from '../../emulator/emulator';
import { HOME_REGION } from '../../emulator/seed/demo';
import { startEmulator } from '../../emulator/server';
import type { Answers } from '../../emulator/settings';
import { World, type WorldRecord } from '../../emulator/state/world';
import { liveAtOnce, livePart, type Stage } from './lifecycle';
import { IdleClock } from '../support/clocks/idle-clock';
import { TerraformInProcess, type TerraformState } from '../support/terraform-in-process/terraform';

const PROVIDER = {
  region: HOME_REGION,
  access_key: 'AKIATEST',
  secret_key: 'test',
  consistency_window: '1ms',
  requests_per_second: 1000,
  burst: 1000,
  // Most users are then confirmed by lists that all share.
  rate_limit: [{ operation: 'DescribeUser', requests_per_second: 2, burst: 2 }],
};

/** What a part of a life left. */
export interface Between {
  readonly world: WorldRecord;
  readonly state: TerraformState;
}

/** The life of users and memberships in this process, over HTTP and the AWS SDK: only terraform and the plugin's socket are left out. */
export const liveInProcess = (answers: Answers): Promise<void> => onStage(answers, undefined, (stage) => liveAtOnce(stage, answers));

/** One part of it, on a stage of its own. */
export const livePartInProcess = (part: number, answers: Answers, from: Between | undefined): Promise<Between> =>
  onStage(answers, from, async (stage, terraform) => {
    await livePart(part, stage, answers);
    const { world, clock } = stage.emulator;
    return { world: structuredClone(world.toRecord(clock.now())), state: terraform.state };
  });

/** With an emulator of its own, which asks these very `answers` whenever it needs one. */
async function onStage<T>(
  answers: Answers,
  from: Between | undefined,
  act: (stage: Stage, terraform: TerraformInProcess) => Promise<T>,
): Promise<T> {
  let port = 0;
  const clock = new IdleClock(() => port, from?.world.time);
  const running = await startEmulator({ settings: { rate: 'off' }, timeSource: () => clock.now() });
  ({ port } = running);
  const { emulator, url } = running;
  const settingsOf = Object.getOwnPropertyDescriptor(Emulator.prototype, 'settings')?.get;
  let hindered = true;
  const unhindered = new Proxy(answers, {
    get: (asked, name) => (name === 'deleteUserWithQuickConnect' ? 'ok' : Reflect.get(asked, name)),
  });
  Object.defineProperty(emulator, 'settings', {
    get: (): unknown => ({ ...settingsOf?.call(emulator), answers: hindered ? answers : unhindered }),
  });
  if (from) {
    emulator.world = World.fromRecord(structuredClone(from.world));
    emulator.clock.advanceTo(from.world.time);
  }
  const client = new ConnectClient({
    region: HOME_REGION,
    endpoint: url,
    credentials: { accessKeyId: 'AKIAOUTSIDE', secretAccessKey: 'test' },
  });
  const terraform = new TerraformInProcess(clock, { ...PROVIDER, endpoint: url }, from?.state);
  const stage: Stage = {
    emulator,
    clock,
    client,
    unhindered: (act) => {
      hindered = false;
      return act().finally(() => (hindered = true));
    },
    declare: (declaration) => Promise.resolve(terraform.declare(declaration)),
    plan: () => terraform.plan(),
    apply: () => terraform.apply(),
    size: () => terraform.state.size,
  };
  try {
    return await act(stage, terraform);
  } finally {
    clock.end();
    client.destroy();
    await running.close();
  }
}
