import type { Answers } from '../../../emulator/settings';
import type { Findings, Lag, PageSize, Rows, Throttling } from '../findings';
import type { LifeReport } from '../lives/life';

/** What a run found out. Holds no id, name, address or account. */
export interface Report {
  /** Of this form of report. */
  readonly format: 1;
  /** Only the first one proves anything. */
  readonly spokeTo: 'Amazon Connect' | 'another server';
  /** In UTC, as 2026-11-21. */
  readonly day: string;
  readonly versions: { readonly package: string; readonly terraform: string; readonly node: string; readonly platform: string };
  readonly instance: {
    readonly region: string;
    /** Of its traffic distribution group. */
    readonly otherRegion?: string;
    readonly identityManagement: string;
    readonly group: 'none' | 'one that was there' | 'groups of the run';
  };
  /** Whether the run came to its end. */
  readonly outcome: 'complete' | 'stopped';
  readonly rows: Rows;
  readonly lags: readonly Lag[];
  readonly pages: readonly PageSize[];
  readonly throttling?: Throttling;
  readonly calls: { readonly sent: number; readonly throttled: number; readonly perSecondOfEachOperation: number };
  readonly remarks: readonly string[];
  readonly lives: readonly LifeReport[];
  /** What could not be removed: what kind of thing, and why. */
  readonly left: readonly string[];
}

/** All rows of docs/behaviour/undocumented-answers.md, in its order. */
export const ROW_QUESTIONS: Readonly<Record<keyof Answers, string>> = {
  reassociate: '`Associate` for a user who is a member already',
  disassociateNonMember: '`Disassociate` for a user who is no member',
  disassociateDeletedUser: '`Disassociate` for a deleted user',
  memberOfDeletedUser: 'Whether a deleted user stays in the list of members',
  memberIds: 'How `ListTrafficDistributionGroupUsers` names users',
  groupUsersPageMax: 'Its largest page',
  associateWhileUpdating: '`Associate` while the group is `UPDATE_IN_PROGRESS`',
  quickConnectUserIdAfterDelete: 'The user id in a quick connect whose user was deleted',
  deleteUserWithQuickConnect: '`DeleteUser` while quick connects point at the user',
  deleteQuickConnectInQueue: '`DeleteQuickConnect` while queues offer the quick connect',
  omittedOnUpdate: 'What updates of a user do with what a request leaves out',
  phoneStyles: 'How a user shows its phone settings',
  usernameCase: 'Whether `Foo` and `foo` may both exist',
  searchCase: 'Whether `SearchUsers` tells upper from lower case',
  userIdAsArn: 'Whether an ARN may stand for a user id',
  lastModifiedMoves: 'Which changes move `LastModifiedTime`',
};

export function gathered(findings: readonly Findings[]): Pick<Report, 'rows' | 'lags' | 'pages' | 'throttling' | 'remarks'> {
  const throttling = findings.find((one) => one.throttling)?.throttling;
  return {
    rows: Object.assign({}, ...findings.map(({ rows }) => rows)) as Rows,
    lags: findings.flatMap(({ lags = [] }) => lags),
    pages: findings.flatMap(({ pages = [] }) => pages),
    ...(throttling && { throttling }),
    remarks: findings.flatMap(({ remarks = [] }) => remarks),
  };
}
