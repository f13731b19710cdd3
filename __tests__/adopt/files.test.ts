import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idIn } from '../../connect/shapes/ids';
import { Progress, progressOf, type ReadAgent } from '../../adopt/read/progress';
import { checkPlace, writeDirectory } from '../../adopt/write/directory';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'adopt-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the directory that adopt writes', () => {
  it('is there whole, or not at all', () => {
    const out = join(folder, 'out');
    expect(() =>
      writeDirectory(
        out,
        new Map([
          ['a.tf', 'a'],
          ['b/\0.tf', 'b'],
        ]),
      ),
    ).toThrow();
    expect(readdirSync(folder)).toEqual([]);
    writeDirectory(
      out,
      new Map([
        ['a.tf', 'a'],
        ['b/c.tf', 'c'],
      ]),
    );
    expect([readdirSync(folder), readFileSync(join(out, 'b', 'c.tf'), 'utf8')]).toEqual([['out'], 'c']);
  });

  it('may not hold anything before', () => {
    writeFileSync(join(folder, 'mine.tf'), 'mine');
    expect(() => writeDirectory(folder, new Map([['a.tf', 'a']]))).toThrow('it exists already and is not empty');
    expect(readdirSync(folder)).toEqual(['mine.tf']);
  });

  it('stays the one that it is where it is there and empty, as one where somebody works or a disk is mounted', () => {
    const before = statSync(folder).ino;
    expect(() =>
      writeDirectory(
        folder,
        new Map([
          ['a.tf', 'a'],
          ['b/\0.tf', 'b'],
        ]),
      ),
    ).toThrow();
    expect(readdirSync(folder)).toEqual([]);
    writeDirectory(
      folder,
      new Map([
        ['a.tf', 'a'],
        ['b/c.tf', 'c'],
      ]),
    );
    expect([statSync(folder).ino, readdirSync(folder).sort(), readFileSync(join(folder, 'b', 'c.tf'), 'utf8')]).toEqual([
      before,
      ['a.tf', 'b'],
      'c',
    ]);
  });

  it('may be an empty one that a link leads to, and the link stays', () => {
    const [link, target] = [join(folder, 'link'), join(folder, 'target')];
    mkdirSync(target);
    symlinkSync(target, link);
    writeDirectory(link, new Map([['a.tf', 'a']]));
    expect([lstatSync(link).isSymbolicLink(), readdirSync(target)]).toEqual([true, ['a.tf']]);
  });

  it('may be no link that leads nowhere, which is said before anything is read', () => {
    symlinkSync(join(folder, 'none'), join(folder, 'link'));
    for (const place of ['link', join('link', 'agents')])
      expect(() => checkPlace(join(folder, place))).toThrow(
        `${join(folder, 'link')} is a link to a place that does not exist. Name another directory`,
      );
  });
});

it('refuses a directory that the system does not let it look for, as one that this user may not see', () => {
  const out = join(folder, 'a'.repeat(300));
  expect(() => checkPlace(out)).toThrow(
    expect.objectContaining({
      message: expect.stringMatching(/^Cannot write to .*: ENAMETOOLONG: .* Name another directory with --out\.$/),
    }),
  );
});

describe('what a run that was cut off has read', () => {
  const ACME = idIn('acme');
  const agent = (id: string, lastModified: number): ReadAgent => ({
    user: {
      id: idIn(id),
      arn: `arn:${id}`,
      username: id,
      identity: {},
      channels: {},
      securityProfileIds: [],
      routingProfileId: 'sales',
      tags: {},
      lastModified,
    },
    proficiencies: [],
  });

  it('is there for the next run, unless the agent was modified since', () => {
    const path = join(folder, 'progress');
    new Progress(path, ACME).add(agent('ada', 7));
    const next = new Progress(path, ACME);
    expect([next.find('ada', 7), next.find('ada', 8), next.find('ada', undefined), next.find('bob', 7)]).toEqual([
      agent('ada', 7),
      undefined,
      undefined,
      undefined,
    ]);
    next.remove();
    expect(existsSync(path)).toBe(false);
  });

  it('is read up to the line that was cut off, and goes on from there', () => {
    const path = join(folder, 'progress');
    const first = new Progress(path, ACME);
    first.add(agent('ada', 7));
    first.add(agent('bob', 7));
    truncateSync(path, statSync(path).size - 5);
    const next = new Progress(path, ACME);
    expect([next.find('ada', 7)?.user.id, next.find('bob', 7)]).toEqual(['ada', undefined]);
    next.add(agent('bob', 8));
    expect(new Progress(path, ACME).find('bob', 8)?.user.id).toBe('bob');
  });

  it('passes over lines that are no agents, as somebody who looked into it may leave them', () => {
    const path = join(folder, 'progress');
    new Progress(path, ACME).add(agent('ada', 7));
    appendFileSync(path, 'null\n7\n{}\n{ "user": null }\n{ "user": { "id": 7 } }\n');
    const next = new Progress(path, ACME);
    expect([next.size, next.find('ada', 7)?.user.id]).toEqual([1, 'ada']);
  });

  it('lies beside the directory that is written, whatever that is called: in it, it would keep the next run from writing there', () => {
    expect(['agents', 'out/agents/', '/srv/agents'].map(progressOf)).toEqual([
      'agents.progress.jsonl',
      'out/agents.progress.jsonl',
      '/srv/agents.progress.jsonl',
    ]);
    expect(['.', './', 'agents/..'].map(progressOf)).toEqual(Array(3).fill(`${process.cwd()}.progress.jsonl`));
  });

  it('is named, with what it is for, where it cannot be written', () => {
    const path = join(folder, 'progress');
    mkdirSync(path);
    expect(() => new Progress(path, ACME)).toThrow(`${path}, which keeps what was read, cannot be read and written: it is a directory`);
    const below = new Progress('/proc/none/progress', ACME);
    expect(() => below.add(agent('ada', 7))).toThrow('/proc/none/progress, which keeps what was read, cannot be read and written');
  });

  it('can be read by its owner alone, and belongs to one instance', () => {
    const path = join(folder, 'progress');
    new Progress(path, ACME).add(agent('ada', 7));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(() => new Progress(path, idIn('other'))).toThrow('belongs to another instance than other');
  });
});
