import type { Construct } from 'constructs';
import { schema } from '../custom-resources/provider-configuration/schema';
import { validate } from '../custom-resources/provider-configuration/validate';
import { ConnectProvider as GeneratedProvider, type ConnectProviderConfig } from './gen/provider';
import { refuseAtSynth } from './refusals';
import { installAtSynth } from './stack-plugin';

/**
 * The provider of Amazon Connect agents. A stack with resources of this package needs one; more of
 * them, with an `alias` each, serve several accounts or Regions.
 *
 * At synth it puts its plugin into the stack's directory, locked, so that `cdktf diff` and `cdktf
 * deploy` need neither a registry nor any set-up. Synth fails if this package holds no plugin, and on values that are certainly wrong.
 */
export class ConnectProvider extends GeneratedProvider {
  constructor(scope: Construct, id: string, config: ConnectProviderConfig = {}) {
    super(scope, id, config);
    refuseAtSynth(this, schema, { validate });
    installAtSynth(this);
  }
}
