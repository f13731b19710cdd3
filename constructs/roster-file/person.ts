/** A person, in the words of Amazon Connect; what a file leaves empty is absent. */
export interface PersonFields {
  /** The user name. */
  readonly name: string;
  /** The user name that this person had before: the plan shows one user who is replaced, not two strangers. */
  readonly renamedFrom?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  /** Of a SCIM export: its e-mail address, as instances that use SAML refuse `email`. */
  readonly secondaryEmail?: string;
  readonly mobile?: string;
  /** The name, id or ARN of the routing profile. */
  readonly routingProfile?: string;
  /** The names, ids or ARNs of the security profiles. */
  readonly securityProfiles?: readonly string[];
  /** The path from the top, id or ARN of the hierarchy group. */
  readonly hierarchyGroup?: string | readonly string[];
  readonly phoneType?: 'SOFT_PHONE' | 'DESK_PHONE';
  /** In E.164 form; of a desk phone only. */
  readonly deskPhoneNumber?: string;
  readonly autoAccept?: boolean;
  /** Seconds; 0 is without limit. */
  readonly afterContactWorkTimeLimit?: number;
  readonly persistentConnection?: boolean;
  /** The names, ids or ARNs of traffic distribution groups. */
  readonly groups?: readonly string[];
  /** Levels by predefined attribute and value. */
  readonly proficiencies?: Readonly<Record<string, Readonly<Record<string, Level>>>>;
  readonly tags?: Readonly<Record<string, string>>;
}

/** A level of a proficiency: 5 is the best. */
export type Level = 1 | 2 | 3 | 4 | 5;

/** What a column can hold. */
export type RosterField = keyof PersonFields;

export interface RosterPerson extends PersonFields {
  /** Where the file declares the person, from 1. */
  readonly line: number;
  /** The other columns that the program named, as texts; "" where one is empty. */
  readonly others: Readonly<Record<string, string>>;
}
