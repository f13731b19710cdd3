import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The plugin as the build leaves it in this package. */
export interface BuiltPlugin {
  readonly version: string;
  /** Holds `terraform-provider-connect.cjs` and the files it loads. */
  readonly directory: string;
}

export const EXECUTABLE = 'terraform-provider-connect.cjs';

const PACKAGE = 'cdktf-amazon-connect';

/** Finds the plugin from any file of this package, be it source or build output. */
export function builtPlugin(from: string = here()): BuiltPlugin {
  const { root, version } = thisPackage(from);
  const directory = join(root, 'dist', 'plugin');
  if (!existsSync(join(directory, EXECUTABLE)))
    throw new Error(
      `The provider's plugin is not there: ${join(directory, EXECUTABLE)} does not exist. ` +
        `In a checkout of ${PACKAGE} it has not been built: run "npm run build" there. ` +
        `In a project that depends on ${PACKAGE} the package is incomplete: reinstall it.`,
    );
  return { version, directory };
}

const KEEP_OUT = `If your program is bundled, keep ${PACKAGE} out of the bundle (mark it external).`;

/** The directory of this file. A bundle of ES modules has none. */
function here(): string {
  if (typeof __dirname === 'string') return __dirname;
  throw new Error(`An ES module bundle does not show where ${PACKAGE} is installed, so its plugin cannot be found. ${KEEP_OUT}`);
}

/** The nearest directory above whose package.json is this package's. */
export function thisPackage(from: string = here()): { readonly root: string; readonly version: string } {
  for (let directory = from; ; directory = dirname(directory)) {
    const manifest = manifestIn(directory);
    if (manifest?.name === PACKAGE) return { root: directory, version: manifest.version };
    if (directory === dirname(directory))
      throw new Error(`No package.json of ${PACKAGE} above ${from}, so its plugin cannot be found. ${KEEP_OUT}`);
  }
}

function manifestIn(directory: string): { readonly name?: string; readonly version: string } | undefined {
  const file = join(directory, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
