import type { Construct } from 'constructs';
import { schema } from '../custom-resources/user/schema';
import { ConnectUser as GeneratedUser, type ConnectUserConfig } from './gen/user';
import { refuseAtSynth } from './refusals';

/**
 * An agent's account in an Amazon Connect instance. Destroying it leaves nothing dangling: the agent's
 * memberships in traffic distribution groups end first, and the quick connects that pointed at the
 * agent are deleted after.
 *
 * Synth fails on values that Connect is certain to refuse.
 */
export class ConnectUser extends GeneratedUser {
  constructor(scope: Construct, id: string, config: ConnectUserConfig) {
    super(scope, id, config);
    refuseAtSynth(this, schema);
  }
}
