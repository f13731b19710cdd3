/** How to reach Amazon Connect: the connection half of the provider's configuration, plain data. */
export interface Connection {
  /** @default the AWS SDK's own chain (AWS_REGION, the profile) */
  readonly region?: string;
  readonly profile?: string;
  readonly accessKey?: string;
  readonly secretKey?: string;
  readonly token?: string;
  readonly assumeRole?: AssumeRole;
  /** Of another server that speaks Connect's wire protocol, such as the emulator. */
  readonly endpoint?: string;
  /** Tries of one call after a failure that may pass, throttling excepted. @default 8 */
  readonly maxRetries?: number;
  /** Applies to what `operationRates` does not say of an operation. @default 2/s, burst 5 */
  readonly rate?: Partial<Rate>;
  readonly operationRates?: Readonly<Record<string, Partial<Rate>>>;
  /** @default 'bulk' */
  readonly refreshMode?: RefreshMode;
  /** Tells the service who calls, `cdktf-amazon-connect/0.1.0 terraform/1.11.4`. */
  readonly userAgent?: string;
}

/**
 * How what exists is read again: `exact` reads each thing by itself; `bulk` lets lists that all readers share
 * confirm what did not change.
 */
export type RefreshMode = 'bulk' | 'exact';

export interface AssumeRole {
  readonly roleArn: string;
  readonly sessionName?: string;
  readonly externalId?: string;
  /** Seconds, 900 to 43200. @default 3600 */
  readonly durationSeconds?: number;
}

export interface Rate {
  readonly requestsPerSecond: number;
  readonly burst: number;
}

/** How AWS names its Regions, in every partition: `us-east-1`, `us-gov-west-1`, `eusc-de-east-1`. Names become part of a host name. */
export const REGION_NAME = /^[a-z]{2,}(-[a-z]+)+-\d+$/;

/** Whether a host is this computer. */
export const isLoopback = (host: string): boolean => /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/i.test(host);

/** Plain http to another computer: anyone on the network path could read passwords and secret keys. */
export function isInsecure(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !isLoopback(hostname);
}

/** What Amazon Connect grants by default: per operation, account and Region. */
export const DEFAULT_RATE: Rate = { requestsPerSecond: 2, burst: 5 };
