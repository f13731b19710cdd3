import { hasErrors } from '../../custom-resources/contract/diagnostic';
import { parseState } from '../codec/json-state';
import { isObject } from '../codec/value-shape';
import { MoveResourceState_Request, MoveResourceState_Response } from '../proto/gen/tfplugin6';
import { encodePrivate } from './private-data';
import { Refusal } from './refusal';
import { unary } from './unary';

export const moveResourceState = unary({
  name: 'MoveResourceState',
  request: MoveResourceState_Request,
  response: MoveResourceState_Response,
  handle: (request, call) => {
    const { resource, shape } = call.instance.resource(request.targetTypeName);
    const state = parseState(request.sourceState?.json ?? Buffer.from('null'));
    const moved =
      isObject(state) &&
      resource.moveState?.({
        provider: request.sourceProviderAddress,
        type: request.sourceTypeName,
        schemaVersion: request.sourceSchemaVersion,
        state,
      });
    if (!moved) throw cannotMove(request);
    call.keepSecrets(shape, moved.state);
    const { diagnostics = [] } = moved;
    if (!moved.state && !hasErrors(diagnostics)) throw new Error('moveState returned neither a state nor an error');
    return {
      targetState: shape.encode(moved.state),
      targetPrivate: encodePrivate(moved.private ?? {}),
      diagnostics: call.tell(diagnostics),
    };
  },
  failed: (diagnostics) => ({ targetState: undefined, targetPrivate: new Uint8Array(), diagnostics }),
});

const cannotMove = ({ sourceProviderAddress, sourceTypeName, targetTypeName }: MoveResourceState_Request): Refusal =>
  new Refusal(
    `Cannot move ${sourceTypeName} to ${targetTypeName}`,
    `The state of a ${sourceTypeName} of ${sourceProviderAddress} does not tell what a ${targetTypeName} needs. ` +
      `Replace the moved block: remove the old resource from the state with a removed block (destroy = false), ` +
      `and import the object as ${targetTypeName}.`,
  );
