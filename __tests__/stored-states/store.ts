/**
 * `npm run states:store`: applies every resource with the built provider, and keeps what was declared and the
 * state that this version wrote, for all later versions to read. Part of a release.
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../package.json';
import { ContactCentre } from '../support/terraform/contact-centre';
import { everything } from './declaration';

async function main(): Promise<void> {
  const directory = join(__dirname, version);
  const centre = await ContactCentre.start({ providerStartedBy: 'terraform' });
  try {
    await centre.declare(everything);
    await centre.apply();
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'declared.json'), `${JSON.stringify(everything, undefined, 2)}\n`);
    copyFileSync(join(centre.project.directory, 'terraform.tfstate'), join(directory, 'terraform.tfstate'));
  } finally {
    await centre.close();
  }
  process.stdout.write(`The state of version ${version} is in ${directory}.\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
