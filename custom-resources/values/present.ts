type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], null | undefined> };

/** The members that are there. */
export function present<T extends object>(members: T): Present<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== undefined)) as Present<T>;
}
