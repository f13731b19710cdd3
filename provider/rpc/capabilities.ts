import type { ServerCapabilities } from '../proto/gen/tfplugin6';

/** What Terraform may ask of us beyond the protocol's first version. */
export const SERVER_CAPABILITIES: ServerCapabilities = {
  planDestroy: true,
  getProviderSchemaOptional: true,
  moveResourceState: true,
};
