import { hasErrors } from '../../custom-resources/contract/diagnostic';
import { parseState } from '../codec/json-state';
import { isObject } from '../codec/value-shape';
import { encodePrivate } from './private-data';
import { Refusal } from './refusal';
import { methods, unary } from './rpc';

export const moveResourceState = unary(
  methods.moveResourceState,
  ({ sourceProviderAddress, sourceTypeName, sourceState, targetTypeName }, call) => {
    const { resource, shape } = call.instance.resource(targetTypeName);
    const state = parseState(sourceState?.json ?? Buffer.from('null'));
    const moved = isObject(state) && resource.moveState?.({ provider: sourceProviderAddress, type: sourceTypeName, state });
    if (!moved)
      throw new Refusal(
        `Cannot move ${sourceTypeName} to ${targetTypeName}`,
        `The state of a ${sourceTypeName} of ${sourceProviderAddress} lacks values that a ${targetTypeName} needs. ` +
          `Delete the moved block. Remove the old resource from the state with a removed block (destroy = false), ` +
          `and import the object as ${targetTypeName}.`,
      );
    call.keepSecrets(shape, moved.state);
    const { diagnostics = [] } = moved;
    if (!moved.state && !hasErrors(diagnostics)) throw new Error('moveState returned neither a state nor an error');
    return {
      targetState: shape.encode(moved.state),
      targetPrivate: encodePrivate({ data: moved.private ?? {} }),
      diagnostics: call.tell(diagnostics),
    };
  },
);
