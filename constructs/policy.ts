import { Aspects, type IAspect, type TerraformElement } from 'cdktf';
import type { IConstruct } from 'constructs';
import { originOf } from './origin';

/** What a team asks of all constructs below the one that it is added to. */
export abstract class Policy implements IAspect {
  /** What is wrong with a construct, if something is. */
  abstract refusalOf(node: IConstruct): string | undefined;

  private readonly visited = new WeakSet<IConstruct>();

  /** Asks when all aspects have been there: those that come later may still change the construct. */
  visit(node: IConstruct): void {
    if (this.visited.has(node)) return;
    this.visited.add(node);
    node.node.addValidation({
      validate: () => {
        const refusal = this.refusalOf(node);
        return refusal === undefined ? [] : [`${refusal}${originOf(node)}`];
      },
    });
  }
}

/**
 * What the policies above the stack of a construct refuse, such as those of the app. CDKTF asks the aspects of each stack by itself, and
 * never those of the app: a policy there would allow everything. What one in the stack says, too, is said there.
 */
export function refusalsFromAbove(construct: TerraformElement): readonly string[] {
  const { scopes } = construct.node;
  const stack = scopes.indexOf(construct.cdktfStack);
  const above = refusalsOf(construct, scopes.slice(0, stack));
  return above.length === 0 ? above : above.filter((refusal) => !refusalsOf(construct, scopes.slice(stack)).includes(refusal));
}

/** What the policies that were added to scopes refuse, each thing once. */
function refusalsOf(construct: IConstruct, scopes: readonly IConstruct[]): readonly string[] {
  const aspects = scopes.flatMap((scope) => Aspects.of(scope).all);
  return [...new Set(aspects.flatMap((aspect) => (isPolicy(aspect) ? (aspect.refusalOf(construct) ?? []) : [])))];
}

/** Of any copy of this package. */
const isPolicy = (aspect: IAspect): aspect is Policy => 'refusalOf' in aspect && typeof aspect.refusalOf === 'function';
