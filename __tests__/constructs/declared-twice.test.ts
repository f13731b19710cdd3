import { DataTerraformRemoteStateLocal, Fn, TerraformHclModule, TerraformLocal, TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import {
  ConnectProvider,
  type ConnectProviderConfig,
  ConnectUser,
  DataConnectInstance,
  DataConnectTrafficDistributionGroup,
  QuickConnect,
  TrafficDistribution,
  TrafficDistributionGroup,
  TrafficDistributionGroupUser,
  TrafficDistributionGroupUsers,
} from '../../constructs';
import { agent, complaint, groupUsers, membership } from '../support/constructs/programs';

const SHARES = [
  { region: 'us-east-1', percentage: 100 },
  { region: 'us-west-2', percentage: 0 },
];

/** What the stack of another team gives out; one for a stack. */
const remoteState = (stack: TerraformStack): DataTerraformRemoteStateLocal => {
  const there = stack.node.tryFindChild('people');
  return there instanceof DataTerraformRemoteStateLocal ? there : new DataTerraformRemoteStateLocal(stack, 'people', { path: 'people' });
};

const moduleOf = (stack: TerraformStack): TerraformHclModule => {
  const there = stack.node.tryFindChild('team');
  return there instanceof TerraformHclModule ? there : new TerraformHclModule(stack, 'team', { source: 'example/team/connect' });
};

describe('synth refuses what two constructs of a stack declare', () => {
  const { instanceId, trafficDistributionGroupId } = membership;
  const groupArn = `arn:aws:connect:us-east-1:123456789012:traffic-distribution-group/${trafficDistributionGroupId}`;

  test('one user', () => {
    const program = (stack: TerraformStack): void => {
      new ConnectUser(stack, 'ada', agent);
      new ConnectUser(stack, 'ada-again', { ...agent, instanceId: `arn:aws:connect:us-east-1:123456789012:instance/${instanceId}` });
    };
    expect(complaint(program)).toContain(
      `the user name "ada" of the instance ${instanceId}: declared more than once, by agents/ada, agents/ada-again.`,
    );
  });

  test('one membership, whichever attributes of its things name them', () => {
    const program = (stack: TerraformStack): void => {
      const ada = new ConnectUser(stack, 'ada', agent);
      new TrafficDistributionGroupUser(stack, 'first', { ...membership, userId: ada.userId });
      new TrafficDistributionGroupUser(stack, 'second', { instanceId, trafficDistributionGroupId: groupArn, userId: ada.arn });
    };
    expect(complaint(program)).toMatch(
      /the membership .*,\$\{connect_user\.ada\}: declared more than once, by agents\/first, agents\/second\./,
    );
  });

  test('one membership of a user whom "count" or "for_each" repeats, or whom the AWS provider has', () => {
    const join = (...users: readonly string[]): string | undefined =>
      complaint((stack) => {
        new ConnectProvider(stack, 'connect');
        for (const [index, userId] of users.entries()) new TrafficDistributionGroupUser(stack, `as-${index}`, { ...membership, userId });
      });
    const twice = 'declared more than once, by agents/as-0, agents/as-1.';
    expect(join('${connect_user.team[0].user_id}', '${connect_user.team[0].arn}')).toContain(twice);
    expect(join('${connect_user.team["ada.b"].user_id}', '${connect_user.team["ada.b"].id}')).toContain(twice);
    expect(join('${aws_connect_user.ada.user_id}', '${aws_connect_user.ada.id}')).toContain(twice);
    expect(join('${connect_user.team[0].user_id}', '${connect_user.team[1].user_id}')).toBeUndefined();
  });

  test('one quick connect, one traffic distribution group and its shares, by name or by group', () => {
    const program = (stack: TerraformStack): void => {
      for (const id of ['one', 'two']) {
        new QuickConnect(stack, `call-${id}`, { instanceId, name: 'Front desk', phoneConfig: { phoneNumber: '+12065550100' } });
        new TrafficDistributionGroup(stack, `group-${id}`, { instanceId, name: 'Voice' });
      }
      new TrafficDistribution(stack, 'shares', { trafficDistributionGroupId: groupArn, telephony: SHARES });
      new TrafficDistribution(stack, 'shares-again', { trafficDistributionGroupId, telephony: SHARES });
    };
    const found = complaint(program) ?? '';
    expect(found).toContain(`the quick connect name "Front desk" of the instance ${instanceId}: declared more than once`);
    expect(found).toContain(`the traffic distribution group name "Voice" of the instance ${instanceId}: declared more than once`);
    expect(found).toContain(`the shares of the traffic distribution group ${trafficDistributionGroupId}: declared more than once`);
  });

  describe('by the names that each construct of a library looks up for itself', () => {
    /** A team with look-ups and a provider of its own, and with one agent. */
    const team = (stack: TerraformStack, id: string, alias: string, group = 'Voice', config: ConnectProviderConfig = {}): void => {
      const scope = new Construct(stack, id);
      const provider = new ConnectProvider(scope, 'connect', { alias: id, region: 'us-east-1', ...config });
      const instance = new DataConnectInstance(scope, 'instance', { provider, alias });
      const voice = new DataConnectTrafficDistributionGroup(scope, 'group', { provider, instanceId: instance.id, name: group });
      const ada = new ConnectUser(scope, 'ada', { ...agent, provider, instanceId: instance.id });
      const common = { provider, instanceId: instance.id, trafficDistributionGroupId: voice.arn };
      new TrafficDistributionGroupUsers(scope, 'users', { ...common, userIds: [ada.userId] });
    };

    test('one user, and the users of one group', () => {
      const found = complaint((stack) => ['north', 'south'].forEach((id) => team(stack, id, 'acme')));
      expect(found).toMatch(/the user name "ada" of the instance .*: declared more than once, by agents\/north\/ada, agents\/south\/ada\./);
      expect(found).toMatch(
        /the users of the traffic distribution group .*: declared more than once, by agents\/north\/users, agents\/south/,
      );
    });

    test('but not in two instances, and not where only Terraform will know the names', () => {
      const name = (stack: TerraformStack, id: string): string => new TerraformVariable(stack, id, { type: 'string' }).stringValue;
      expect(complaint((stack) => ['north', 'south'].forEach((id) => team(stack, id, `acme-${id}`)))).toBeUndefined();
      expect(complaint((stack) => ['north', 'south'].forEach((id) => team(stack, id, name(stack, `alias_${id}`))))).toBeUndefined();
    });

    test.each<[string, ConnectProviderConfig]>([
      ['Regions: AWS GovCloud may have the alias of another instance', { region: 'us-gov-west-1' }],
      ['emulators', { endpoint: 'http://127.0.0.1:4599' }],
    ])('but not in two %s', (_, config) => {
      const program = (stack: TerraformStack): void => {
        team(stack, 'north', 'acme');
        team(stack, 'south', 'acme', 'Voice', config);
      };
      expect(complaint(program)).toBeUndefined();
    });

    test('one user, also where one look-up names no provider', () => {
      const program = (stack: TerraformStack): void => {
        const region = new TerraformVariable(stack, 'region', { type: 'string' });
        new ConnectProvider(stack, 'connect', { region: region.stringValue });
        const instance = new DataConnectInstance(stack, 'instance', { alias: 'acme' });
        new ConnectUser(stack, 'ada', { ...agent, instanceId: instance.id });
        team(stack, 'north', 'acme', 'Voice', { region: region.stringValue });
      };
      expect(complaint(program)).toContain('declared more than once, by agents/ada, agents/north/ada.');
    });

    test('one user, also where the look-ups come after the users', () => {
      const program = (stack: TerraformStack): void => {
        new ConnectProvider(stack, 'connect');
        for (const id of ['north', 'south'])
          new ConnectUser(stack, `ada-${id}`, { ...agent, instanceId: `\${data.connect_instance.${id}.id}` });
        for (const id of ['north', 'south']) new DataConnectInstance(stack, id, { alias: 'acme' });
      };
      expect(complaint(program)).toContain('declared more than once, by agents/ada-north, agents/ada-south.');
    });

    test('a user once, but not the users of two groups', () => {
      const found = complaint((stack) => ['north', 'south'].forEach((id) => team(stack, id, 'acme', id)));
      expect(found).toContain('the user name "ada"');
      expect(found).not.toContain('the users of');
    });
  });

  test('a user by the id of its resource, in the wrong instance', () => {
    const program = (stack: TerraformStack): void => {
      new ConnectProvider(stack, 'connect');
      const ada = new ConnectUser(stack, 'ada', agent);
      new TrafficDistributionGroupUser(stack, 'right', { ...membership, userId: ada.id });
      new TrafficDistributionGroupUser(stack, 'too', { ...membership, userId: `${instanceId}:${membership.userId}` });
    };
    expect(complaint(program)).toBeUndefined();
    const wrong = (stack: TerraformStack): void => {
      const userId = `22222222-2222-3333-4444-555555555555:${membership.userId}`;
      new TrafficDistributionGroupUser(stack, 'wrong', { ...membership, userId });
    };
    expect(complaint(wrong)).toContain('[agents/wrong] The user belongs to another instance.');
  });

  test('the users of a group in both ways, said once for all of them', () => {
    const program = (stack: TerraformStack): void => {
      new TrafficDistributionGroupUsers(stack, 'everybody', groupUsers);
      for (let index = 0; index < 50; index++)
        new TrafficDistributionGroupUser(stack, `one-${index}`, {
          instanceId,
          trafficDistributionGroupId: groupArn,
          userId: `dddddddd-1111-2222-3333-4444444444${10 + index}`,
        });
    };
    const found = complaint(program) ?? '';
    expect(found).toContain('are declared in two ways: agents/everybody owns all of them');
    expect(found).toContain('agents/one-4 and 45 more put in');
    expect(found.split('in two ways')).toHaveLength(2);
  });

  test('one Terraform address: it has no room for dots and spaces', () => {
    const program = (stack: TerraformStack): void => {
      new ConnectUser(stack, 'ada.b', agent);
      new ConnectUser(stack, 'adab', { ...agent, name: 'adab' });
    };
    expect(complaint(program)).toContain('agents/ada.b, agents/adab all get the Terraform address connect_user.adab');
  });

  test('an id that Terraform does not take for a name', () => {
    const program = (stack: TerraformStack): void => {
      new ConnectUser(stack, '007', agent);
      new ConnectUser(stack, '张伟', { ...agent, name: 'zhang' });
    };
    expect(complaint(program)).toContain('agents/007, agents/张伟 must have an id that begins with a letter or "_"');
  });

  test('but not what stands in two stacks, or in two instances', () => {
    const program = (stack: TerraformStack): void => {
      new ConnectProvider(stack, 'connect');
      new ConnectUser(stack, 'ada', agent);
      new ConnectUser(stack, 'ada-elsewhere', { ...agent, instanceId: '22222222-2222-3333-4444-555555555555' });
    };
    expect(complaint(program)).toBeUndefined();
  });

  test.each<[string, (stack: TerraformStack, name: string) => string]>([
    ['a variable each', (stack, name) => new TerraformVariable(stack, `${name}_id`, { type: 'string' }).stringValue],
    ['a local value each', (stack, name) => new TerraformLocal(stack, `${name}_id`, `\${var.${name}}`).asString],
    ['the state of another project', (stack, name) => remoteState(stack).getString(`${name}_id`)],
    ['a module', (stack, name) => moduleOf(stack).getString(`${name}_arn`)],
    ['a map by name', (stack, name) => Fn.lookup(remoteState(stack).get('users'), `${name}_id`)],
  ])('but not two users, groups or names that come from %s', (_, value) => {
    const program = (stack: TerraformStack): void => {
      new ConnectProvider(stack, 'connect');
      for (const name of ['ada', 'grace']) {
        new TrafficDistributionGroupUser(stack, `user-${name}`, { ...membership, userId: value(stack, name) });
        new TrafficDistributionGroupUser(stack, `group-${name}`, {
          ...membership,
          trafficDistributionGroupId: value(stack, `${name}s_group`),
        });
        new ConnectUser(stack, `account-${name}`, { ...agent, name: value(stack, `${name}s_login`) });
      }
    };
    expect(complaint(program)).toBeUndefined();
  });

  test('but not users of two other stacks that have one address there', () => {
    const program = (stack: TerraformStack): void => {
      new ConnectProvider(stack, 'connect');
      for (const site of ['berlin', 'lisbon']) {
        const lead = new ConnectUser(new TerraformStack(stack.node.root, site), 'lead', agent);
        new TrafficDistributionGroupUser(stack, site, { ...membership, userId: lead.userId });
      }
    };
    expect(complaint(program)).toBeUndefined();
  });

  test('one membership of a user of another stack', () => {
    const program = (stack: TerraformStack): void => {
      const lead = new ConnectUser(new TerraformStack(stack.node.root, 'berlin'), 'lead', agent);
      for (const id of ['first', 'second']) new TrafficDistributionGroupUser(stack, id, { ...membership, userId: lead.userId });
    };
    expect(complaint(program)).toContain('declared more than once, by agents/first, agents/second.');
  });

  test('but not what was taken out of the tree, alone or with the construct around it', () => {
    const program = (stack: TerraformStack): void => {
      new ConnectProvider(stack, 'connect');
      const team = new Construct(stack, 'team');
      new ConnectUser(team, 'ada', agent);
      new ConnectUser(stack, 'ada', agent);
      for (const id of ['team', 'ada']) stack.node.tryRemoveChild(id);
      new ConnectUser(stack, 'ada', agent);
    };
    expect(complaint(program)).toBeUndefined();
  });
});
