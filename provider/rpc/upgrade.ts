import { ValueError } from '../codec/value-shape';
import { Refusal } from './refusal';
import { methods, unary } from './rpc';

/** Terraform sends every state through this, of today's schema or not, each time it loads one. */
export const upgradeResourceState = unary(methods.upgradeResourceState, ({ typeName, version, rawState }, { instance }) => {
  const { resource, shape, identity } = instance.resource(typeName);
  const { version: known } = resource.schema;
  if (version > known)
    throw new Refusal(
      `The state of a ${typeName} is newer than this provider`,
      `The state has version ${version} of the schema. This version of the provider reads versions up to ${known}. ` +
        'Use the version of cdktf-amazon-connect that wrote it, or a later one. Nothing was changed.',
    );
  try {
    const upgradedState = shape.upgrade(rawState);
    const missing = identity.missingIn(shape.decode(upgradedState));
    if (missing.length > 0)
      throw new Refusal(
        `The state of a ${typeName} cannot be read`,
        `The state has no ${missing.join(', no ')}. The provider never writes such a state: most likely it was edited by hand. ` +
          'Add what is missing, or remove the resource from the state ("terraform state rm ADDRESS") and import it.',
      );
    return { upgradedState, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw new Refusal(
      `The state of a ${typeName} cannot be read`,
      `It was written for version ${version} of the schema and does not fit this version of the provider: ${error.message}. ` +
        'Use the version of the provider that wrote it, or remove the resource from the state and import it again.',
    );
  }
});

export const upgradeResourceIdentity = unary(methods.upgradeResourceIdentity, ({ typeName, version, rawIdentity }, { instance }) => {
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
});
