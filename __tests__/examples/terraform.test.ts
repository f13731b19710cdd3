import { awsProviderDirectory } from '../support/aws-provider/real';
import { exampleNames, exampleProject, exampleText } from '../support/terraform/examples';

/** The real terraform and the plugin as built, without a network. */

const withAws = exampleNames.filter((name) => exampleText(name, 'main.tf').includes('"aws_'));
const ours = exampleNames.filter((name) => !withAws.includes(name));
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

test.each(ours)('terraform takes the HCL of %s for valid', async (name) => {
  expect(await validate(name)).toContain('The configuration is valid');
});

(there ? test : test.skip).each(withAws)(
  `terraform takes the HCL of %s for valid${there ? '' : ' (skipped: AWS_PROVIDER_MIRROR names no mirror that holds hashicorp/aws 5.100.0)'}`,
  async (name) => {
    expect(await validate(name)).toContain('The configuration is valid');
  },
);
