/* Agents as administrators speak of them: with names instead of ids, above the generated classes and made of them. */
export { Agent } from './agent';
export type { AgentGroup } from './agent-group';
export type { AgentDetails, AgentProps, Proficiencies } from './agent-props';
export { ContactCentre, type ContactCentreOptions } from './contact-centre';
export { Duration } from './duration';
export type { Centre, Lookups } from './lookups';
export { MaxSecurityProfiles, RequireDeletionProtection } from './policies';
export { Phone, type PhoneOptions } from './phone';
export { Roster, type RosterAgents, type RosterProps, type RosterStacksProps } from './roster';
export type { PeopleFileProps } from './people-file';
export type { IHierarchyGroup, IInstance, IRoutingProfile, ISecurityProfile, ITrafficDistributionGroup, IUser } from './things';
export type { Level as ProficiencyLevel, PersonFields, RosterField, RosterPerson } from '../roster-file/person';
export type { RosterFormat } from '../roster-file/read-roster';
