import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What the toy's remote system holds, by id. */
export type ToyThing = { readonly name: string; readonly size: number; readonly secret?: string; readonly pid?: number };

export interface ToyStore {
  read(): Readonly<Record<string, ToyThing>>;
  write(things: Readonly<Record<string, ToyThing>>): void;
}

export function memoryStore(): ToyStore {
  let held: Readonly<Record<string, ToyThing>> = {};
  return {
    read: () => held,
    write: (things) => {
      held = things;
    },
  };
}

/** Outlives the provider's processes. */
export const fileStore = (path: string): ToyStore => ({
  read: () => (existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, ToyThing>) : {}),
  write: (things) => {
    writeFileSync(`${path}.new`, JSON.stringify(things));
    renameSync(`${path}.new`, path);
  },
});
