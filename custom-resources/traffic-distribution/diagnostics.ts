import type { Failure } from '../../connect/failure';
import type { TrafficDistributionGroup } from '../../connect/gateway';
import { type Diagnostic, errorAt, warningAt } from '../contract/diagnostic';
import { isArn } from '../values/identifiers';
import type { ByRegion, Part } from './shares';

const GROUP = ['traffic_distribution_group_id'];

export const groupMissing = (group: string, region: string): Diagnostic =>
  errorAt(
    GROUP,
    `No traffic distribution group ${group}`,
    `Amazon Connect knows no such group in ${region}. ${
      isArn(group)
        ? 'Check the ARN.'
        : 'A group is known by its bare id in its home Region alone, and the provider is configured for this one: check the id, or give the ARN of the group.'
    }`,
  );

export const groupNotActive = (group: string, status: string): Diagnostic =>
  errorAt(
    GROUP,
    `The traffic distribution group is ${status}`,
    `The shares of ${group} change only while it is ACTIVE. ${
      status.endsWith('_IN_PROGRESS')
        ? 'It did not become so within the timeout: run apply again, or declare a longer "timeouts" block.'
        : 'This does not pass by itself: repair or replace the group, then run apply again.'
    }`,
  );

export const sharesNotTold = (group: string, status: string): Diagnostic => ({
  severity: 'error',
  summary: `Reading the shares of the traffic distribution group ${group} failed: the group is ${status}`,
  detail: `The group is ${status}, and Amazon Connect tells the shares of a group only while it is ACTIVE. It did not become so within four minutes. Most likely somebody else changes it: run the command again later.`,
});

export const otherRegions = (group: string, regions: readonly string[]): Diagnostic =>
  errorAt(
    [],
    'The declared Regions are not those of the group',
    `The traffic of ${group} is shared between ${regions.join(' and ')}, and each part that is declared has to name both. Correct the "region" of the blocks.`,
  );

export const notTheDefaultGroup = ({ id, name }: Pick<TrafficDistributionGroup, 'id' | 'name'>): Diagnostic =>
  errorAt(
    ['sign_in'],
    'Sign-ins belong to the default group',
    `"${name}" (${id}) is another group: Amazon Connect has sign-ins of the default group alone, for all agents of the instance. Remove the "sign_in" blocks here, and declare them for the default group.`,
  );

export const stillMoving = (group: string, status: string): Diagnostic => ({
  severity: 'error',
  summary: `The traffic distribution group is ${status} after its shares were changed`,
  detail: `Amazon Connect took the new shares of ${group}; whether they are in force is not known. Look at the group in the Connect console, or run "terraform plan" again, which reads them.`,
});

/** AWS advises to call in the Region that should handle the traffic. */
export const wentElsewhere = (group: string, { operation, region: wanted, code, message }: Failure, region: string): Diagnostic => ({
  severity: 'warning',
  summary: `The shares were changed in ${region}, since ${wanted} did not answer`,
  detail: `${operation} in ${wanted} answered ${code}: ${message}\n\nAWS advises to change shares in the Region that is to handle the traffic. The change of ${group} was made in ${region} instead. Make sure that ${wanted} can take what it was given.`,
});

const NOUN: Readonly<Record<Part, string>> = { telephony: 'telephone traffic', agent: 'agents', sign_in: 'sign-ins' };

export interface Difference {
  readonly part: Part;
  readonly live: ByRegion;
  readonly declared: ByRegion;
}

const told = (values: ByRegion): string =>
  Object.entries(values)
    .map(([region, value]) => `${region} ${typeof value === 'number' ? `${value} %` : value ? 'on' : 'off'}`)
    .sort()
    .join(', ');

const listed = (differences: readonly Difference[]): string =>
  differences.map(({ part, live, declared }) => `  - ${NOUN[part]}: ${told(live)}; declared: ${told(declared)}`).join('\n');

/** Terraform shows what a new resource sets, and not what is there. */
export const shiftedByNew = (group: string, differences: readonly Difference[]): Diagnostic =>
  warningAt(
    [],
    'A new resource shifts traffic',
    `The state does not know how traffic of ${group} is shared, so the plan does not show from where apply shifts it:\n${listed(differences)}\nIf operators shifted it, as in a failover, and it is to stay so, declare what is there.`,
  );

export const leftAsTheyAre = (group: string, differences: readonly Difference[]): Diagnostic =>
  warningAt(
    [],
    'Traffic is shared otherwise than declared',
    `Somebody shifted traffic of ${group} outside Terraform, as operators do in a failover, so it is left as it is:\n${listed(differences)}\nTo keep it so, declare what is there. To shift it back, run apply with -replace=ADDRESS once, or set enforce = true.`,
  );

export interface Shifted extends Difference {
  /** What there was as the plan knows it. */
  readonly planned: ByRegion;
}

export const shiftedSincePlan = (group: string, shifted: readonly Shifted[]): Diagnostic =>
  errorAt(
    [],
    'Traffic was shifted since the plan',
    `Somebody shifted traffic of ${group} outside Terraform, as operators do in a failover, and the plan does not know of it. So nothing was changed:\n${shifted
      .map(
        ({ part, live, planned, declared }) =>
          `  - ${NOUN[part]}: ${told(live)}; as the plan knows it: ${told(planned)}; declared: ${told(declared)}`,
      )
      .join(
        '\n',
      )}\nTo keep it so, declare what is there. To shift it as declared, plan again, without -refresh=false: that plan shows what there is, and its apply changes it.`,
  );

export const callsFindNobody = (group: string, regions: readonly string[]): Diagnostic =>
  warningAt(
    ['telephony'],
    'Calls will arrive where no agents are',
    `After apply, ${regions.join(' and ')} takes telephone traffic of ${group} and none of its agents. Amazon Connect then sends calls to the Region, and nobody is there to take them, unless the instance routes contacts across Regions. Shift agents together with telephone traffic: declare "agent" blocks too.`,
  );
