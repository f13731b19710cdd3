import {
  AGENT_TRANSFER_FLOW_ID,
  BASIC_ROUTING_PROFILE_ID,
  AGENT_SECURITY_PROFILE_ID,
  demo,
  INSTANCE_ID,
  MANAGED_INSTANCE_ID,
  MANAGED_ROUTING_PROFILE_ID,
  MANAGED_SECURITY_PROFILE_ID,
  TEAM_GROUP_ID,
} from '../../emulator/seed/demo';
import { quickConnect } from '../../emulator/seed/fill';
import type { WorldRecord } from '../../emulator/state/world';
import { randomUUID } from 'node:crypto';
import type { Agent } from './agents';

/** An instance that agents can be in, as their declarations name it. */
export interface Home {
  readonly instanceId: string;
  readonly routingProfileId: string;
  readonly securityProfileId: string;
  /** Whether its users may have e-mail addresses. */
  readonly emails: boolean;
}

/** Keeps its own users: e-mail addresses, but no traffic distribution groups. */
export const MANAGED: Home = {
  instanceId: MANAGED_INSTANCE_ID,
  routingProfileId: MANAGED_ROUTING_PROFILE_ID,
  securityProfileId: MANAGED_SECURITY_PROFILE_ID,
  emails: true,
};
/** The source of a resilient pair, whose users come from an identity provider. */
export const SAML: Home = {
  instanceId: INSTANCE_ID,
  routingProfileId: BASIC_ROUTING_PROFILE_ID,
  securityProfileId: AGENT_SECURITY_PROFILE_ID,
  emails: false,
};

export const GROUP_ID = TEAM_GROUP_ID;

export interface Population {
  readonly home: Home;
  readonly agents: readonly Agent[];
  /** Whether all are members of the group. */
  readonly members?: boolean;
  /** @default the group of the benchmarks */
  readonly group?: string;
  /** Whether a quick connect points at each. */
  readonly quickConnects?: boolean;
}

/** An hour ago: nothing of this population is new to a state that knows it. */
const SINCE = Date.now() - 3_600_000;

/** The demo's contact centres with more agents, as the emulator keeps them. */
export function worldOf(...populations: readonly Population[]): WorldRecord {
  const world = demo();
  for (const { home, agents, members, group = GROUP_ID, quickConnects } of populations) {
    const instance = world.instance(home.instanceId);
    if (!instance) throw new Error(`The demo has no instance ${home.instanceId}.`);
    const modified = { LastModifiedTime: SINCE, LastModifiedRegion: instance.facts.homeRegion };
    const stamp = { at: SINCE, region: instance.facts.homeRegion, lag: 0, mirrorLag: 0 };
    for (const agent of agents) {
      instance.users.put(
        agent.userId,
        {
          Username: agent.username,
          IdentityInfo: { FirstName: agent.firstName, LastName: agent.lastName, ...(home.emails && { Email: agent.email }) },
          PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: true, AfterContactWorkTimeLimit: 30 },
          RoutingProfileId: home.routingProfileId,
          SecurityProfileIds: [home.securityProfileId],
          Tags: { team: agent.team },
          Proficiencies: [],
          ProficienciesModified: modified,
          ...modified,
        },
        stamp,
      );
      if (members) instance.membersOf(group).put(agent.userId, {}, stamp);
      const config = { QuickConnectType: 'USER', UserConfig: { UserId: agent.userId, ContactFlowId: AGENT_TRANSFER_FLOW_ID } };
      if (quickConnects)
        instance.quickConnects.put(
          randomUUID(),
          { ...quickConnect(`${agent.firstName} ${agent.lastName} ${agent.username}`, config), ...modified },
          stamp,
        );
    }
  }
  return world.toRecord(SINCE);
}
