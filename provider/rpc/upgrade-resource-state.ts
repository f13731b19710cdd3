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
    const { shape } = instance.resource(request.typeName);
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
