import type { Diagnostic, PathStep } from '../contract/diagnostic';
import type { Intent, SessionMemory } from '../contract/session-memory';
import { createdAndDestroyed, declaredTwice } from './diagnostics';

/**
 * What the resources of a plan intend with things of Connect. One thing can be declared once; and Terraform gives no
 * order between a resource that destroys a thing and another that creates the same thing.
 */
function checkIntent(memory: SessionMemory, thing: string, intent: Intent): readonly Diagnostic[] {
  const other = memory.intents.get(thing);
  if (other === undefined) {
    memory.intents.set(thing, intent);
    return [];
  }
  if (other === 'destroy' && intent === 'destroy') return [];
  return [other === 'destroy' || intent === 'destroy' ? createdAndDestroyed(thing) : declaredTwice(thing)];
}

export interface PlannedThing {
  readonly before?: string;
  readonly after?: string;
  readonly replacing?: boolean;
  readonly replanned?: boolean;
  /** The attribute that names the thing, where there is one. */
  readonly path?: readonly PathStep[];
}

/** Whether another resource intends something with what a planned resource will be, or with what it was, if that is destroyed. */
export function checkDuplicates(memory: SessionMemory, { before, after, replacing, replanned, path }: PlannedThing): readonly Diagnostic[] {
  if (replanned) return [];
  const at = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
    path ? diagnostics.map((diagnostic) => ({ ...diagnostic, path })) : diagnostics;
  if (before === after && after !== undefined) return at(checkIntent(memory, after, replacing ? 'create' : 'keep'));
  return [
    ...(before === undefined ? [] : checkIntent(memory, before, 'destroy')),
    ...(after === undefined ? [] : at(checkIntent(memory, after, 'create'))),
  ];
}
