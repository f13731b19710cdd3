import { awsProviderDirectory } from '../support/aws-provider/real';
import { exampleNames, exampleProject, exampleText } from '../support/terraform/examples';

/** Examples that need the AWS provider, too: the real terraform and the plugin as built, without a network. */

const withAws = exampleNames.filter((name) => exampleText(name, 'main.tf').includes('"aws_'));
const there = awsProviderDirectory() !== undefined;

async function validate(name: string): Promise<string> {
  const project = exampleProject(name);
  try {
    await project.succeed('init', '-input=false', '-no-color');
    return (await project.succeed('validate', '-no-color')).stdout;
  } finally {
    project.remove();
  }
}

test('the HCL of each example says where its providers come from', () => {
  expect(exampleNames.filter((name) => !exampleText(name, 'main.tf').includes('required_providers'))).toEqual([]);
});

(there ? test : test.skip).each(withAws)(
  `terraform takes the HCL of %s for valid${there ? '' : ' (skipped: AWS_PROVIDER_MIRROR names no mirror that holds hashicorp/aws 5.100.0)'}`,
  async (name) => {
    expect(await validate(name)).toContain('The configuration is valid');
  },
);
