/** The block `provider_installation` and the cache of plugins of a CLI configuration, as text. Pure. */

export interface Method {
  /** `filesystem_mirror`, `network_mirror`, `direct` or `dev_overrides`. */
  readonly type: string;
  /** Of a mirror of files. */
  readonly path: string;
  /** Absent: all providers. */
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[];
  /** The providers of `dev_overrides`. */
  readonly overrides: readonly string[];
}

/** Nothing where there is no such block. */
export function hclMethods(text: string): readonly Method[] | undefined {
  const bare = withoutComments(text);
  const block = /\bprovider_installation"?\s*\{/.exec(bare);
  if (!block) return undefined;
  const body = bodyAt(bare, block.index + block[0].length);
  const methods: Method[] = [];
  const start = /"?\b([a-z_]+)"?\s*\{/g;
  for (let found = start.exec(body); found; found = start.exec(body)) {
    const inner = bodyAt(body, start.lastIndex);
    start.lastIndex += inner.length;
    methods.push({
      type: found[1] ?? '',
      path: unquoted(/\bpath\s*=\s*("(?:[^"\\]|\\.)*")/.exec(inner)?.[1] ?? '""'),
      include: list(inner, 'include'),
      exclude: list(inner, 'exclude') ?? [],
      overrides: [...inner.matchAll(/"([^"]+)"\s*=/g)].map(([, source = '']) => source),
    });
  }
  return methods;
}

/** The cache of plugins as it is written, with its variables. */
export function hclCache(text: string): string | undefined {
  const [, quoted] = /^[ \t]*plugin_cache_dir\s*=\s*("(?:[^"\\\n]|\\.)*")/m.exec(withoutComments(text)) ?? [];
  return quoted === undefined ? undefined : unquoted(quoted);
}

export function jsonCache(configuration: unknown): string | undefined {
  const directory = member(configuration, 'plugin_cache_dir');
  return typeof directory === 'string' ? directory : undefined;
}

/** What HCL and JSON escape alike. */
function unquoted(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1);
  }
}

/** The same of a configuration in JSON. */
export function jsonMethods(configuration: unknown): readonly Method[] | undefined {
  const blocks = all(member(configuration, 'provider_installation'));
  if (blocks.length === 0) return undefined;
  return blocks.flatMap((block) =>
    Object.entries(block as object).flatMap(([type, methods]) =>
      all(methods).map((method) => ({
        type,
        path: String(member(method, 'path') ?? ''),
        include: texts(member(method, 'include')),
        exclude: texts(member(method, 'exclude')) ?? [],
        overrides: Object.keys(method as object),
      })),
    ),
  );
}

const all = (value: unknown): readonly unknown[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'object' && one !== null);

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;

const texts = (value: unknown): readonly string[] | undefined => (Array.isArray(value) ? value.map(String) : undefined);

/** Comments become blanks; those that stand in quotes are none. */
const withoutComments = (text: string): string =>
  text.replace(/("(?:[^"\\\n]|\\.)*")|#.*|\/\/.*|\/\*[^]*?\*\//g, (_, quoted: string | undefined) => quoted ?? ' ');

/** What stands between the brace before `from` and the one that closes it. */
function bodyAt(text: string, from: number): string {
  let depth = 1;
  for (const { 0: token, index } of text.slice(from).matchAll(/"(?:[^"\\\n]|\\.)*"|[{}]/g)) {
    depth += token === '{' ? 1 : token === '}' ? -1 : 0;
    if (depth === 0) return text.slice(from, from + index);
  }
  return text.slice(from);
}

function list(body: string, name: string): readonly string[] | undefined {
  const [, items] = new RegExp(`\\b${name}\\s*=\\s*\\[([^\\]]*)\\]`).exec(body) ?? [];
  return items === undefined ? undefined : [...items.matchAll(/"([^"]*)"/g)].map(([, item = '']) => item);
}
