import type { Diagnostic } from '../../custom-resources/contract/diagnostic';
import type { Context } from '../../custom-resources/contract/resource';
import type { Values } from '../../custom-resources/contract/value';
import type { Diagnostic as ProtocolDiagnostic, DynamicValue } from '../proto/gen/tfplugin6';
import { encodeDiagnostics } from './diagnostics';
import type { Instance } from './instance';
import { Secrets } from './secrets';
import type { Shape } from './shape';

/** One request while it is served. */
export class Call {
  private readonly secrets = new Secrets();
  private opened: Context | undefined;

  constructor(
    readonly instance: Instance,
    readonly cancellation: AbortController,
  ) {}

  decode(shape: Shape, value: DynamicValue | undefined): Values | undefined {
    const values = shape.decode(value);
    this.keepSecrets(shape, values);
    return values;
  }

  decodeObject(shape: Shape, value: DynamicValue | undefined): Values {
    const values = shape.decodeObject(value);
    this.keepSecrets(shape, values);
    return values;
  }

  /** Nothing that is told will hold the sensitive parts of these values. */
  keepSecrets(shape: Shape, values: Values | undefined): void {
    if (values) this.secrets.add(shape.schema, values);
  }

  /** Refuses while the provider is not configured. */
  context(): Context {
    this.opened ??= this.instance.session().context(this.cancellation.signal, this.instance.ledger);
    return this.opened;
  }

  /** For Terraform, without the secrets of the request and of the provider. Paths point into `shape`. */
  tell(diagnostics: readonly Diagnostic[], shape?: Shape): ProtocolDiagnostic[] {
    return encodeDiagnostics(diagnostics, (text) => this.secrets.redact(text, this.instance.secrets), shape);
  }
}
