import type { IConstruct } from 'constructs';

/** The path that a construct will have. */
export const pathOf = ({ node: { path } }: IConstruct, id: string): string => (path === '' ? id : `${path}/${id}`);

/** A construct that was taken out of the tree, or is below one, is not synthesized. */
export const isInTree = ({ node }: IConstruct): boolean =>
  node.scope === undefined || (node.scope.node.tryFindChild(node.id)?.node === node && isInTree(node.scope));
