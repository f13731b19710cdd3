import type { Diagnostic } from '../../custom-resources/contract/diagnostic';
import { Diagnostic_Severity, type Diagnostic as ProtocolDiagnostic } from '../proto/gen/tfplugin6';
import { printableDetail, printableSummary } from './printable';
import type { Shape } from './shape';

/**
 * The one way of a diagnostic to Terraform, whoever wrote it: a message of the service may quote the
 * request with its secrets, and names are what their authors made them.
 *
 * @param redact takes secrets out of a text
 * @param shape of the configuration that paths point into; without it, diagnostics are about the whole
 */
export const encodeDiagnostics = (
  diagnostics: readonly Diagnostic[],
  redact: (text: string) => string,
  shape?: Shape,
): ProtocolDiagnostic[] =>
  diagnostics.map(({ severity, summary, detail, path }) => ({
    severity: severity === 'error' ? Diagnostic_Severity.ERROR : Diagnostic_Severity.WARNING,
    summary: printableSummary(redact(summary)),
    detail: printableDetail(redact(detail)),
    attribute: shape && path && path.length > 0 ? shape.path(path) : undefined,
  }));
