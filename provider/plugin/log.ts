import type { LogFields, LogLevel, Logger } from '../../connect/logger';

const LEVELS: readonly LogLevel[] = ['trace', 'debug', 'info', 'warn', 'error'];

/** The lowest level to write; nothing is written without one. */
export function logLevel(environment: NodeJS.ProcessEnv): LogLevel | undefined {
  const wanted = (environment['TF_LOG_PROVIDER'] || environment['TF_LOG'] || 'off').toLowerCase();
  if (wanted === 'off') return undefined;
  // "json", like any word that Terraform does not know, means everything.
  return LEVELS.find((level) => level === wanted) ?? 'trace';
}

/** Writes the JSON lines that Terraform takes into its own log. */
export function createLogger(module: string, level: LogLevel | undefined, write: (line: string) => void): Logger {
  const lowest = level === undefined ? LEVELS.length : LEVELS.indexOf(level);
  const writer =
    (at: LogLevel) =>
    (message: string, fields: LogFields = {}): void => {
      if (LEVELS.indexOf(at) < lowest) return;
      write(`${JSON.stringify({ ...fields, '@level': at, '@message': message, '@module': module, '@timestamp': timestamp() })}\n`);
    };
  return { trace: writer('trace'), debug: writer('debug'), info: writer('info'), warn: writer('warn'), error: writer('error') };
}

/** Terraform reads exactly six digits of a second. */
const timestamp = (): string => new Date().toISOString().replace('Z', '000Z');
