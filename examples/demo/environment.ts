import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Nothing of the user's own set-up: no credentials, no CLI configuration that says where providers come from, no shared cache of plugins. */
export function environment(demo: string, endpoint: string): NodeJS.ProcessEnv {
  const cliConfiguration = join(demo, 'terraform.rc');
  writeFileSync(cliConfiguration, '');
  const inherited = Object.entries(process.env).filter(([name]) => !/^AWS_|^TF_(?!LOG|VAR_)|^CDKTF_/.test(name));
  return {
    ...Object.fromEntries(inherited),
    CONNECT_ENDPOINT: endpoint,
    AWS_ACCESS_KEY_ID: 'AKIADEMO',
    AWS_SECRET_ACCESS_KEY: 'demo',
    TF_CLI_CONFIG_FILE: cliConfiguration,
    TF_IN_AUTOMATION: '1',
    CHECKPOINT_DISABLE: '1',
  };
}
