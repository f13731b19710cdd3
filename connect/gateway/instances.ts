import type { Outcome } from '../failure';
import type { Id } from './common';

export interface Instance {
  readonly id: Id;
  readonly arn: string;
  readonly identityManagement: 'SAML' | 'CONNECT_MANAGED' | 'EXISTING_DIRECTORY';
  /** Set for an instance that is replicated: its source Region. */
  readonly sourceRegion?: string;
  /** All Regions that hold the instance, source and replicas. */
  readonly regions: readonly string[];
  readonly alias?: string;
  /** ACTIVE, CREATION_IN_PROGRESS, CREATION_FAILED */
  readonly status?: string;
  readonly inboundCalls?: boolean;
  readonly outboundCalls?: boolean;
  readonly accessUrl?: string;
  /** The ARN of the role. */
  readonly serviceRole?: string;
  /** Milliseconds since the epoch. */
  readonly createdAt?: number;
  /** Of an instance that is replicated. */
  readonly globalSignInEndpoint?: string;
}

/** An instance as ListInstances shows it. */
export type ListedInstance = Pick<Instance, 'id' | 'alias'>;

export interface Instances {
  /** DescribeInstance, once per process. */
  find(instanceId: Id, region?: string): Promise<Outcome<Instance | undefined>>;
  /** ListInstances, all pages, once per process: the instances of the account in a Region. */
  list(region?: string): Promise<Outcome<readonly ListedInstance[]>>;
}
