import type { Schema } from '../custom-resources/contract/schema';
import { overriddenByStack, ownBodyIn, type Checked, type Written } from './written-body';

/**
 * Refuses overrides that CDK for Terraform gets wrong in HCL: it writes nothing of an overridden part and of what the stack overrides,
 * and an attribute in place of a block.
 */
export function refuseOverridesInHcl(construct: Checked, { blocks }: Schema): void {
  const write = construct.toHclTerraform.bind(construct) as () => Written;
  construct.toHclTerraform = () => {
    const written = write();
    const body = ownBodyIn(written, construct);
    const overrides = Object.entries(Reflect.get(construct, 'rawOverrides') ?? {}).filter(([name]) => name in body);
    const wrong = overrides.flatMap(([name, value]) => (isObject(value) && (name in blocks || isPartOf(body[name], value)) ? [name] : []));
    wrong.push(...Object.keys(overriddenByStack(construct)));
    if (wrong.length === 0) return written;
    throw new Error(
      `[${construct.node.path}] overrides ${wrong.join(', ')}, which CDK for Terraform would not write in HCL: give what is overridden as arguments, or synthesize without --hcl.`,
    );
  };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** An attribute in HCL is an object that says its kind beside its value, and an override that is an object ends up beside both. */
const isPartOf = (attribute: unknown, override: object): boolean =>
  !Array.isArray(override) && isObject(attribute) && 'isBlock' in attribute;
