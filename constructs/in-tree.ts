import type { IConstruct } from 'constructs';

/** A construct that was taken out of the tree, or is below one, is not synthesized. */
export const isInTree = ({ node }: IConstruct): boolean =>
  node.scope === undefined || (node.scope.node.tryFindChild(node.id)?.node === node && isInTree(node.scope));
