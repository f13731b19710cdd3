import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mirror } from '../../cli/mirror';
import { obstacleText, obstacleTo } from '../../constructs/plugin/cli-configuration';
import { version } from '../../package.json';
import { newDirectory, removeDirectories } from '../support/constructs/directories';

afterAll(removeDirectories);

/** Of a user whose configuration is this text. */
function obstacle(text: string, name = '.terraformrc') {
  const home = newDirectory();
  mkdirSync(join(home, '.terraform.d'));
  writeFileSync(join(home, name), text);
  const found = obstacleTo(version, { HOME: home });
  return found && { ...found, file: found.file.replace(home, '~') };
}

const home = newDirectory();
const withPlugin = mirror(home);
const odd = join(newDirectory(), 'the "new" one\\two ü');
const path = JSON.stringify(home);
const include = 'include = ["terraform.local/cdktf-amazon-connect/*"]';
const exclude = 'exclude = ["terraform.local/*/*"]';

describe('a CLI configuration is no obstacle', () => {
  it.each([
    ['is not there', undefined],
    ['says nothing of providers', 'plugin_cache_dir = "/cache"\n'],
    ['has the block in a comment', '# provider_installation {\n// direct {}\n/* provider_installation { direct {} } */\n'],
    ['is what "mirror" prints', withPlugin],
    ['is what "mirror" prints for a directory with quotes and backslashes in its name', mirror(odd)],
    ['has a mirror for all that holds the plugin', `provider_installation {\n filesystem_mirror {\n path = ${path}\n }\n}\n`],
    [
      'excludes it by a wider pattern',
      `provider_installation { filesystem_mirror { path = ${path} }\n network_mirror { url = "https://{x}" \n ${exclude} }\n}\n`,
    ],
    [
      'replaces the provider by one that is developed',
      'provider_installation { dev_overrides { "terraform.local/cdktf-amazon-connect/connect" = "/x" }\n direct {} }\n',
    ],
    [
      'is in JSON',
      JSON.stringify({ provider_installation: [{ filesystem_mirror: { path: home }, direct: [{ exclude: ['terraform.local/*/*'] }] }] }),
    ],
    ['cannot be parsed', '{ "provider_installation": '],
  ])('where it %s', (_, text) => {
    expect(text === undefined ? obstacleTo(version, { HOME: newDirectory() }) : obstacle(text)).toBeUndefined();
  });
});

describe('a CLI configuration is an obstacle', () => {
  it.each([
    ['takes everything from its origin', 'provider_installation {\n  direct {}\n}\n', false],
    ['has a mirror without the plugin', 'provider_installation { filesystem_mirror { path = "/nowhere" } }\n', false],
    [
      'has a mirror for others',
      `provider_installation { filesystem_mirror { path = ${path}\n include = ["hashicorp/*", "*/*"] } }\n`,
      false,
    ],
    ['asks the origin too', `provider_installation {\n filesystem_mirror {\n path = ${path}\n ${include}\n }\n direct {}\n}\n`, true],
    ['is in JSON', JSON.stringify({ provider_installation: { direct: {} } }), false],
  ])('where it %s', (_, text, onlyExcludeMissing) => {
    expect(obstacle(text)).toEqual({ file: '~/.terraformrc', onlyExcludeMissing });
  });

  it('in a file of the directory .terraform.d, and not there where the environment names another file', () => {
    expect(obstacle('provider_installation { direct {} }', '.terraform.d/own.tfrc')).toMatchObject({ file: '~/.terraform.d/own.tfrc' });
    const [user, named] = [newDirectory(), join(newDirectory(), 'terraform.rc')];
    writeFileSync(join(user, '.terraformrc'), 'provider_installation { direct {} }');
    writeFileSync(named, '');
    expect(obstacleTo(version, { HOME: user, TF_CLI_CONFIG_FILE: named })).toBeUndefined();
  });

  it('of which the lines to add are told, without a mirror where there is one', () => {
    const [block, alone] = [false, true].map((onlyExcludeMissing) => obstacleText({ file: '~/.terraformrc', onlyExcludeMissing }));
    for (const text of [block, alone]) expect(text).toContain('exclude = ["terraform.local/cdktf-amazon-connect/*"]');
    expect(block).toMatch(
      /npx cdktf-amazon-connect mirror .*filesystem_mirror \{\n +path {4}= ".*"\n +include = \["terraform.local\/cdktf-amazon-connect\/\*"\]/s,
    );
    expect(alone).not.toContain('filesystem_mirror');
  });
});
