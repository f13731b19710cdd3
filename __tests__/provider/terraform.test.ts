import { buildToyPackage, type ToyPackage } from '../support/toy-provider/package';
import { reattaching, type RunningProvider, startProvider } from '../support/terraform/running-provider';
import { ToyProject } from '../support/toy-provider/project';

let toy: ToyPackage;
let running: RunningProvider;
const projects: ToyProject[] = [];
const opened = (project: ToyProject): ToyProject => {
  projects.push(project);
  return project;
};
/** A project that uses the provider that runs already. */
const open = (): ToyProject => opened(new ToyProject(undefined, reattaching(running)));
/** A project whose provider terraform starts. */
const openWithItsOwn = (env?: NodeJS.ProcessEnv): ToyProject => opened(new ToyProject(toy, env));
beforeAll(async () => {
  toy = buildToyPackage();
  running = await startProvider(toy.executable);
});
afterEach(() => projects.splice(0).forEach((project) => project.remove()));
afterAll(async () => {
  await running.stop();
  toy.remove();
});

describe('terraform with the provider', () => {
  const full = {
    name: 'a',
    size: 3,
    weight: 0.1,
    labels: { 'a.b': 'x' },
    owners: ['q', 'p'],
    box: { colour: 'red' },
    part: [{ number: 1 }, { number: 9007199254740992 }],
    sticker: [{ text: 'ä' }, { text: 'b' }],
  };

  test('creates, finds nothing more to do, updates, replaces and destroys', async () => {
    const project = openWithItsOwn();
    await project.thing(full);
    await project.apply();
    expect(project.attributes('toy_thing.a')).toMatchObject({ id: 'id-a', weight: 0.1, size_seen: 3, owners: ['p', 'q'] });
    expect(await project.planned()).toMatchObject({ actions: ['no-op'] });

    await project.thing({ ...full, size: 4 });
    expect(await project.planned()).toMatchObject({ actions: ['update'], after_unknown: { size_seen: true } });
    await project.apply();
    expect(project.store.read()).toMatchObject({ 'id-a': { size: 4 } });

    await project.thing({ ...full, name: 'b' });
    expect(await project.planned()).toMatchObject({ actions: ['delete', 'create'], replace_paths: [['name']] });
    await project.apply();
    expect(Object.keys(project.store.read())).toEqual(['id-b']);

    await project.succeed('destroy', '-auto-approve');
    expect(project.store.read()).toEqual({});
    expect(project.state()).toEqual([]);
  });

  test('sees what others changed, and what they deleted', async () => {
    const project = open();
    await project.thing({ name: 'a' });
    await project.apply();
    project.store.write({ 'id-a': { name: 'renamed', size: 1 } });
    expect(await project.planned()).toMatchObject({ actions: ['delete', 'create'], before: { name: 'renamed' } });
    project.store.write({});
    expect(await project.planned()).toMatchObject({ actions: ['create'] });
  });

  test('imports with an import block', async () => {
    const project = open();
    project.store.write({ 'id-a': { name: 'a', size: 5 } });
    await project.thing({ name: 'a', size: 5 }, { import: [{ to: 'toy_thing.a', id: 'id-a' }] });
    expect(await project.apply()).toContain('1 imported, 0 added, 0 changed, 0 destroyed');
    expect(await project.planned()).toMatchObject({ actions: ['no-op'] });
  });

  test('takes a resource of another type over with a moved block', async () => {
    const project = open();
    project.store.write({ 'id-a': { name: 'a', size: 1 } });
    project.configure({ resource: { terraform_data: { a: { input: 'a' } } } });
    await project.init();
    await project.apply();
    await project.thing({ name: 'a' }, { moved: [{ from: 'terraform_data.a', to: 'toy_thing.a' }] });
    expect(await project.apply()).toContain('0 added, 0 changed, 0 destroyed');
    expect(project.attributes('toy_thing.a')).toMatchObject({ id: 'id-a' });
    expect(project.attributes('terraform_data.a')).toBeUndefined();
  });

  test('plans with values, and a provider, that are not known yet', async () => {
    const project = open();
    const data = { x: { input: '${abspath(path.module)}/store.json' } };
    const thing = { name: 'pre-${terraform_data.x.id}', part: [{ number: '${length(terraform_data.x.id)}' }] };
    project.configure(
      {
        resource: { terraform_data: data, toy_thing: { a: thing } },
        data: { toy_thing: { found: { name: '${toy_thing.a.name}', depends_on: ['toy_thing.a'] } } },
      },
      { store: '${terraform_data.x.output}' },
    );
    await project.init();
    expect(await project.planned()).toMatchObject({ actions: ['create'], after_unknown: { name: true, part: [{ number: true }] } });
    await project.apply();
    const name = project.attributes('toy_thing.a')?.['name'];
    expect(name).toMatch(/^pre-[0-9a-f-]{36}$/);
    expect(project.attributes('data.toy_thing.found')).toEqual({ name, id: `id-${String(name)}`, size: 1 });
  });

  test('hands write-only values over and stores them nowhere', async () => {
    const project = open();
    await project.thing({ name: 'a', secret_wo: 'hunter2' });
    const plan = await project.planJson();
    await project.succeed('apply', 'tests.tfplan');
    expect(project.store.read()).toMatchObject({ 'id-a': { secret: 'hunter2' } });
    expect(JSON.stringify([plan['resource_changes'], plan['planned_values'], project.state()])).not.toContain('hunter2');
  });

  test('keeps what a failed creation made, and replaces it', async () => {
    const project = open();
    await project.thing({ name: 'partial', size: 2 });
    const { code, stderr } = await project.run('apply', '-auto-approve', '-no-color');
    expect(code).toBe(1);
    expect(stderr).toMatch(/Error: Half done[^]*on main\.tf\.json line \d+, in resource\.toy_thing\.a:\n +\d+: +"size": 2/);
    expect(project.state()[0]?.instances[0]).toMatchObject({ status: 'tainted', attributes: { id: 'id-partial' } });
    expect(await project.planned()).toMatchObject({ actions: ['delete', 'create'] });
  });

  test('refuses a bad value, pointing at its line', async () => {
    const project = open();
    await project.thing({ name: 'a', part: [{ number: 1 }, { number: 13 }] });
    const { code, stderr } = await project.run('validate', '-no-color');
    expect(code).toBe(1);
    expect(stderr).toMatch(/Error: Invalid part\.number[^]*in resource\.toy_thing\.a\.part\[1\]:\n +\d+: +"number": 13/);
  });

  test('shows a crash with its stack', async () => {
    const project = openWithItsOwn();
    await project.thing({ name: 'crash' });
    const { code, stderr } = await project.run('plan', '-no-color');
    expect(code).toBe(1);
    expect(stderr).toMatch(/Stack trace from the terraform-provider-toy[^]*panic: Error: the plug was pulled\n +at /);
  });

  test('takes the log of the provider into its own', async () => {
    const project = openWithItsOwn({ TF_LOG_PROVIDER: 'info' });
    await project.thing({ name: 'a' });
    const { stderr } = await project.succeed('plan', '-no-color');
    expect(stderr).toMatch(/\[INFO\] +provider\.terraform-provider-toy_v1\.0\.0\.cjs: configured: .*known=true/);
  });
});
