import { existsSync, lstatSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../cli/run';
import { verbs } from '../../cli/verbs';
import { version } from '../../package.json';
import { newDirectory, removeDirectories } from '../support/constructs/directories';

afterAll(removeDirectories);

async function command(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const status = await run(argv, { print: (text) => void (out += text), complain: (text) => void (err += text) });
  return { status, out, err };
}

test('loads neither CDKTF nor the emulator to write a mirror', async () => {
  await command('mirror', newDirectory());
  const loaded = Object.keys(require.cache);
  expect(loaded.filter((file) => /\/cli\/mirror/.test(file))).toHaveLength(1);
  expect(loaded.filter((file) => /node_modules\/cdktf\/|\/emulator\/(?!usage)|adopt\.cjs/.test(file))).toEqual([]);
});

test('mirror writes the plugin and prints the CLI configuration that uses it', async () => {
  const directory = newDirectory();
  const { status, out } = await command('mirror', directory);
  expect(status).toBe(0);
  const executable = `terraform-provider-connect_v${version}.cjs`;
  for (const platform of ['linux_amd64', 'linux_arm64', 'darwin_amd64', 'darwin_arm64'])
    expect(existsSync(join(directory, 'terraform.local/cdktf-amazon-connect/connect', version, platform, executable))).toBe(true);
  expect(out).toContain(`path    = "${directory}"`);
  expect(out).toMatch(/direct \{\n {4}exclude = \["terraform\.local\/cdktf-amazon-connect\/\*"\]/);
});

test('mirror leaves a mirror that is right as it is: it may be somebody else who fills it', async () => {
  const directory = newDirectory();
  await command('mirror', directory);
  const changed = () =>
    readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((path) => [path, lstatSync(join(directory, path)).ctimeMs]);
  const before = changed();
  expect((await command('mirror', directory)).status).toBe(0);
  expect(changed()).toEqual(before);
});

test.each(['--version', '-v'])('%s tells the version', async (option) => {
  expect(await command(option)).toEqual({ status: 0, out: `${version}\n`, err: '' });
});

test.each([['--help'], ['-h'], ['help'], ['help', 'help'], ['help', '--help']])('%s lists every verb', async (...argv) => {
  const { status, out, err } = await command(...argv);
  expect([status, err]).toEqual([0, '']);
  for (const { name, summary } of verbs) expect(out).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'));
});

test.each(verbs.map(({ name }) => name))('tells what %s takes and how it ends, whichever way one asks', async (name) => {
  const words = name.split(' ');
  const asked = await command('help', ...words);
  expect([asked.status, asked.err]).toEqual([0, '']);
  expect(asked.out).toMatch(new RegExp(`^Usage: cdktf-amazon-connect ${name} `));
  expect(asked.out).toMatch(/^Exit status:\n {2}0 {2}/m);
  for (const option of Object.keys(verbs.find((verb) => verb.name === name)?.options ?? {})) expect(asked.out).toContain(`  --${option}`);
  expect(await command(...words, '--help')).toEqual(asked);
  expect(await command(...words, '-h')).toEqual(asked);
});

test.each([
  [[], 'a verb is missing'],
  [['miror', 'x'], 'there is no verb "miror"; did you mean "mirror"?'],
  [['rooster', 'check', 'x'], 'there is no verb "rooster"; did you mean "roster check"?'],
  [['roster'], 'roster needs another word: roster check'],
  [['frobnicate'], 'there is no verb "frobnicate"\n'],
  [['help', 'adpot'], 'there is no verb "adpot"; did you mean "adopt"?'],
  [['--quiet'], 'there is no option "--quiet"'],
  [['mirror'], 'mirror takes one directory'],
  [['mirror', 'a', 'b'], 'mirror takes one directory'],
  [['mirror', ''], 'the name of the directory is empty: is a variable not set?'],
  [['mirror', '--force', 'a'], 'mirror has no option "--force"'],
  [['adopt', '--instnace', 'a'], 'adopt has no option "--instnace"; did you mean "--instance"?'],
  [['adopt', '--instance'], "Option '--instance <value>' argument missing"],
  [['review'], 'review needs a plan'],
  [['emulator', '--stat', 'a'], 'emulator has no option "--stat"; did you mean "--state"?'],
  [['roster', 'check', 'x.xls'], 'x.xls must end with .csv, .json, .yaml or .yml, or --format must say what it is'],
  [['roster', 'check', join(__dirname, '../../examples/demo/team.csv'), 'x.xls'], 'x.xls must end with .csv'],
  [['roster', 'check', 'x.csv', '--column', 'nick=Nick'], '--column knows no field "nick"; there are name, '],
])('refuses %j and shows how to use it', async (argv, reason) => {
  const { status, out, err } = await command(...argv);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(`cdktf-amazon-connect: ${reason}`);
  expect(err).toContain('Usage:');
});

test('tells why a mirror cannot be written: where a file is, and below /proc, where no directory can be made', async () => {
  const file = join(newDirectory(), 'file');
  writeFileSync(file, '');
  expect(await command('mirror', file)).toEqual({ status: 1, out: '', err: expect.stringContaining('is a file, not a directory') });
  expect(await command('mirror', '/proc/mirror')).toMatchObject({
    status: 1,
    err: expect.stringMatching(/the mirror \/proc\/mirror cannot be written/),
  });
});
