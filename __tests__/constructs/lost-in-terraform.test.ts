import { App, TerraformStack, TerraformVariable, Testing, Token } from 'cdktf';
import { ConnectProvider, ConnectUser } from '../../constructs';
import { agent, complaint } from '../support/constructs/programs';

/* What a program says, and CDKTF or Terraform would take for something else. */

describe('synth', () => {
  test.each([
    ['a name', (number: number) => ({ name: `agent.${number}` })],
    ['a name that goes on after the number', (number: number) => ({ name: `floor${number}-berlin` })],
    ['a tag', (number: number) => ({ tags: { site: `1${number}` } })],
  ])('refuses %s where CDKTF loses a number that only Terraform will know', (_, changes) => {
    const declared = (as: (number: number) => number | string): string | undefined =>
      complaint((stack) => {
        new ConnectProvider(stack, 'connect');
        const number = new TerraformVariable(stack, 'number', { type: 'number' }).numberValue;
        new ConnectUser(stack, 'ada', { ...agent, ...changes(as(number) as number) });
      });
    expect(declared((number) => number)).toMatch(/ada\] (name|tags) has a number that only Terraform .* Write Token.asString/);
    expect(declared((number) => Token.asString(number))).toBeUndefined();
  });

  test('takes a number that only Terraform will know where CDKTF finds it', () => {
    const program = (stack: TerraformStack): void => {
      new ConnectProvider(stack, 'connect');
      const number = new TerraformVariable(stack, 'number', { type: 'number' }).numberValue;
      new ConnectUser(stack, 'ada', { ...agent, name: `agent${number}`, passwordWoVersion: number, passwordWo: `Xx1e+5.${'x'}` });
    };
    expect(complaint(program)).toBeUndefined();
  });

  test('refuses the provider of another stack: Terraform would take the one that has its name here', () => {
    const app = new App();
    const [there, here] = ['there', 'here'].map((id) => new TerraformStack(app, id)) as [TerraformStack, TerraformStack];
    const provider = new ConnectProvider(there, 'connect', { region: 'us-west-2' });
    new ConnectProvider(here, 'connect', { region: 'us-east-1' });
    new ConnectUser(here, 'ada', { ...agent, provider });
    expect(() => Testing.synth(here, true)).toThrow(
      '[here/ada] provider is there/connect, which belongs to another stack. Declare a ConnectProvider in the stack here',
    );
    here.node.tryRemoveChild('ada');
    new ConnectUser(here, 'bob', { ...agent, provider }).addOverride('provider', 'connect.west');
    expect(() => Testing.synth(here, true)).not.toThrow();
  });

  test('refuses a logical id that Terraform does not take for a name', () => {
    const named = (id: string): string | undefined =>
      complaint((stack) => {
        new ConnectProvider(stack, 'connect');
        new ConnectUser(stack, 'ada', agent).overrideLogicalId(id);
      });
    expect(named('ada lovelace.1')).toContain('agents/ada must have an id that begins with a letter');
    expect(named('ada_lovelace-é1')).toBeUndefined();
  });
});
