/** The ways in which a message may write a text that it quotes, the text itself among them. */
export function spellingsOf(text: string): readonly string[] {
  const percent = encodeURIComponent(Buffer.from(text).toString());
  const form = new URLSearchParams([['', text]]).toString().slice(1);
  const json = inJson(text);
  return [
    ...new Set([
      text,
      text.trim(),
      percent,
      lowerCase(percent),
      form,
      lowerCase(form),
      json,
      inAscii(json),
      inJson(json),
      ...base64Of(text),
    ]),
  ];
}

const lowerCase = (encoded: string): string => encoded.replace(/%[0-9A-F]{2}/g, (sequence) => sequence.toLowerCase());

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** As services write JSON that must be ASCII. */
const inAscii = (json: string): string =>
  json.replace(/[\u007F-\uFFFF]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * In base64, alone or within something longer, as "user:password" is: what the text leaves there depends
 * on how many bytes come before it, modulo 3. Only the characters that no neighbour has a part in.
 */
function base64Of(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const within = [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    return encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
  });
  const all = [bytes.toString('base64'), ...within];
  return [...all, ...all.map((encoded) => encoded.replaceAll('+', '-').replaceAll('/', '_'))].filter(
    (encoded) => encoded.length >= SHORTEST_BASE64,
  );
}

/** Shorter ones occur in other words by chance. */
const SHORTEST_BASE64 = 8;
