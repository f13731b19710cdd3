import type { Diagnostic } from '../../custom-resources/contract/diagnostic';
import { Diagnostic_Severity, type Diagnostic as ProtocolDiagnostic } from '../proto/gen/tfplugin6';
import type { Shape } from './shape';

/** `shape` is of the configuration that paths point into; without it, diagnostics are about the whole. */
export const encodeDiagnostics = (diagnostics: readonly Diagnostic[], shape?: Shape): ProtocolDiagnostic[] =>
  diagnostics.map(({ severity, summary, detail, path }) => ({
    severity: severity === 'error' ? Diagnostic_Severity.ERROR : Diagnostic_Severity.WARNING,
    summary,
    detail,
    attribute: shape && path && path.length > 0 ? shape.path(path) : undefined,
  }));
