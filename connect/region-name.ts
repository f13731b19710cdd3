/** How AWS names its Regions, in every partition: `us-east-1`, `us-gov-west-1`, `eusc-de-east-1`. Names become part of a host name. */
export const REGION_NAME = /^[a-z]{2,}(-[a-z]+)+-\d+$/;
