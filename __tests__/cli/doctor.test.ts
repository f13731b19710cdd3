import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { idIn } from '../../connect/shapes/ids';
import { kindOf } from '../../cli/doctor/amazon-connect';
import { node, nodeInPath, terraform, terraformVersion } from '../../cli/doctor/computer';
import { runDoctor } from '../../cli/doctor/doctor';
import { quota } from '../../cli/doctor/quotas';
import { INSTANCE_ID } from '../../emulator/seed/demo';
import { newDirectory, removeDirectories } from '../support/constructs/directories';
import { startTestEmulator, type TestEmulator } from '../support/emulator/test-emulator';

const SECRET = 'wJalrXUtnFEMI-K7MDENG-bPxRfiCYSECRETKEY';
const before = { ...process.env };
let emulator: TestEmulator;

beforeAll(async () => {
  emulator = await startTestEmulator();
});
beforeEach(async () => {
  const home = newDirectory();
  const own = Object.entries(before).filter(([name]) => !/^(AWS|TF)_/.test(name));
  process.env = { ...Object.fromEntries(own), AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: SECRET, HOME: home };
  await emulator.control.change({ deny: [] });
});
afterAll(async () => {
  process.env = before;
  await emulator.close();
  removeDirectories();
});

async function doctor(...options: readonly string[]): Promise<{ status: number; out: string }> {
  let out = '';
  const terminal = { print: (text: string) => void (out += text), complain: (text: string) => void (out += text) };
  const status = await runDoctor(options, terminal);
  expect(out).not.toContain(SECRET);
  return { status, out };
}

const asked = (...options: readonly string[]) => doctor('--endpoint', emulator.url, '--region', 'us-east-1', ...options);

describe('a computer and an instance where nothing is wrong', () => {
  it('are told as such, without a name of an agent, and nothing is written', async () => {
    await emulator.control.users({ count: 3, instance: INSTANCE_ID, prefix: 'ada.lovelace.' });
    await emulator.control.clearCalls();
    const { status, out } = await asked('--instance', 'demo-resilient');
    expect(out).toMatch(/^0 wrong, 0 to look at, \d+ ok\.$/m);
    expect(status).toBe(0);
    expect(out).toMatch(/^ {2}ok +It is replicated: us-east-1 \(source\), us-west-2$/m);
    expect(out).toMatch(/^ {2}ok +connect:DescribeUser$/m);
    expect(out).toMatch(/^ {2}ok +3 users; this instance can have 500$/m);
    expect(out).toMatch(/^ {2}ok +servicequotas:GetServiceQuota$/m);
    expect(out).toMatch(/^ {2}not tried +.*connect:CreateUser, .*connect:DeleteUser, .*only an apply needs them/m);
    expect(out).not.toContain('ada.lovelace');
    const operations = (await emulator.control.calls()).map(({ operation }) => operation);
    expect(operations.filter((operation) => !/^(List|Describe|Search|Get)/.test(operation))).toEqual([]);
    expect(operations.length).toBeLessThan(40);
  });

  it('are so without the numbers of Service Quotas, which plans can do without', async () => {
    await emulator.control.change({ deny: [{ operation: 'GetServiceQuota' }] });
    const { status, out } = await asked('--instance', 'demo-resilient');
    expect([status, out]).toEqual([
      0,
      expect.stringMatching(/^ {2}not tried +servicequotas:GetServiceQuota ended with AccessDeniedException: .* optional$/m),
    ]);
    expect(out).toMatch(/^ {2}ok +\d+ users; an instance can have 500 by default$/m);
  });

  it('of a computer alone needs no Amazon Connect', async () => {
    await emulator.control.clearCalls();
    const { status, out } = await doctor('--skip-connect');
    expect([status, out.includes('Amazon Connect')]).toEqual([0, false]);
    expect(await emulator.control.calls()).toEqual([]);
  });
});

