import { join } from 'node:path';
import { thisPackage } from '../../constructs/plugin/built-plugin';
import { BASIC_ROUTING_PROFILE_ID, AGENT_SECURITY_PROFILE_ID, INSTANCE_ID } from '../../emulator/seed/demo';
import { newDirectory } from '../support/constructs/directories';
import { withoutSetUp } from '../support/constructs/terraform';
import type { Consumer, Ended } from '../support/package/consumer';

export type Framework = 'cdktf' | 'cdktn';

const program = (framework: Framework): string => `
const { App, TerraformStack } = require('${framework}');
const { ConnectProvider, ConnectUser } = require('cdktf-amazon-connect${framework === 'cdktn' ? '/cdktn' : ''}');
const app = new App();
const stack = new TerraformStack(app, 'agents');
new ConnectProvider(stack, 'connect', {
  region: 'us-east-1',
  endpoint: process.env.CONNECT_ENDPOINT,
  accessKey: 'AKIATEST',
  secretKey: 'test',
});
new ConnectUser(stack, 'ada', {
  instanceId: '${INSTANCE_ID}',
  name: 'ada.' + process.version,
  routingProfileId: '${BASIC_ROUTING_PROFILE_ID}',
  securityProfileIds: ['${AGENT_SECURITY_PROFILE_ID}'],
  identityInfo: { firstName: 'Ada', lastName: 'Lovelace' },
});
app.synth();
`;

/** Writes a project of the framework, for its own command. */
export function writeProject(project: Consumer, framework: Framework): void {
  project.write('main.js', program(framework));
  const settings = { language: 'typescript', app: 'node main.js', projectId: 'nodes', sendCrashReports: 'false' };
  project.write('cdktf.json', JSON.stringify(settings));
}

/** The commands of a framework with a Node.js of some version: it runs the command, the program and, started by terraform, the plugin. */
export class Commands {
  constructor(
    private readonly project: Consumer,
    private readonly framework: Framework,
    private readonly node: string,
    private readonly endpoint: string,
  ) {}

  run(...args: readonly string[]): Ended {
    const command =
      this.framework === 'cdktf'
        ? join(thisPackage().root, 'node_modules', '.bin', 'cdktf')
        : join(this.project.directory, 'node_modules', '.bin', 'cdktn');
    const path = `${this.node}:${process.env['PATH']}`;
    const env = { ...withoutSetUp(), PATH: path, CI: '1', HOME: newDirectory(), CONNECT_ENDPOINT: this.endpoint };
    return this.project.run(command, args, env);
  }

  /** What goes wrong in the life of an agent: deployed, unchanged, destroyed. */
  life(): string | undefined {
    const expected: readonly (readonly [string, readonly string[], string])[] = [
      ['deploy', ['--auto-approve'], '1 added'],
      ['diff', [], 'No changes'],
      ['destroy', ['--auto-approve'], '1 destroyed'],
    ];
    for (const [verb, args, outcome] of expected) {
      const { status, output } = this.run(verb, 'agents', ...args, '--no-color');
      if (status !== 0 || !output.includes(outcome)) return `${verb} ended with ${status}, without "${outcome}":\n${output}`;
    }
    return undefined;
  }
}
