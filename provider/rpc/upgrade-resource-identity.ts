import { ValueError } from '../codec/value-shape';
import { UpgradeResourceIdentity_Request, UpgradeResourceIdentity_Response } from '../proto/gen/tfplugin6';
import { Refusal } from './refusal';
import { unary } from './unary';

export const upgradeResourceIdentity = unary({
  name: 'UpgradeResourceIdentity',
  request: UpgradeResourceIdentity_Request,
  response: UpgradeResourceIdentity_Response,
  handle: ({ typeName, version, rawIdentity }, { instance }) => {
    const { identity } = instance.resource(typeName);
    try {
      return { upgradedIdentity: identity.upgrade(rawIdentity), diagnostics: [] };
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      throw new Refusal(
        `The identity of a ${typeName} cannot be read`,
        `It was written for version ${version} of its schema and does not fit this version of the provider: ${error.message}. ` +
          'Use the version of the provider that wrote it, or remove the resource from the state and import it again.',
      );
    }
  },
  failed: (diagnostics) => ({ diagnostics }),
});
