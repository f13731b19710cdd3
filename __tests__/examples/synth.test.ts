import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newDirectory, removeDirectories } from '../support/constructs/directories';
import { exampleNames, examplePath, exampleText } from '../support/terraform/examples';

interface Stack {
  readonly provider: Readonly<Record<string, readonly object[]>>;
  readonly resource: Readonly<Record<string, object>>;
  readonly data?: Readonly<Record<string, object>>;
}

/** Runs the program as CDKTF does: it writes into the directory that the environment names. */
async function synthesize(name: string): Promise<Stack> {
  const directory = newDirectory();
  process.env['CDKTF_OUTDIR'] = directory;
  try {
    await jest.isolateModulesAsync(async () => void (await import(examplePath(name, 'main.ts'))));
  } finally {
    delete process.env['CDKTF_OUTDIR'];
  }
  return JSON.parse(readFileSync(join(directory, 'stacks', 'agents', 'cdk.tf.json'), 'utf8'));
}

const typesIn = (hcl: string, keyword: string): readonly string[] =>
  [...hcl.matchAll(new RegExp(`^${keyword} "(\\w+)"`, 'gm'))].map(([, type = '']) => type);

afterAll(removeDirectories);

test.each(exampleNames)('the program %s is synthesized, and says what its HCL says', async (name) => {
  const { resource, data = {} } = await synthesize(name);
  const hcl = exampleText(name, 'main.tf');
  const declared = typesIn(hcl, 'resource');
  // The example of a provider's configuration needs no resource in HCL, where providers need none.
  if (declared.length > 0) expect(Object.keys(resource).sort()).toEqual([...new Set(declared)].sort());
  expect(Object.keys(data)).toEqual(typesIn(hcl, 'data'));
});

test('a user of ours and a routing profile and a quick connect of the AWS provider refer to each other', async () => {
  const { resource } = await synthesize('aws-provider');
  expect(resource).toMatchObject({
    connect_user: { ada: { routing_profile_id: '${aws_connect_routing_profile.voice.routing_profile_id}' } },
    aws_connect_quick_connect: { 'call-ada': { quick_connect_config: { user_config: [{ user_id: '${connect_user.ada.user_id}' }] } } },
  });
});

test('examples are short enough to be read', () => {
  const long = exampleNames.flatMap((name) =>
    ['main.ts', 'main.tf'].filter((file) => exampleText(name, file).split('\n').length > 40).map((file) => `${name}/${file}`),
  );
  expect(long).toEqual([]);
});
