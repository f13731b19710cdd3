import { GetFunctions_Request, GetFunctions_Response } from '../proto/gen/tfplugin6';
import { unary } from './unary';

/** The provider has no functions; saying so spares Terraform an error. */
export const getFunctions = unary({
  name: 'GetFunctions',
  request: GetFunctions_Request,
  response: GetFunctions_Response,
  handle: () => ({ diagnostics: [] }),
  failed: (diagnostics) => ({ diagnostics }),
});
