import { resolve } from 'node:path';
import { builtPlugin, type BuiltPlugin } from '../constructs/plugin/built-plugin';
import { placePlugin } from '../constructs/plugin/place-plugin';
import { PROVIDER_SOURCE } from '../constructs/provider-address';

/**
 * Writes the plugin into a filesystem mirror, beside what the mirror already holds, and gives the CLI
 * configuration that makes Terraform use it. Needed where a CLI configuration already says how
 * providers are installed (Terraform then does not look into the stack's directory), and by HCL users.
 */
export function mirror(directory: string, plugin: BuiltPlugin = builtPlugin()): string {
  const path = resolve(directory);
  placePlugin(plugin, path);
  return configuration(path);
}

const OURS = PROVIDER_SOURCE.replace(/[^/]+$/, '*');

const configuration = (path: string): string => `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(path)}
    include = ["${OURS}"]
  }
  direct {
    exclude = ["${OURS}"]
  }
}
`;
