import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXECUTABLE, thisPackage } from '../../../constructs/plugin/built-plugin';
import { startOurProvider } from '../terraform/our-provider';
import { startAll } from './shared-providers';

/** Before the first test. Where nothing has been built, the tests that need the plugin say so. */
export default async ({ maxWorkers }: { readonly maxWorkers: number }): Promise<void> => {
  if (existsSync(join(thisPackage().root, 'dist', 'plugin', EXECUTABLE)))
    await startAll(Array.from({ length: maxWorkers }, () => startOurProvider));
};
