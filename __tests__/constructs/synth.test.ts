import { Testing } from 'cdktf';
import 'cdktf/lib/testing/adapters/jest';
import { ConnectProvider, ConnectUser, TrafficDistributionGroupUser } from '../../constructs';
import { version } from '../../package.json';
import { agent, membership } from '../support/constructs/programs';

Testing.setupJest();

describe('a program', () => {
  test('is written as resources of the Terraform provider', () => {
    const stack = Testing.synthScope((scope) => {
      new ConnectProvider(scope, 'connect', { region: 'us-east-1', defaultTags: { tags: { CostCentre: '42' } } });
      const ada = new ConnectUser(scope, 'ada', {
        ...agent,
        identityInfo: { firstName: 'Ada', lastName: 'Lovelace' },
        proficiency: [{ attributeName: 'Language', attributeValue: 'English', level: 5 }],
        timeouts: { create: '30m' },
      });
      new TrafficDistributionGroupUser(scope, 'ada-everywhere', { ...membership, userId: ada.userId });
    });
    expect(stack).toHaveProviderWithProperties(ConnectProvider, { region: 'us-east-1', default_tags: { tags: { CostCentre: '42' } } });
    expect(stack).toHaveResourceWithProperties(ConnectUser, {
      name: 'ada',
      security_profile_ids: agent.securityProfileIds,
      identity_info: { first_name: 'Ada', last_name: 'Lovelace' },
      proficiency: [{ attribute_name: 'Language', attribute_value: 'English', level: 5 }],
      timeouts: { create: '30m' },
    });
    expect(stack).toHaveResourceWithProperties(TrafficDistributionGroupUser, { user_id: '${connect_user.ada.user_id}' });
  });

  test('requires exactly the version of the provider that comes with the constructs', () => {
    const stack = JSON.parse(Testing.synthScope((scope) => void new ConnectProvider(scope, 'connect')));
    expect(stack.terraform.required_providers).toEqual({
      connect: { source: 'terraform.local/cdktf-amazon-connect/connect', version },
    });
  });

  test('chooses among providers, protects, adopts and renames agents as CDKTF programs do', () => {
    const stack = JSON.parse(
      Testing.synthScope((scope) => {
        new ConnectProvider(scope, 'connect');
        const london = new ConnectProvider(scope, 'london', { alias: 'london', region: 'eu-west-2' });
        new ConnectUser(scope, 'ada', { ...agent, provider: london, lifecycle: { preventDestroy: true } }).importFrom(
          'INSTANCE:USER',
          london,
        );
        ConnectUser.generateConfigForImport(scope, 'alan', 'INSTANCE:OTHER');
        new ConnectUser(scope, 'grace', { ...agent, name: 'grace' }).moveFromId('connect_user.hopper');
      }),
    );
    expect(stack.provider.connect).toEqual([{}, { alias: 'london', region: 'eu-west-2' }]);
    expect(stack.resource.connect_user.ada).toMatchObject({ provider: 'connect.london', lifecycle: { prevent_destroy: true } });
    expect(stack.import).toEqual([
      { to: 'connect_user.ada', id: 'INSTANCE:USER', provider: 'connect.london' },
      { to: 'connect_user.alan', id: 'INSTANCE:OTHER' },
    ]);
    expect(stack.moved).toEqual([{ from: 'connect_user.hopper', to: 'connect_user.grace' }]);
  });
});
