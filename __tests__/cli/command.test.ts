import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../cli/run';
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
  expect(loaded.filter((file) => /node_modules\/cdktf\/|\/emulator\//.test(file))).toEqual([]);
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

test('tells its version and how to use it', async () => {
  expect(await command('--version')).toEqual({ status: 0, out: `${version}\n`, err: '' });
  expect(await command('--help')).toEqual({ status: 0, out: expect.stringContaining('mirror DIR'), err: '' });
});

test.each([
  [[], 'a command is missing'],
  [['miror', 'x'], 'there is no command "miror"'],
  [['--quiet'], 'there is no option "--quiet"'],
  [['mirror'], 'mirror takes one directory'],
  [['mirror', 'a', 'b'], 'mirror takes one directory'],
  [['mirror', '--force', 'a'], 'mirror has no option "--force"'],
])('refuses %j and shows how to use it', async (argv, reason) => {
  const { status, out, err } = await command(...argv);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(reason);
  expect(err).toContain('Usage:');
});

test('hands the options of the emulator to it', async () => {
  const printed = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    expect(await command('emulator', '--help')).toEqual({ status: 0, out: '', err: '' });
    expect(printed).toHaveBeenCalledWith(expect.stringContaining('--seed'));
  } finally {
    printed.mockRestore();
  }
});
