import { join } from 'node:path';
import { builtPlugin } from '../../constructs/plugin/built-plugin';
import { placePlugin } from '../../constructs/plugin/place-plugin';
import { AWS_PROVIDER_SOURCE, awsProviderDirectory } from '../support/aws-provider/real';
import { blocksIn } from '../support/docs/blocks';
import { exampleNames, exampleText } from '../support/terraform/examples';
import { TerraformProject } from '../support/terraform/project';

/** HCL of examples and pages that needs the AWS provider too: the real terraform and the plugins as built, without a network. */

const needsAws = (text: string): boolean => /"aws_|provider "aws"/.test(text);
const examples = exampleNames.map((name) => exampleText(name, 'main.tf'));
const onPages = blocksIn('hcl')
  .map(({ text }) => text)
  .filter((text) => needsAws(text) && !examples.some((example) => example.trim() === text.trim()));
const aws = awsProviderDirectory();

const PROVIDERS = `terraform {
  required_providers {
    aws     = { source = "hashicorp/aws" }
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}
`;

test('the HCL of each example says where its providers come from', () => {
  expect(exampleNames.filter((name) => !exampleText(name, 'main.tf').includes('required_providers'))).toEqual([]);
});

(aws === undefined ? test.skip : test)(
  `terraform takes all HCL for both providers for valid${aws === undefined ? ' (skipped: AWS_PROVIDER_MIRROR names no mirror that holds hashicorp/aws 5.100.0)' : ''}`,
  async () => {
    const project = new TerraformProject({
      plugins: aws === undefined ? [] : [{ directory: aws, source: AWS_PROVIDER_SOURCE, version: '5.100.0' }],
    });
    placePlugin(builtPlugin(), join(project.directory, 'terraform.d', 'plugins'));
    [...examples.filter(needsAws), ...onPages].forEach((text, index) => {
      // Only the root may import: there is one such block.
      const isRoot = /^import \{/m.test(text);
      const directory = isRoot ? '.' : `part${index}`;
      project.write(`${directory}/main.tf`, text);
      if (!text.includes('required_providers')) project.write(`${directory}/versions.tf`, PROVIDERS);
      if (!isRoot) project.write(`${directory}.tf`, `module "${directory}" {\n  source = "./${directory}"\n}\n`);
    });
    try {
      await project.succeed('init', '-input=false', '-no-color');
      expect((await project.succeed('validate', '-no-color')).stdout).toContain('The configuration is valid');
    } finally {
      project.remove();
    }
  },
);
