import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { thisPackage } from '../../constructs/plugin/built-plugin';

/** The Node.js of this machine, made to believe that it is an old one. */
function onOldNode(file: string): { status: number | null; stdout: string; stderr: string } {
  const code = `Object.defineProperty(process.versions, 'node', { value: '18.20.4' }); require(${JSON.stringify(join(thisPackage().root, file))})`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('on a Node.js that is too old, Terraform is told so by the first line of the plugin, which it shows', () => {
  expect(onOldNode('dist/plugin/terraform-provider-connect.cjs')).toEqual({
    status: 1,
    stdout: 'cdktf-amazon-connect needs Node.js 20.9 or later in the PATH; this is 18.20.4.\n',
    stderr: '',
  });
});

test('on a Node.js that is too old, the command says so in one line', () => {
  expect(onOldNode('dist/cli/cdktf-amazon-connect.js')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'cdktf-amazon-connect needs Node.js 20.9 or later; this is 18.20.4.\n',
  });
});
