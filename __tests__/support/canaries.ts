/** Texts that occur nowhere by chance: where one is found, something leaks. */
export type Canaries = Readonly<Record<string, string>>;

/** `name (form)` of every canary that is in the text: as it is, percent-encoded, or in base64, alone or within something. */
export function leaksIn(text: string, canaries: Canaries): readonly string[] {
  return Object.entries(canaries).flatMap(([name, canary]) =>
    Object.entries(formsOf(canary)).flatMap(([form, written]) => (text.includes(written) ? [`${name} (${form})`] : [])),
  );
}

/** The canary as a careless message would quote it. */
export const quoted = (canary: string): string =>
  [canary, encodeURIComponent(canary), ...['', 'a', 'ab'].map((before) => Buffer.from(`${before}${canary}`).toString('base64'))].join(' ');

/** Of base64, what the canary alone decides, whatever stands around it: 3 bytes are 4 characters. */
function formsOf(canary: string): Canaries {
  const inner = (skipped: number): string => {
    const bytes = Buffer.from(canary).subarray(skipped);
    return bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
  };
  return {
    plain: canary,
    percent: encodeURIComponent(canary),
    base64: inner(0),
    'base64 after one byte': inner(2),
    'base64 after two bytes': inner(1),
  };
}
