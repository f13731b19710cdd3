import type { ConnectUserPhoneConfig } from '../gen';
import type { Duration } from './duration';
import { having } from './expected';

export interface PhoneOptions {
  /**
   * Whether contacts are accepted without a click.
   * @default false
   */
  readonly autoAccept?: boolean | undefined;
  /**
   * How long after-contact work may last: whole seconds, up to 2,000,000. Synth fails on more.
   * @default - without limit
   */
  readonly afterContactWork?: Duration | undefined;
  /**
   * Whether the connection to the agent stays open between calls.
   * @default false
   */
  readonly persistentConnection?: boolean | undefined;
}

/** The phone of an agent, with the same settings for all channels. */
export class Phone {
  private constructor(
    /** The block `phoneConfig` of a `ConnectUser`. */
    readonly config: ConnectUserPhoneConfig,
  ) {}

  /** The agent talks in the browser. */
  static soft = (options: PhoneOptions = {}): Phone => new Phone({ phoneType: 'SOFT_PHONE', ...settings(options) });

  /**
   * Calls ring at a phone of its own.
   * @param number in E.164 form, such as "+12065550100"; synth fails on another form
   */
  static desk = (number: string, options: PhoneOptions = {}): Phone =>
    new Phone({ phoneType: 'DESK_PHONE', deskPhoneNumber: number, ...settings(options) });
}

function settings({ autoAccept, afterContactWork, persistentConnection }: PhoneOptions): Omit<ConnectUserPhoneConfig, 'phoneType'> {
  if (afterContactWork !== undefined && afterContactWork !== null)
    having(afterContactWork, 'inSeconds', 'a duration, such as Duration.seconds(30)', 'Phone: afterContactWork');
  return { autoAccept, afterContactWorkTimeLimit: afterContactWork?.inSeconds, persistentConnection };
}
