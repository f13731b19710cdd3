import { type Diagnostic, hasErrors, withOwn } from '../../custom-resources/contract/diagnostic';
import { brieflyIfToldBefore } from './in-common';
import { methods, unary } from './rpc';

/** `terraform destroy` reads data sources first, and what they look for may be gone already. */
const withWayOut = (diagnostic: Diagnostic): Diagnostic =>
  withOwn(diagnostic, 'To destroy without reading it, add -refresh=false to the command.');

export const readDataSource = unary(methods.readDataSource, async (request, call) => {
  const { dataSource, shape } = call.instance.dataSource(request.typeName);
  const config = call.decodeObject(shape, request.config);
  const { state, diagnostics: found = [] } = await dataSource.read(config, call.context());
  if (!state && !hasErrors(found)) throw new Error('read returned neither a state nor an error');
  const diagnostics = call.instance.command() === 'destroy' ? found.map(withWayOut) : found;
  return { state: shape.encode(state), diagnostics: call.tell(brieflyIfToldBefore(diagnostics, call.instance.ledger), shape) };
});
