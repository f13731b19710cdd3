import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { buildToyPackage, type ToyPackage } from '../support/toy-provider/package';
import { eventually } from '../support/eventually';
import { isRunning } from '../support/processes/running';
import { ToyProject } from '../support/toy-provider/project';
import type { RunningTerraform } from '../support/terraform/project';

let toy: ToyPackage;
let project: ToyProject;
beforeAll(() => {
  toy = buildToyPackage();
});
beforeEach(() => {
  project = new ToyProject(toy);
});
afterEach(() => project.remove());
afterAll(() => toy.remove());

/** An apply that has made its thing and now waits. */
async function applying(): Promise<RunningTerraform & { readonly terraform: number; readonly provider: number }> {
  await project.thing({ name: 'slow' });
  const running = project.start('apply', '-auto-approve', '-no-color');
  await eventually('the apply is under way', () => project.store.read()['id-slow'] !== undefined);
  const terraform = running.process.pid;
  const provider = project.store.read()['id-slow']?.pid;
  if (terraform === undefined || provider === undefined) throw new Error('terraform or the provider has no process id');
  return { ...running, terraform, provider };
}

describe('an apply that is interrupted', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('ends at once on %s to the whole process group, with a true state', async (signal) => {
    const { terraform, provider, done } = await applying();
    process.kill(-terraform, signal);
    const { code, stderr } = await done;
    expect(code).toBe(1);
    expect(stderr).toContain('Terraform asked the provider to stop');
    expect(project.attributes('toy_thing.a')).toMatchObject({ id: 'id-slow' });
    await eventually('the provider is gone', () => !isRunning(provider));
  });

  test('leaves no provider and no socket behind when terraform is killed', async () => {
    const sockets = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('tf-plugin-'));
    const before = new Set(sockets());
    const { terraform, provider, done } = await applying();
    const own = sockets().filter((name) => !before.has(name));
    expect(own).not.toEqual([]);
    process.kill(terraform, 'SIGKILL');
    await done;
    await eventually('the provider is gone', () => !isRunning(provider));
    await eventually('its socket is gone', () => own.every((name) => !existsSync(`${tmpdir()}/${name}`)));
  });
});
