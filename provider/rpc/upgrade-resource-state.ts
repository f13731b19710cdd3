import { ValueError } from '../codec/value-shape';
import { UpgradeResourceState_Request, UpgradeResourceState_Response } from '../proto/gen/tfplugin6';
import { Refusal } from './refusal';
import { unary } from './unary';

/** Terraform sends every state through this, of today's schema or not, each time it loads one. */
export const upgradeResourceState = unary({
  name: 'UpgradeResourceState',
  request: UpgradeResourceState_Request,
  response: UpgradeResourceState_Response,
  handle: (request, { instance }) => {
    const { resource, shape } = instance.resource(request.typeName);
    if (request.version > resource.schema.version) throw tooNew(request, resource.schema.version);
    try {
      return { upgradedState: shape.upgrade(request.rawState), diagnostics: [] };
    } catch (error) {
      throw error instanceof ValueError ? unreadable(request, error) : error;
    }
  },
  failed: (diagnostics) => ({ upgradedState: undefined, diagnostics }),
});

const unreadable = ({ typeName, version }: UpgradeResourceState_Request, { message }: ValueError): Refusal =>
  new Refusal(
    `The state of a ${typeName} cannot be read`,
    `It was written for version ${version} of the schema and does not fit this version of the provider: ${message}. ` +
      'Use the version of the provider that wrote it, or remove the resource from the state and import it again.',
  );

const tooNew = ({ typeName, version }: UpgradeResourceState_Request, known: number): Refusal =>
  new Refusal(
    `The state of a ${typeName} is newer than this provider`,
    `It was written for version ${version} of the schema, and this version of the provider knows none above ${known}. ` +
      'Use the version of cdktf-amazon-connect that wrote it, or a later one. Nothing was changed.',
  );
