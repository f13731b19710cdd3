import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtPlugin, thisPackage } from '../../../constructs/plugin/built-plugin';
import { placePlugin } from '../../../constructs/plugin/place-plugin';
import { AWS_PROVIDER_SOURCE, awsProviderDirectory } from '../aws-provider/real';
import { TerraformProject } from './project';

const EXAMPLES = join(thisPackage().root, 'examples');

/** The examples of the reference pages; those that are programs only have tests of their own. */
export const exampleNames = readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, 'main.tf')));

export const examplePath = (name: string, file: string): string => join(EXAMPLES, name, file);
export const exampleText = (name: string, file: string): string => readFileSync(examplePath(name, file), 'utf8');

/** A project with an example's HCL and, unless the example says so itself, where its providers come from. */
export function exampleProject(name: string): TerraformProject {
  const text = exampleText(name, 'main.tf');
  const aws = text.includes('"aws_') ? awsProviderDirectory() : undefined;
  const project = new TerraformProject({
    plugins: aws === undefined ? [] : [{ directory: aws, source: AWS_PROVIDER_SOURCE, version: '5.100.0' }],
  });
  placePlugin(builtPlugin(), join(project.directory, 'terraform.d', 'plugins'));
  for (const file of readdirSync(join(EXAMPLES, name)).filter((one) => one !== 'main.ts')) project.write(file, exampleText(name, file));
  if (!text.includes('required_providers')) project.write('providers.tf', REQUIRED);
  return project;
}

const REQUIRED = `terraform {
  required_providers {
    connect = { source = "terraform.local/cdktf-amazon-connect/connect" }
  }
}
`;
