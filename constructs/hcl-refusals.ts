import type { Schema } from '../custom-resources/contract/schema';
import { isLiteral } from './literal';
import { bodyIn, overriddenByStack, ownBodyIn, type Checked, type Written } from './written-body';

/** Refuses what CDK for Terraform gets wrong in HCL, where Terraform would take something else without a word. */
export function refuseInHcl(construct: Checked, schema: Schema): void {
  const write = construct.toHclTerraform.bind(construct) as () => Written;
  construct.toHclTerraform = () => {
    const written = write();
    const overrides = lostOverrides(construct, written, schema);
    if (overrides.length > 0)
      throw new Error(
        `[${construct.node.path}] overrides ${overrides.join(', ')}, which CDK for Terraform would not write in HCL. Give these values as arguments, or synthesize without --hcl.`,
      );
    const texts = changedTexts(construct, schema);
    if (texts.length > 0)
      throw new Error(
        `[${construct.node.path}] has a backslash or a line break in ${texts.join(', ')}, which CDK for Terraform would write wrongly in HCL: Terraform would read another text. Give the text as a variable, or synthesize without --hcl.`,
      );
    return written;
  };
}

/** It writes nothing of an overridden part and of what the stack overrides, and an attribute in place of a block. */
function lostOverrides(construct: Checked, written: Written, { blocks }: Schema): readonly string[] {
  const body = ownBodyIn(written, construct);
  const overrides = Object.entries(Reflect.get(construct, 'rawOverrides') ?? {}).filter(([name]) => name in body);
  const lost = overrides.flatMap(([name, value]) => (isObject(value) && (name in blocks || isPartOf(body[name], value)) ? [name] : []));
  return [...lost, ...Object.keys(overriddenByStack(construct))];
}

/** It escapes no backslash, and ends what has several lines with one more line break. */
const changedTexts = (construct: Checked, { attributes, blocks }: Schema): readonly string[] =>
  Object.entries(bodyIn(construct.toTerraform() as Written, construct))
    .filter(([name, value]) => (name in attributes || name in blocks) && isChanged(value))
    .map(([name]) => name);

function isChanged(value: unknown): boolean {
  if (typeof value === 'string') return isLiteral(value) && /[\\\n]/.test(value);
  if (Array.isArray(value)) return value.some(isChanged);
  return isObject(value) && !('resolve' in value) && Object.entries(value).flat().some(isChanged);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** An attribute in HCL is an object that says its kind beside its value, and an override that is an object ends up beside both. */
const isPartOf = (attribute: unknown, override: object): boolean =>
  !Array.isArray(override) && isObject(attribute) && 'isBlock' in attribute;
