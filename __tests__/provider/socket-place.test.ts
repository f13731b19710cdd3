import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildToyPackage, type ToyPackage } from '../support/toy-provider/package';
import { ToyProject } from '../support/toy-provider/project';

describe('terraform with a TMPDIR', () => {
  const home = mkdtempSync('/tmp/tmpdirs-');
  let toy: ToyPackage;
  beforeAll(() => {
    toy = buildToyPackage();
  });
  afterAll(() => {
    toy.remove();
    rmSync(home, { recursive: true });
  });

  test.each([
    ['of 89 bytes', join(home, 'x'.repeat(89 - home.length - 1))],
    ['of 45 letters of two bytes', join(home, 'ä'.repeat(45))],
    ['of few letters, not all of them ASCII', join(home, 'Temp Ordner für Zoë')],
  ])('%s applies, and leaves nothing there', async (_name, TMPDIR) => {
    mkdirSync(TMPDIR);
    const project = new ToyProject(toy, { TMPDIR });
    await project.thing({ name: 'a' });
    expect(await project.apply()).toContain('1 added');
    expect(readdirSync(TMPDIR)).toEqual([]);
    project.remove();
  });

  test('that does not exist applies all the same', async () => {
    const project = new ToyProject(toy, { TMPDIR: join(home, 'missing') });
    await project.thing({ name: 'a' });
    expect(await project.apply()).toContain('1 added');
    project.remove();
  });
});
