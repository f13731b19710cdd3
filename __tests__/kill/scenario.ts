import type { ConnectClient } from '@aws-sdk/client-connect';
import type { Declaration } from '../support/terraform/contact-centre';
import type { SettingsPatch } from '../support/emulator/test-emulator';

/** A change that is interrupted: from what, to what, and in what kind of world. */
export interface Scenario {
  readonly name: string;
  /** Answers that AWS does not document; the documented or likely ones where absent. */
  readonly answers?: SettingsPatch['answers'];
  /** Applied without interruption first. */
  readonly before: Declaration;
  /** What somebody else does after that. */
  readonly outside?: (client: ConnectClient, idOf: (name: string) => string) => Promise<void>;
  /** Whether users are replaced, the old account first, who are in groups that nobody declares. @default false */
  readonly handsOnMemberships?: boolean;
  /** Who is on a contact for a moment when the change begins. */
  readonly atWork?: readonly string[];
  /** What is applied while interruptions come. */
  readonly after: Declaration;
  /** Whether the command that is interrupted is `terraform apply -destroy`. */
  readonly destroy?: boolean;
}