describe('what is wrong ends with 1 and what to do', () => {
  it('a permission that is missing, by the action that a policy has to name; others are told all the same', async () => {
    await emulator.control.change({ deny: [{ operation: 'SearchQuickConnects' }, { operation: 'ListUsers' }] });
    const { status, out } = await asked('--instance', 'demo-resilient');
    expect(status).toBe(1);
    expect(out).toMatch(/^ {2}wrong +connect:SearchQuickConnects is denied\n +-> Allow it in the policy/m);
    expect(out).toMatch(/^ {2}wrong +connect:ListUsers is denied/m);
    expect(out).toMatch(/^ {2}ok +connect:ListQueues$/m);
    expect(out).toMatch(/^2 wrong, 0 to look at, /m);
  });

  it('an instance without a name where there are two, and one that is not there', async () => {
    expect((await asked()).out).toMatch(
      /wrong +Which instance\? In us-east-1 the account has "demo-resilient", "demo-managed"\n +-> Name one/,
    );
    expect((await asked('--instance', 'acme')).out).toContain(
      'No instance is called "acme". In us-east-1 the account has "demo-resilient"',
    );
  });

  it('an instance whose list is denied is asked for by its id', async () => {
    await emulator.control.change({ deny: [{ operation: 'ListInstances' }] });
    const { status, out } = await asked('--instance', INSTANCE_ID);
    expect([status, out]).toEqual([1, expect.stringMatching(/wrong +connect:ListInstances is denied[^]*ok +connect:DescribeInstance/)]);
  });

  it('an instance whose list is denied cannot be found by its alias, which says nothing of what instances there are', async () => {
    await emulator.control.change({ deny: [{ operation: 'ListInstances' }] });
    const { status, out } = await asked('--instance', 'demo-resilient');
    expect(status).toBe(1);
    expect(out).toMatch(
      /wrong +connect:ListInstances is denied\n[^]*wrong +"demo-resilient" cannot be looked up\n +-> Name the instance by its id/,
    );
    expect(out).not.toMatch(/No instance is called|the account has none/);
    expect((await asked()).out).toMatch(/wrong +Which instance\? They cannot be listed\n +-> Name one by its id/);
  });

  it('an instance that Amazon Connect cannot tell of just now, so that nothing more is known', async () => {
    await emulator.control.fault({ operation: 'ListInstances', count: 100, code: 'ServiceUnavailableException', status: 503 });
    const { status, out } = await asked('--instance', 'demo-resilient');
    expect([status, out]).toEqual([1, expect.stringMatching(/wrong +"demo-resilient" cannot be looked up\n +-> Run doctor again later/)]);
    expect(out).not.toContain('Amazon Connect answers');
    await emulator.control.clearFaults();
  });

  it('an instance that Amazon Connect cannot describe just now: what was not looked at is not taken for good', async () => {
    await emulator.control.fault({ operation: 'DescribeInstance', count: 100, code: 'ServiceUnavailableException', status: 503 });
    const { status, out } = await asked('--instance', INSTANCE_ID);
    expect([status, out]).toEqual([
      1,
      expect.stringMatching(/warning +connect:DescribeInstance: [^]*wrong +Nothing more is known of the instance: permissions and quotas/),
    ]);
    await emulator.control.clearFaults();
  });

  it('a terraform that does not end, as a wrapper that asks something', () => {
    const program = join(newDirectory(), 'terraform');
    writeFileSync(program, '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 });
    expect(terraform({ ...process.env, TERRAFORM_BINARY_NAME: program }, 50)).toEqual({
      mark: 'wrong',
      text: `Terraform: "${program} version" does not end, after 0.05 s`,
      remedy: expect.stringContaining('a wrapper that waits'),
    });
  });

  it('keys that AWS does not know, and no Region', async () => {
    process.env['AWS_ACCESS_KEY_ID'] = 'AKIAWRONG';
    expect(await asked()).toEqual({
      status: 1,
      out: expect.stringMatching(/wrong +AWS does not accept the credentials: .*\n +-> .*AWS_ACCESS_KEY_ID/),
    });
    expect(await doctor('--endpoint', emulator.url)).toEqual({
      status: 1,
      out: expect.stringMatching(/wrong +No AWS Region is set: not here, .*\n +-> Give --region/),
    });
  });

  it('a Region that is none, with where it comes from: an availability zone is none', async () => {
    process.env['AWS_REGION'] = 'us-east-1a';
    expect((await doctor('--endpoint', emulator.url)).out).toMatch(
      /wrong +"us-east-1a" is not the name of an AWS Region, .* It comes from AWS_REGION\.\n +-> Give the right Region with --region, or correct it at its source\.$/m,
    );
    expect((await doctor('--endpoint', emulator.url, '--region', 'mars')).out).toMatch(
      /wrong +"mars" is not the name of an AWS Region, such as "eu-central-1"\.\n +-> Give the right Region with --region/,
    );
  });

  it('a port where nobody listens', async () => {
    const closed = await startTestEmulator();
    await closed.close();
    const { status, out } = await doctor('--endpoint', closed.url, '--region', 'us-east-1');
    expect([status, out]).toEqual([
      1,
      expect.stringMatching(/wrong +127\.0\.0\.1:\d+ does not answer: ECONNREFUSED.*\n +-> No server listens there/),
    ]);
  });

  it('a node in the PATH that is not the one that runs this, or none: Terraform starts the plugin by it', () => {
    const bin = newDirectory();
    expect(nodeInPath({ PATH: bin })).toEqual({
      mark: 'wrong',
      text: 'Node.js: the "node" of the PATH cannot be started (ENOENT)',
      remedy: expect.stringContaining('Terraform starts the plugin with it'),
    });
    writeFileSync(join(bin, 'node'), '#!/bin/sh\necho 18.20.0\n', { mode: 0o755 });
    expect(nodeInPath({ PATH: `${bin}:/bin:/usr/bin` })).toMatchObject({ mark: 'wrong', text: expect.stringMatching(/^Node.js 18.20.0/) });
  });

  it('what NODE_OPTIONS loads and prints: Terraform takes it for the answer of the plugin', () => {
    const loaded = join(newDirectory(), 'greets.cjs');
    writeFileSync(loaded, 'console.log("[env] 3 variables");');
    expect(nodeInPath({ ...process.env, NODE_OPTIONS: `--require ${loaded}` })).toEqual({
      mark: 'wrong',
      text: 'Node.js: "node" prints "[env] 3 variables" before any program does',
      remedy: expect.stringContaining('NODE_OPTIONS'),
    });
  });

  it('a node that is a wrapper and prints: NODE_OPTIONS has no part in it', () => {
    const bin = newDirectory();
    writeFileSync(join(bin, 'node'), `#!/bin/sh\necho "Now using node"\nexec ${process.execPath} "$@"\n`, { mode: 0o755 });
    const env = { ...process.env, PATH: `${bin}:/bin:/usr/bin` };
    for (const NODE_OPTIONS of [undefined, '', '--max-old-space-size=512']) {
      const { mark, text, remedy } = nodeInPath({ ...env, NODE_OPTIONS }) as { mark: string; text: string; remedy: string };
      expect([mark, text]).toEqual(['wrong', 'Node.js: "node" prints "Now using node" before any program does']);
      expect(remedy).toContain('is a wrapper');
      expect(remedy).not.toContain('NODE_OPTIONS');
    }
  });

  it('a cache of plugins that leads into another project, as "terraform init" of an HCL project leaves it', async () => {
    const cache = newDirectory();
    process.env['TF_PLUGIN_CACHE_DIR'] = cache;
    expect((await doctor('--skip-connect')).out).toMatch(/ok +The cache of plugins is .*; this provider is not in it$/m);
    const version = join(cache, 'terraform.local/cdktf-amazon-connect/connect/0.1.0');
    mkdirSync(version, { recursive: true });
    writeFileSync(join(version, '..', '.DS_Store'), '');
    symlinkSync('/projects/berlin/terraform.d/plugins/linux_amd64', join(version, 'linux_amd64'));
    const { status, out } = await doctor('--skip-connect');
    expect(status).toBe(0);
    expect(out).toMatch(
      /warning +The cache of plugins, .*, has this provider, as a link to \/projects\/berlin.*\n +-> If that directory is removed, .*: run "terraform init"/,
    );
  });

  it.each([
    ['.terraformrc', '# plugin_cache_dir = "/old"\nplugin_cache_dir = "$HOME/plugin \\"cache\\"" # of all\n'],
    ['.terraform.d/own.tfrc', '{ "plugin_cache_dir": "${HOME}/plugin \\"cache\\"" }'],
  ])('a cache of plugins that %s names and nobody has made', async (file, text) => {
    const home = newDirectory();
    mkdirSync(join(home, '.terraform.d'));
    writeFileSync(join(home, file), text);
    process.env['HOME'] = home;
    const directory = join(home, 'plugin "cache"');
    const { status, out } = await doctor('--skip-connect');
    expect([status, out]).toEqual([
      1,
      expect.stringContaining(`plugin_cache_dir of ${join(home, file)} is ${directory}, which is not a directory`),
    ]);
    mkdirSync(directory);
    expect((await doctor('--skip-connect')).out).toContain(`The cache of plugins is ${directory}; this provider is not in it`);
  });

  it('a CLI configuration that says where providers come from, with the lines to add; no terraform; a cache that is no directory', async () => {
    const home = newDirectory();
    mkdirSync(join(home, '.terraform.d'));
    writeFileSync(join(home, '.terraformrc'), 'provider_installation {\n  direct {}\n}\n');
    Object.assign(process.env, {
      HOME: home,
      TERRAFORM_BINARY_NAME: 'terraform-that-is-not-there',
      TF_PLUGIN_CACHE_DIR: join(home, 'none'),
    });
    const { status, out } = await doctor('--skip-connect');
    expect(status).toBe(1);
    expect(out).toMatch(
      /wrong +Where Terraform takes providers from: .*\.terraformrc\n +-> [^]*filesystem_mirror \{[^]*exclude = \["terraform\.local/,
    );
    expect(out).toMatch(/wrong +Terraform: "terraform-that-is-not-there" cannot be started \(ENOENT\)/);
    expect(out).toMatch(/wrong +TF_PLUGIN_CACHE_DIR is .*none, which is not a directory/);
  });

  it('a CLI configuration that is not where TF_CLI_CONFIG_FILE says', async () => {
    process.env['TF_CLI_CONFIG_FILE'] = join(newDirectory(), 'none.tfrc');
    const { status, out } = await doctor('--skip-connect');
    expect(status).toBe(0);
    expect(out).toMatch(
      /warning +TF_CLI_CONFIG_FILE is .*none\.tfrc, and there is no such file\n +-> Create the file, or unset the variable/,
    );
  });
});

it('sends no keys over plain http to another computer', async () => {
  await expect(doctor('--endpoint', 'http://connect.example.com', '--region', 'us-east-1')).rejects.toThrow(
    'plain http to another computer',
  );
});

it.each([
  [node('18.20.0'), 'wrong'],
  [node('20.9.0'), 'ok'],
  [node('24.1.0'), 'ok'],
  [terraformVersion('1.4.7'), 'wrong'],
  [terraformVersion('1.7.0'), 'warning'],
  [terraformVersion('1.10.5'), 'warning'],
  [terraformVersion('1.11.4'), 'ok'],
  [terraformVersion('2.0.0-beta1'), 'ok'],
  [quota('users', 449, 500), 'ok'],
  [quota('users', 450, 500), 'warning'],
  [quota('users', 600, 500, 5000), 'ok'],
  [quota('users', 4600, 500, 5000), 'warning'],
])('%j is %s', ({ mark }, expected) => {
  expect(mark).toBe(expected);
});

it('an instance of one Region is no mistake, and one that is being made is', () => {
  const marks = kindOf({
    id: idIn('i'),
    arn: 'arn',
    identityManagement: 'CONNECT_MANAGED',
    regions: ['us-east-1'],
    status: 'CREATION_IN_PROGRESS',
  });
  expect(marks.map(({ mark }) => mark)).toEqual(['wrong', 'ok', 'warning']);
});
