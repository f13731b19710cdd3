import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeStaleSockets } from '../../provider/plugin/stale-sockets';

describe('what killed providers left behind', () => {
  const parent = mkdtempSync(join(tmpdir(), 'stale-'));
  afterAll(() => rmSync(parent, { recursive: true }));
  const dead = spawnSync(process.execPath, ['-e', '']).pid;

  function socketOf(owner: number | string, letters: string, file: string): string {
    const name = `tf-plugin-${owner}-${letters}`;
    mkdirSync(join(parent, name));
    writeFileSync(join(parent, name, file), '');
    utimesSync(join(parent, name), new Date(0), new Date(0));
    return name;
  }

  test('is removed at the next start, and nothing else is', async () => {
    socketOf(dead, 'stale0', 's');
    const kept = [
      socketOf(process.pid, 'living', 's'),
      socketOf('debug', 'debugs', 's'),
      socketOf(dead, 'foreign-file', 's'),
      socketOf(dead, 'filled', 'somebody-elses'),
      `tf-plugin-${dead}-linked`,
      `tf-plugin-${dead}-recent`,
      'elsewhere',
    ];
    mkdirSync(join(parent, 'elsewhere'));
    symlinkSync(join(parent, 'elsewhere'), join(parent, `tf-plugin-${dead}-linked`));
    mkdirSync(join(parent, `tf-plugin-${dead}-recent`));
    await removeStaleSockets(join(parent, 'tf-plugin-1-abcdef'));
    expect(readdirSync(parent).sort()).toEqual([...kept].sort());
  });
});
