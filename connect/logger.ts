/** Fields hold ids, operations, Regions and counts; never names, e-mails, passwords or credentials. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error';

export type Logger = Readonly<Record<LogLevel, (message: string, fields?: LogFields) => void>>;
