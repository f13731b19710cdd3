import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { builtPlugin, EXECUTABLE } from '../../constructs/plugin/built-plugin';
import { PROVIDER_SOURCE } from '../../constructs/provider-address';

test('the plugin goes by the address under which programs ask for it', () => {
  const { stderr } = spawnSync(process.execPath, [join(builtPlugin().directory, EXECUTABLE)], { encoding: 'utf8' });
  expect(stderr).toContain(`This is the Terraform provider ${PROVIDER_SOURCE}.`);
});
