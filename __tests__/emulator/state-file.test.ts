import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { snapshot } from '../../emulator/control/snapshot';
import * as demo from '../../emulator/seed/demo';
import { StateFile } from '../../emulator/state/state-file';
import { unusable } from '../../emulator/state/state-file-error';
import { World } from '../../emulator/state/world';
import { agent, connectTo, createAgent, startTestEmulator, type Snapshot } from '../support/emulator/test-emulator';
import { killUnderLoad } from '../support/emulator/kill';
import { emulatorProgramWithSmallFiles, killed, listening } from '../support/emulator/program';
import { rawRequest } from '../support/emulator/raw';
import { eventually } from '../support/eventually';

const InstanceId = demo.INSTANCE_ID;

let folder: string;
let stateFile: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-'));
  stateFile = join(folder, 'connect.json');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What an emulator that starts now makes of a state file. */
async function held(file: string): Promise<Snapshot> {
  const emulator = await startTestEmulator({ stateFile: file });
  try {
    return await emulator.control.state();
  } finally {
    await emulator.close();
  }
}

const usernames = ({ instances }: Snapshot): readonly string[] => instances.flatMap(({ users }) => users.map(({ Username }) => Username));

describe('what was answered', () => {
  test('is in the file at once, be it a user, a change, an end, a seed or many users', async () => {
    const emulator = await startTestEmulator({ stateFile });
    const client = connectTo(emulator.url);
    const now = async (): Promise<Snapshot> => {
      const copy = join(folder, 'copy.json');
      copyFileSync(stateFile, copy);
      return held(copy);
    };
    const expectKept = async (): Promise<void> => expect(await now()).toEqual(await emulator.control.state());
    const UserId = await createAgent(client, 'ada');
    await createAgent(client, 'grace', { Tags: { team: 'north' } });
    await expectKept();
    await client.tagResource({
      resourceArn: `arn:aws:connect:us-east-1:${demo.ACCOUNT}:instance/${InstanceId}`,
      tags: { owner: 'operations' },
    });
    await client.associateTrafficDistributionGroupUser({ TrafficDistributionGroupId: demo.TEAM_GROUP_ID, InstanceId, UserId });
    await expectKept();
    await client.deleteUser({ InstanceId, UserId });
    await expectKept();
    await emulator.control.seed('empty');
    await expectKept();
    await emulator.control.users({ count: 3, instance: InstanceId });
    await expectKept();
    expect(usernames(await now())).toEqual(['agent-1', 'agent-2', 'agent-3']);
    client.destroy();
    await emulator.close();
  });

  test('outlives kills in the midst of writes', async () => {
    const report = await killUnderLoad({ directory: folder, kills: 2, writes: 60, population: 7_000 });
    expect(report.lost).toEqual([]);
    expect(report.answered).toBeGreaterThan(100);
  });

  test('is safe on a full disk: what cannot be kept is not answered, and the emulator lives on', async () => {
    const program = emulatorProgramWithSmallFiles(40, '--state', stateFile, '--rate', 'off');
    const url = await listening(program);
    const create = (username: string) => rawRequest(url, 'PUT', `/users/${InstanceId}`, agent(username));
    const answered: string[] = [];
    let answer = await create('agent-0');
    while (answer.status === 200) {
      answered.push(`agent-${answered.length}`);
      answer = await create(`agent-${answered.length}`);
    }
    expect(answer).toMatchObject({
      status: 500,
      body: { Message: expect.stringContaining(`The state file ${stateFile} cannot be used: it may not grow any more`) as string },
    });
    expect(await create('one-more')).toMatchObject({ status: 500 });
    expect(await rawRequest(url, 'GET', '/_emulator/settings')).toMatchObject({ status: 200 });
    await killed(program);
    expect(usernames(await held(stateFile))).toEqual(answered);
  });

  test('comes to the same when many lines are replaced by few, while more changes come', async () => {
    const file = new StateFile(stateFile, 20_000);
    const world = demo.demo();
    const users = world.instance(InstanceId)?.users;
    const parts = () => world.toRecordInParts(0);
    file.append(world.toRecord(0));
    const stamp = { at: 0, region: demo.HOME_REGION, lag: 0, mirrorLag: 0 };
    const change = (round: number): void => {
      const user = {
        Username: `ada-${round}`,
        IdentityInfo: {},
        SecurityProfileIds: [],
        RoutingProfileId: '',
        Tags: {},
        Proficiencies: [],
      };
      const modified = { LastModifiedTime: round, LastModifiedRegion: demo.HOME_REGION };
      users?.put(`user-${round % 700}`, { ...user, ...modified, ProficienciesModified: modified }, stamp);
      if (round % 5 === 0) users?.delete(`user-${(round * 7) % 700}`, stamp);
      file.append(world.takeChanges(round));
    };
    const before = statSync(stateFile).ino;
    let round = 0;
    await eventually('the file is replaced', async () => {
      for (let i = 0; i < 100; i++) change((round += 1));
      file.compactIfLarge(parts);
      await new Promise(setImmediate);
      return statSync(stateFile).ino !== before;
    });
    change((round += 1));
    file.close();
    const again = new StateFile(stateFile);
    again.close();
    expect(snapshot(World.fromRecord(again.record ?? { account: '', time: 0, instances: [] }))).toEqual(snapshot(world));
    expect(readdirSync(folder)).toEqual(['connect.json']);
  });
});

