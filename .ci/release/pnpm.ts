import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './steps';

const PNPM = 'pnpm@10.34.9';

const PROGRAM = `
const { App, TerraformStack } = require('cdktf');
const { ConnectProvider } = require('cdktf-amazon-connect');
require('cdktf-amazon-connect/testing');
const app = new App();
new ConnectProvider(new TerraformStack(app, 'agents'), 'connect');
app.synth();
`;

/** A project of pnpm, in which a package sees nothing that it does not name. */
export function installByPnpm(directory: string, tarball: string): void {
  mkdirSync(directory);
  writeFileSync(join(directory, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  writeFileSync(join(directory, 'main.js'), PROGRAM);
  run(directory, 'npm', ['exec', '--yes', PNPM, '--', 'add', tarball, 'cdktf@0.21.0', 'constructs@10.7.2']);
  run(directory, process.execPath, ['main.js']);
}
