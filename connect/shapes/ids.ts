import type { Id } from '../gateway';

/** The id in an answer, which the service may also give as an ARN: its last part. */
export const idIn = (idOrArn: string): Id => idOrArn.slice(idOrArn.lastIndexOf('/') + 1) as Id;

/** The Region inside an ARN. */
export const regionOfArn = (arn: string): string | undefined => arn.split(':')[3] || undefined;