describe('one file serves one emulator', () => {
  test('a second one is told which process has the file, until that one ends', async () => {
    const first = await startTestEmulator({ stateFile });
    await expect(startTestEmulator({ stateFile })).rejects.toThrow(`The state file ${stateFile} is in use by process ${process.pid}.`);
    await first.close();
    await held(stateFile);
    expect(existsSync(`${stateFile}.lock`)).toBe(false);
  });

  test('a process that has ended holds nothing, however it ended', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(`${stateFile}.lock`, JSON.stringify({ pid }));
    await held(stateFile);
    writeFileSync(`${stateFile}.lock`, '');
    await held(stateFile);
  });

  const knowsStarts = existsSync('/proc/self/stat') ? test : test.skip;
  knowsStarts('nor does it through another process that got its number later (needs /proc)', async () => {
    writeFileSync(`${stateFile}.lock`, JSON.stringify({ pid: process.pid, started: 'before the last boot 1' }));
    await held(stateFile);
  });

  test('the file is free again when the port was taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(startTestEmulator({ stateFile, port })).rejects.toThrow('EADDRINUSE');
    await held(stateFile);
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('a state file that cannot be used', () => {
  test.each([
    [
      'in a directory that does not exist',
      () => join(folder, 'none', 'connect.json'),
      () => `there is no directory ${join(folder, 'none')}; make it first`,
    ],
    ['below a file', () => join(folder, 'file', 'connect.json'), () => `${join(folder, 'file')} is not a directory`],
    ['that is a directory', () => join(folder, 'directory'), () => 'it is a directory'],
    ['that is a device', () => '/dev/null', () => 'it is no regular file'],
    ['that is something else', () => join(folder, 'file'), () => 'it is not a state file of the emulator'],
  ])('%s keeps the emulator from starting, and is named', async (_, path, reason) => {
    writeFileSync(join(folder, 'file'), '{}');
    mkdirSync(join(folder, 'directory'));
    await expect(startTestEmulator({ stateFile: path() })).rejects.toThrow(`The state file ${path()} cannot be used: ${reason()}`);
    expect(readdirSync(folder).sort()).toEqual(['directory', 'file']);
  });

  test('as one that is mounted by itself, cannot be replaced, and the directory is to be mounted', () => {
    const busy = Object.assign(new Error("EBUSY: resource busy or locked, rename 'a.new' -> 'a'"), { code: 'EBUSY' });
    expect(unusable('/data/connect.json', busy).message).toBe(
      'The state file /data/connect.json cannot be used: it cannot be replaced, as where it is mounted by itself; mount /data in place of it.',
    );
  });

  test('is one with a damaged line, but not one whose last line was cut off', async () => {
    const emulator = await startTestEmulator({ stateFile });
    await emulator.control.users({ count: 1, instance: InstanceId });
    await emulator.control.users({ count: 1, instance: InstanceId, prefix: 'other-' });
    const state = await emulator.control.state();
    await emulator.close();
    appendFileSync(stateFile, '{"time":17,"instances":[{"id":"');
    expect(await held(stateFile)).toEqual(state);
    appendFileSync(stateFile, 'what is this?\n{}\n');
    await expect(startTestEmulator({ stateFile })).rejects.toThrow(`The state file ${stateFile} cannot be used: its line 4 is damaged`);
  });
});

describe('the file itself', () => {
  test('is for its owner alone, also if it was not before', async () => {
    await held(stateFile);
    expect(statSync(stateFile).mode & 0o777).toBe(0o600);
    chmodSync(stateFile, 0o644);
    await held(stateFile);
    expect(statSync(stateFile).mode & 0o777).toBe(0o600);
  });

  test('may be empty at first', async () => {
    writeFileSync(stateFile, '');
    expect((await held(stateFile)).instances).toHaveLength(2);
    expect(readFileSync(stateFile, 'utf8')).toContain(InstanceId);
  });

  test('is made where a link leads that is there before it, and a second emulator finds it in use by either name', async () => {
    mkdirSync(join(folder, 'volume'));
    const link = join(folder, 'link.json');
    symlinkSync(join('volume', 'connect.json'), link);
    const emulator = await startTestEmulator({ stateFile: link });
    const target = join(folder, 'volume', 'connect.json');
    expect([lstatSync(link).isSymbolicLink(), readFileSync(target, 'utf8').includes(InstanceId)]).toEqual([true, true]);
    await expect(startTestEmulator({ stateFile: target })).rejects.toThrow(`is in use by process ${process.pid}.`);
    await emulator.close();
  });

  test('may be one document without an end of line, as earlier emulators and other programs write it', async () => {
    writeFileSync(stateFile, JSON.stringify(demo.demo().toRecord(0)));
    const emulator = await startTestEmulator({ stateFile });
    await emulator.control.users({ count: 2, instance: InstanceId });
    await emulator.close();
    expect(usernames(await held(stateFile))).toEqual(['agent-1', 'agent-2']);
  });

  test('is healed of the nulls that earlier emulators kept', async () => {
    const emulator = await startTestEmulator({ stateFile });
    const client = connectTo(emulator.url);
    await createAgent(client, 'ada', { PhoneConfig: { PhoneType: 'SOFT_PHONE', DeskPhoneNumber: '+12065550100' } });
    await emulator.close();
    client.destroy();
    writeFileSync(stateFile, readFileSync(stateFile, 'utf8').replace('"DeskPhoneNumber":"+12065550100"', '"DeskPhoneNumber":null'));
    const again = await startTestEmulator({ stateFile });
    const healed = connectTo(again.url);
    expect((await healed.searchUsers({ InstanceId })).Users).toMatchObject([{ PhoneConfig: { PhoneType: 'SOFT_PHONE' } }]);
    healed.destroy();
    await again.close();
  });
});
