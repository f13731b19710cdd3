/** An id of a user or a group that the service may also give as an ARN: its last part. */
export const bareId = (idOrArn: string): string => idOrArn.slice(idOrArn.lastIndexOf('/') + 1);

/** The Region inside an ARN. */
export const regionOfArn = (arn: string): string | undefined => arn.split(':')[3] || undefined;
