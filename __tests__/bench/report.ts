/** What a benchmark tells: rows of one table, and goals that were met or not. Pure data. */

export interface Row {
  readonly measured: string;
  /** How many resources the row is about. */
  readonly size?: number;
  readonly wallS?: number;
  /** Of the wall time to that of what the notes name. */
  readonly ratio?: number;
  readonly calls?: number;
  readonly throttled?: number;
  /** Seconds that a quota of 2 requests a second, 5 at once, takes at least for the calls of the row. */
  readonly quotaS?: number;
  /** Of all provider processes of the command together. */
  readonly cpuS?: number;
  /** Of the largest provider process. */
  readonly peakMb?: number;
  /** Shown below the row. */
  readonly notes?: readonly string[];
}

export interface Goal {
  readonly goal: string;
  readonly measured: string;
  readonly met: boolean;
}

export interface Chapter {
  readonly name: string;
  readonly title: string;
  readonly rows: Row[];
}

export interface Report {
  readonly machine: string;
  readonly chapters: Chapter[];
  readonly goals: Goal[];
}
