import type { ConnectUserConfig } from '../gen/user';
import type { Level } from '../roster-file/person';
import type { ContactCentre } from './contact-centre';
import type { Duration } from './duration';
import type { Phone } from './phone';
import type { IHierarchyGroup, IRoutingProfile, ISecurityProfile, ITrafficDistributionGroup } from './things';

/** Levels by predefined attribute and value, such as `{ 'connect:Language': { 'connect:German': 4 } }`. */
export type Proficiencies = Readonly<Record<string, Readonly<Record<string, Level>>>>;

/** What is said of an agent in words of its own; all else is as in a `ConnectUser`. */
export type Reworded =
  | 'instanceId'
  | 'identityInfo'
  | 'phoneConfig'
  | 'routingProfileId'
  | 'securityProfileIds'
  | 'hierarchyGroupId'
  | 'proficiency'
  | 'drainOnDelete'
  | 'count'
  | 'forEach';

/** What there is to say about an agent beside the contact centre. */
export interface AgentDetails extends Omit<ConnectUserConfig, Reworded> {
  /** The first name, 1 to 255 characters. Instances that use SAML, and those that Connect manages, ask for it. */
  readonly firstName?: string | undefined;
  /** The last name, 1 to 300 characters. Instances that use SAML, and those that Connect manages, ask for it. */
  readonly lastName?: string | undefined;
  /** The e-mail address. Instances that use SAML refuse it. */
  readonly email?: string | undefined;
  /** A second e-mail address, for notifications, up to 265 characters. */
  readonly secondaryEmail?: string | undefined;
  /** The mobile phone number, in E.164 form. */
  readonly mobile?: string | undefined;
  /** The routing profile: its name, its id or ARN, or an object. */
  readonly routingProfile: string | IRoutingProfile;
  /** The security profiles, 1 to 10: their names, ids or ARNs, or objects; or one token for a list of ids. */
  readonly securityProfiles: readonly (string | ISecurityProfile)[];
  /**
   * The hierarchy group: its path from the top, as "EMEA/Berlin" or `['EMEA', 'Berlin']`, its id or ARN, or an object.
   * @default - none
   */
  readonly hierarchyGroup?: string | readonly string[] | IHierarchyGroup | undefined;
  /**
   * The phone, with the same settings for all channels.
   * @default - as in the blocks per channel (`autoAcceptConfig` ...), else a soft phone
   */
  readonly phone?: Phone | undefined;
  /**
   * How long a deletion of the user waits until the agent has finished its contacts: less than `timeouts.delete`, which is 20 minutes by default.
   * Deploy it before the deployment that deletes the user.
   * @default - the deletion does not wait
   */
  readonly drainOnDelete?: Duration | undefined;
  /**
   * What the agent is good at, up to 10. Synth fails on more.
   * @default - left to others, and not read
   */
  readonly proficiencies?: Proficiencies | undefined;
  /**
   * The traffic distribution groups that the agent joins: names, ids or ARNs, or objects.
   * @default - none; `joins` adds to them
   */
  readonly groups?: readonly (string | ITrafficDistributionGroup)[] | undefined;
}

export interface AgentProps extends AgentDetails {
  /** Where the agent works. */
  readonly contactCentre: ContactCentre;
}
