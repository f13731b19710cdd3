import type { Diagnostic, PathStep } from '../contract/diagnostic';
import type { Claim, SessionMemory } from '../contract/session-memory';
import { claimedTwice, claimedWhileDestroyed } from './diagnostics';

/**
 * What each resource of a plan lays claim to. One thing of Connect can be declared once; and Terraform
 * gives no order between a resource that destroys a thing and another that creates the same thing.
 */
export function claim(memory: SessionMemory, thing: string, kind: Claim): readonly Diagnostic[] {
  const other = memory.claims.get(thing);
  if (other === undefined) {
    memory.claims.set(thing, kind);
    return [];
  }
  if (other === 'destroy' && kind === 'destroy') return [];
  return [other === 'destroy' || kind === 'destroy' ? claimedWhileDestroyed(thing) : claimedTwice(thing)];
}

export interface PlannedClaim {
  readonly before?: string;
  readonly after?: string;
  readonly replacing?: boolean;
  readonly replanned?: boolean;
  /** The attribute that makes the claim, where there is one. */
  readonly path?: readonly PathStep[];
}

/** The claims of one planned resource: on what it will be, and on what it was if that is destroyed. */
export function claimPlanned(
  memory: SessionMemory,
  { before, after, replacing, replanned, path }: PlannedClaim,
): readonly Diagnostic[] {
  if (replanned) return [];
  const at = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => (path ? diagnostics.map((diagnostic) => ({ ...diagnostic, path })) : diagnostics);
  if (before === after && after !== undefined) return at(claim(memory, after, replacing ? 'create' : 'keep'));
  return [
    ...(before === undefined ? [] : claim(memory, before, 'destroy')),
    ...(after === undefined ? [] : at(claim(memory, after, 'create'))),
  ];
}
