import type { SettingsPatch } from '../../emulator/settings';
import type { Body, Declaration } from '../support/terraform/contact-centre';
import type { Outside } from './outside';

/** The id of the user of that name. */
export type IdOf = (name: string) => string;

/** Some time in the life of a resource. */
export interface Life {
  readonly name: string;
  readonly settings?: SettingsPatch;
  /** Of the provider. */
  readonly provider?: Body;
  /** Declared and applied before. */
  readonly before?: (idOf: IdOf) => Declaration;
  /** Of the state after `before`, nothing is left. */
  readonly forgotten?: boolean;
  /** What others do then. */
  readonly outside?: (outside: Outside, idOf: IdOf) => void;
  /** Whether the user hands a membership that nobody declares on to its successor. */
  readonly handsOnMembership?: boolean;
  /** The user who is on a contact for a moment when that happens. */
  readonly atWork?: string;
  readonly declared: (idOf: IdOf) => Declaration;
  readonly run: 'plan' | 'apply';
}
