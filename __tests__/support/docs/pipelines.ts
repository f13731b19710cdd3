interface Pipeline {
  readonly [key: string]: unknown;
}

/** The scripts in a workflow of GitHub and in a pipeline of GitLab. */
export function scriptsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(scriptsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { run, script, ...others } = value as Pipeline;
  const scripts = [run, ...(Array.isArray(script) ? [script.join('\n')] : [script])];
  return [...scripts.filter((one) => typeof one === 'string'), ...Object.values(others).flatMap(scriptsIn)];
}
