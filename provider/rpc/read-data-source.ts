import { type Diagnostic, hasErrors } from '../../custom-resources/contract/diagnostic';
import { methods, unary } from './rpc';

/** `terraform destroy` reads data sources first, and what they look for may be gone already. */
const withWayOut = (diagnostic: Diagnostic): Diagnostic => ({
  ...diagnostic,
  detail: `${diagnostic.detail}\n\nTo destroy without reading it, add -refresh=false to the command.`,
});

export const readDataSource = unary(methods.readDataSource, async (request, call) => {
  const { dataSource, shape } = call.instance.dataSource(request.typeName);
  const config = call.decodeObject(shape, request.config);
  const { state, diagnostics = [] } = await dataSource.read(config, call.context());
  if (!state && !hasErrors(diagnostics)) throw new Error('read returned neither a state nor an error');
  return {
    state: shape.encode(state),
    diagnostics: call.tell(call.instance.command() === 'destroy' ? diagnostics.map(withWayOut) : diagnostics, shape),
  };
});
