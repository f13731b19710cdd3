/** How AWS names its Regions, in every partition: `us-east-1`, `us-gov-west-1`, `eusc-de-east-1`. */
export const REGION = /^[a-z]{2,}(-[a-z]+)+-\d+$/;
