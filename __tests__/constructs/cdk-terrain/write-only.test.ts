import { App, TerraformStack, Testing } from 'cdktf';
import { TerraformEphemeralResource } from 'cdktn';
import { ConnectProvider, ConnectUser, type ConnectUserConfig } from '../../../constructs';
import { agent } from '../../support/constructs/programs';

/** What CDK Terrain alone has; `cdktf` is CDK Terrain here. */

const withTerraform = (terraform?: string): TerraformStack => {
  const stack = new TerraformStack(new App({ context: terraform === undefined ? {} : { targetVersions: { terraform } } }), 'agents');
  new ConnectProvider(stack, 'connect');
  return stack;
};

const withPassword = (stack: TerraformStack, password: Pick<ConnectUserConfig, 'passwordWo'>): string => {
  new ConnectUser(stack, 'ada', { ...agent, ...password });
  return Testing.synth(stack, true);
};

test('a write-only password is refused at synth where the project also targets a terraform that does not know such', () => {
  expect(() => withPassword(withTerraform(), { passwordWo: 'Secret-123' })).toThrow(
    '[agents/ada] write-only attributes requires terraform >=1.11.0, but the project targets terraform >=1.5.7',
  );
  expect(JSON.parse(withPassword(withTerraform('>=1.11.0'), { passwordWo: 'Secret-123' })).resource.connect_user.ada.password_wo).toBe(
    'Secret-123',
  );
});

test('a project that declares no write-only password may target any terraform', () => {
  expect(JSON.parse(withPassword(withTerraform(), {})).resource.connect_user.ada).not.toHaveProperty('password_wo');
});

test('a password may come from an ephemeral resource', () => {
  const stack = withTerraform('>=1.11.0');
  const generated = new TerraformEphemeralResource(stack, 'password', { terraformResourceType: 'random_password' });
  const synthesized = JSON.parse(withPassword(stack, { passwordWo: generated.getStringAttribute('result') }));
  expect(synthesized.resource.connect_user.ada.password_wo).toBe('${ephemeral.random_password.password.result}');
});
