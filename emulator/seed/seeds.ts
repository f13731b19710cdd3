import type { World } from '../state/world';
import { demo } from './demo';
import { empty } from './empty';

export const SEEDS = { demo, empty };
export type SeedName = keyof typeof SEEDS;

export const isSeedName = (name: unknown): name is SeedName => typeof name === 'string' && Object.hasOwn(SEEDS, name);
export const seedWorld = (name: SeedName): World => SEEDS[name]();
