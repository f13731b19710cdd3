/**
 * Few rows in which many combinations occur: a row gives each factor one of its values, and for every group
 * of factors all combinations of values of any `strength` of them are in some row. Greedy, always the same.
 */
export type Factors = Readonly<Record<string, readonly unknown[]>>;
export type Row = Readonly<Record<string, unknown>>;

export function coveringArray(
  factors: Factors,
  groups: readonly { readonly of: readonly string[]; readonly strength: number }[],
): readonly Row[] {
  const wanted = new Map<string, Row>();
  for (const { of, strength } of groups) {
    for (const names of choose(of, strength))
      for (const combination of combinations(factors, names)) wanted.set(JSON.stringify(combination), combination);
  }
  const rows: Row[] = [];
  while (wanted.size > 0) {
    const row = fullRow(factors, [...wanted.values()]);
    for (const [key, combination] of wanted) if (agrees(combination, row)) wanted.delete(key);
    rows.push(row);
  }
  return rows;
}

/** Begins with a combination that is still missing; each further factor takes the value with which most others are met. */
function fullRow(factors: Factors, missing: readonly Row[]): Row {
  let row: Row = missing[0] ?? {};
  for (const [name, values] of Object.entries(factors)) {
    if (name in row) continue;
    const candidates = values.map((value) => ({ ...row, [name]: value }));
    const met = (candidate: Row): number =>
      missing.filter(
        (combination) =>
          name in combination &&
          Object.keys(combination).every((other) => !(other in candidate) || candidate[other] === combination[other]),
      ).length;
    row = candidates.reduce((best, candidate) => (met(candidate) > met(best) ? candidate : best));
  }
  return row;
}

const agrees = (combination: Row, row: Row): boolean => Object.entries(combination).every(([name, value]) => row[name] === value);

function choose(names: readonly string[], count: number): readonly (readonly string[])[] {
  if (count === 0) return [[]];
  return names.flatMap((name, index) => choose(names.slice(index + 1), count - 1).map((rest) => [name, ...rest]));
}

function combinations(factors: Factors, names: readonly string[]): readonly Row[] {
  return names.reduce<readonly Row[]>(
    (rows, name) => rows.flatMap((row) => (factors[name] ?? []).map((value) => ({ ...row, [name]: value }))),
    [{}],
  );
}
