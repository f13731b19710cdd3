import { askedFor, terraformOf } from '../support/constructs/stand-in-terraform';
import { App, TerraformStack, Testing } from 'cdktf';
import { ConnectProvider, ConnectUser, TrafficDistributionGroupUser } from '../../constructs';
import { removeDirectories } from '../support/constructs/directories';
import { agent, membership } from '../support/constructs/programs';

const TEAM = ['ada', 'bob', 'cleo'];

afterAll(removeDirectories);

function importTeam(app: App, name: string): TerraformStack {
  const stack = new TerraformStack(app, name);
  new ConnectProvider(stack, 'connect', { region: 'us-east-1' });
  for (const id of TEAM) {
    new ConnectUser(stack, id, { ...agent, name: `${id}.${name}` }).importFrom(`${agent.instanceId}:name/${id}`);
    new TrafficDistributionGroupUser(stack, `${id}-member`, { ...membership, userId: `\${connect_user.${id}.user_id}` }).importFrom(
      [agent.instanceId, membership.trafficDistributionGroupId, membership.userId].join(),
    );
  }
  return stack;
}

const newApp = (): App => new App({ context: { targetVersions: { terraform: '>=1.11.0' } } });

describe('a stack that imports a team', () => {
  test('asks once for the version of terraform, and imports all of them', () => {
    terraformOf('1.11.4');
    const { import: imports } = JSON.parse(Testing.synth(importTeam(newApp(), 'agents'), true)) as { readonly import: readonly object[] };
    expect(imports).toHaveLength(2 * TEAM.length);
    expect(askedFor()).toEqual(['version']);
  });

  test('is refused, once for each stack, where terraform is too old', () => {
    terraformOf('1.4.7');
    const app = newApp();
    for (const name of ['leeds', 'york']) {
      const stack = importTeam(app, name);
      // Somebody may take out the very one that came first.
      stack.node.tryRemoveChild('ada');
      const synth = (): string => Testing.synth(stack, true);
      expect(synth).toThrow(
        /^Validation failed with the following errors:\n.*version 1\.4\.7 is lower than the required version >=1\.5.*\n\n/,
      );
    }
  });
});
