import { commandOf, parentArguments } from '../../provider/plugin/terraform-command';

const command = (line: string | undefined, env: NodeJS.ProcessEnv = {}): string => commandOf(line?.split(' '), env);

describe('what Terraform was asked for', () => {
  test.each([
    'terraform destroy',
    '/usr/local/bin/terraform -chdir=agents destroy -auto-approve',
    'tofu destroy',
    'terraform plan -destroy -out=plan',
    'terraform apply -auto-approve --destroy',
    'terraform plan -destroy=true',
  ])('is a destroy: %s', (line) => expect(command(line)).toBe('destroy'));

  test.each([
    'terraform plan',
    'terraform apply -auto-approve',
    'terraform -chdir=destroy plan -target=connect_user.destroy',
    'terraform plan -destroy=false',
    'terraform import connect_user.a x',
  ])('is a change: %s', (line) => expect(command(line)).toBe('change'));

  test.each([
    'terraform apply plan.out',
    'terraform apply -input=false tests.tfplan',
    'terraform -chdir=agents apply -auto-approve -parallelism=20 plan',
    'terraform apply -parallelism 20 plan',
  ])('is a saved plan: %s', (line) => expect(commandOf(line.split(' '), {}, () => true)).toBe('saved plan'));

  test('is no saved plan where there is no such file, as when a value of -var with a space was taken apart', () => {
    expect(command('terraform apply -auto-approve -var team=north west')).toBe('change');
  });

  test.each([
    'terraform apply -var team=a',
    'terraform apply -auto-approve -target connect_user.a',
    'terraform apply',
    'terraform apply -var-file=a.tfvars',
  ])('is no saved plan: %s', (line) => expect(commandOf(line.split(' '), {}, () => true)).toBe('change'));

  test('may be said by the variables that hold arguments', () => {
    expect(command('terraform plan', { TF_CLI_ARGS_plan: '-no-color -destroy' })).toBe('destroy');
    expect(command('terraform apply', { TF_CLI_ARGS: '-destroy' })).toBe('destroy');
    expect(command('terraform apply', { TF_CLI_ARGS_plan: '-destroy' })).toBe('change');
  });

  test('is not known for a test, which ends by destroying, nor for another program, nor without a command line', () => {
    expect([command('terraform test'), command('node serve.js'), command('terraform'), command(undefined)]).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  test('is read from the parent of this process', () => {
    expect(parentArguments()?.join(' ')).toMatch(/node|jest|npm|npx|sh/);
  });
});
