import type { Body } from './contact-centre';

/** Members that are blocks; all others are attributes. */
const BLOCKS = new Set([
  'identity_info',
  'phone_config',
  'proficiency',
  'timeouts',
  'lifecycle',
  'auto_accept_config',
  'after_contact_work_config',
  'voice_enhancement_config',
]);

/** A resource in HCL, one line for each attribute, so that a diagnostic's snippet shows which one is meant. */
export const resource = (type: string, name: string, body: Body): string => `resource "${type}" "${name}" {\n${lines(body)}\n}\n`;

function lines(body: Body): string {
  return Object.entries(body)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => (BLOCKS.has(name) ? blocks(name, value) : `  ${name} = ${JSON.stringify(value)}`))
    .join('\n');
}

const blocks = (name: string, value: unknown): string =>
  (Array.isArray(value) ? (value as Body[]) : [value as Body]).map((block) => `  ${name} {\n${lines(block)}\n  }`).join('\n');
