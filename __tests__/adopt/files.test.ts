import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idIn } from '../../connect/shapes/ids';
import { Progress, type ReadAgent } from '../../adopt/read/progress';
import { writeDirectory } from '../../adopt/write/directory';

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
    expect(() => writeDirectory(folder, new Map([['a.tf', 'a']]))).toThrow('it is there already and not empty');
    expect(readdirSync(folder)).toEqual(['mine.tf']);
  });
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

  it('can be read by its owner alone, and belongs to one instance', () => {
    const path = join(folder, 'progress');
    new Progress(path, ACME).add(agent('ada', 7));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(() => new Progress(path, idIn('other'))).toThrow('is not of the instance other');
  });
});
