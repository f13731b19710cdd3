import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildToyPackage } from '../toy-provider/package';
import type { TerraformProject } from '../terraform/project';

const SOURCE = 'registry.terraform.io/hashicorp/aws';

/** Some provider under the name of the AWS provider: enough where Terraform wants one to be there and asks it nothing. */
export function standInForAwsProvider(): { readonly directory: string; readonly version: string; remove(): void } {
  const toy = buildToyPackage();
  const directory = mkdtempSync(join(tmpdir(), 'aws-stand-in-'));
  symlinkSync(toy.executable, join(directory, 'terraform-provider-aws_v5.100.0.cjs'));
  return { directory, version: '5.100.0', remove: () => toy.remove() };
}

export function installAwsProvider(
  project: TerraformProject,
  { directory, version }: { readonly directory: string; readonly version: string },
): void {
  const place = join(project.directory, 'terraform.d', 'plugins', SOURCE, version, 'linux_amd64');
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(directory, place, 'dir');
}
