/*
 * The constructs: what programs import. This folder knows CDKTF and the schemas of the custom
 * resources, and nothing of how they are applied: neither the provider nor the AWS SDK. The classes
 * of resources and data sources are generated.
 */
export { ConnectProvider } from './connect-provider';
export * from './contact-centre';
export type { Expression } from './expression';
export * from './gen';
