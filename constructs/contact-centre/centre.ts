import type { TerraformProvider } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { Lookups } from './lookups';

/** What agents and groups ask of their contact centre. */
export interface Centre extends IConstruct {
  /** The provider that agents get who name none: another stack than that of the contact centre has its own. */
  providerFor(user: IConstruct): TerraformProvider | undefined;
  /** What things are looked up with, for a construct of any stack; with its provider, unless another is given. */
  lookups(user: IConstruct, provider?: TerraformProvider): Lookups;
}
