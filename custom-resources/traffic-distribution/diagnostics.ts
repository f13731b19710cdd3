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
        : 'The provider is configured for this Region, and only the home Region of a group knows it by its bare id. Check the id, or give the ARN of the group.'
    }`,
  );

export const groupNotActive = (group: string, status: string): Diagnostic =>
  errorAt(
    GROUP,
    `The traffic distribution group is ${status}`,
    `The shares of ${group} can change only while the group is ACTIVE. ${
      status.endsWith('_IN_PROGRESS')
        ? 'It did not become ACTIVE within the timeout: run apply again, or declare a longer "timeouts" block.'
        : 'This does not pass by itself: repair or replace the group, then run apply again.'
    }`,
  );

export const sharesNotTold = (group: string, status: string): Diagnostic => ({
  severity: 'error',
  summary: `Reading the shares of the traffic distribution group ${group} failed: the group is ${status}`,
  detail: `The group is ${status}. Amazon Connect gives the shares of a group only while it is ACTIVE, and it did not become ACTIVE within four minutes. Most likely somebody else is changing it: run the command again later.`,
});

export const otherRegions = (group: string, regions: readonly string[]): Diagnostic =>
  errorAt(
    [],
    'The declared Regions are not those of the group',
    `The traffic of ${group} is shared between ${regions.join(' and ')}. Each declared part has to name both Regions. Correct "region" in the blocks.`,
  );

export const notTheDefaultGroup = ({ id, name }: Pick<TrafficDistributionGroup, 'id' | 'name'>): Diagnostic =>
  errorAt(
    ['sign_in'],
    'Sign-ins belong to the default group',
    `"${name}" (${id}) is not the default group. Only the default group distributes sign-ins, and it does so for all agents of the instance. Remove the "sign_in" blocks here, and declare them for the default group.`,
  );

export const stillMoving = (group: string, status: string): Diagnostic => ({
  severity: 'error',
  summary: `The traffic distribution group is ${status} after its shares were changed`,
  detail: `Amazon Connect took the new shares of ${group}. It is not known whether they are in force. Check the group in the Connect console, or run "terraform plan" again: it reads the shares.`,
});

/** AWS advises to call in the Region that should handle the traffic. */
export const wentElsewhere = (group: string, { operation, region: wanted, code, message }: Failure, region: string): Diagnostic => ({
  severity: 'warning',
  summary: `The shares were changed in ${region}, since ${wanted} did not answer`,
  detail: `${operation} in ${wanted} answered ${code}: ${message}\n\nAWS advises to change shares in the Region that is to handle the traffic. The shares of ${group} were changed in ${region} instead. Make sure that ${wanted} can handle the traffic that it now gets.`,
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
    `The state does not hold the present shares of ${group}, so the plan does not show from where apply shifts traffic:\n${listed(differences)}\nIf operators shifted the traffic, as in a failover, and it is to stay where it is, declare the present shares.`,
  );

export const leftAsTheyAre = (group: string, differences: readonly Difference[]): Diagnostic =>
  warningAt(
    [],
    'Traffic is shared otherwise than declared',
    `Somebody shifted traffic of ${group} outside Terraform, as operators do in a failover. Apply leaves it as it is:\n${listed(differences)}\nTo keep it there, declare the present shares. To shift it back, run apply with -replace=ADDRESS once, or set enforce = true.`,
  );

export interface Shifted extends Difference {
  /** What there was as the plan knows it. */
  readonly planned: ByRegion;
}

export const shiftedSincePlan = (group: string, shifted: readonly Shifted[]): Diagnostic =>
  errorAt(
    [],
    'Traffic was shifted since the plan',
    `Somebody shifted traffic of ${group} outside Terraform, as operators do in a failover. The plan does not show this, so nothing was changed:\n${shifted
      .map(
        ({ part, live, planned, declared }) =>
          `  - ${NOUN[part]}: ${told(live)}; as the plan knows it: ${told(planned)}; declared: ${told(declared)}`,
      )
      .join(
        '\n',
      )}\nTo keep it there, declare the present shares. To shift it as declared, plan again without -refresh=false: that plan shows the present shares, and its apply changes them.`,
  );

export const callsFindNobody = (group: string, regions: readonly string[]): Diagnostic =>
  warningAt(
    ['telephony'],
    'Calls will arrive where no agents are',
    `After apply, ${regions.join(' and ')} takes telephone traffic of ${group}, but none of its agents. Calls that Amazon Connect sends to the Region find no agent there, unless the instance routes contacts across Regions. To shift agents together with telephone traffic, declare "agent" blocks too.`,
  );
