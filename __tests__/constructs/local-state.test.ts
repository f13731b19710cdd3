import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, LocalBackend, PgBackend, TerraformStack } from 'cdktf';
import { ConnectProvider, ConnectUser, TrafficDistributionGroupUser } from '../../constructs';
import { warnOfLocalState } from '../../constructs/local-state';
import { newDirectory, removeDirectories } from '../support/constructs/directories';
import { agent, membership, synthesize } from '../support/constructs/programs';

afterAll(removeDirectories);

const users = (stack: TerraformStack, count: number): void => {
  for (let index = 0; index < count; index++) new ConnectUser(stack, `agent${index}`, { ...agent, name: `agent${index}` });
};

const members = (stack: TerraformStack, count: number): void => {
  for (let index = 0; index < count; index++) new TrafficDistributionGroupUser(stack, `member${index}`, membership);
};

function warningsOf(program: (stack: TerraformStack) => void): readonly unknown[] {
  const stack = new TerraformStack(new App({ outdir: newDirectory() }), 'agents');
  program(stack);
  warnOfLocalState(stack);
  return stack.node.metadata.filter(({ type }) => type === '@cdktf/warn').map(({ data }) => data as unknown);
}

describe('a stack of more than 1,000 agents', () => {
  test('is warned of once at synth, however many providers it has, when a local file keeps its state', () => {
    const outdir = newDirectory();
    synthesize((stack) => {
      new ConnectProvider(stack, 'connect');
      new ConnectProvider(stack, 'london', { alias: 'london', region: 'eu-west-2' });
      users(stack, 1_001);
    }, outdir);
    const warnings = readFileSync(join(outdir, 'manifest.json'), 'utf8').match(/The stack has 1001 agents, and its state is a local file/g);
    expect(warnings).toHaveLength(1);
  });

  test('is warned of when the local file is named, and when it declares memberships only', () => {
    const local = warningsOf((stack) => {
      new LocalBackend(stack, { path: 'agents.tfstate' });
      members(stack, 1_001);
    });
    expect(local).toEqual([expect.stringMatching(/1001 agents.*PgBackend.*split it by team.*docs\/guides\/scale\.md/)]);
  });

  test('is not warned of with a remote backend', () => {
    const remote = warningsOf((stack) => {
      new PgBackend(stack, { connStr: 'postgres://localhost/terraform' });
      members(stack, 1_001);
    });
    expect(remote).toEqual([]);
  });
});

test('a stack of 1,000 agents with as many memberships is not warned of', () => {
  const few = warningsOf((stack) => {
    users(stack, 1_000);
    members(stack, 1_000);
  });
  expect(few).toEqual([]);
});
