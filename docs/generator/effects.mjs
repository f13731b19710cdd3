/*
 * What a change of each attribute does, by asking the resource's own plan: a sample state, the same
 * configuration with one thing changed, and what the plan makes of it.
 */

const MEANING = {
  inPlace: 'is made in place',
  replaces: 'replaces the resource: it is destroyed and made anew',
  refused: 'is an error at plan: Amazon Connect has no operation for it',
  unseen: 'is not seen by itself: the value is not kept',
};

const SETTINGS = { defaultTags: {}, ignoreTags: { keys: [], keyPrefixes: [] }, consistencyWindowMs: 0, planChecks: false };

/** A table of what the user may set, most harmless effect first. */
export function effects(resource) {
  const { attributes, blocks } = resource.schema;
  const settable = [...Object.keys(attributes).filter((name) => attributes[name].presence !== 'computed'), ...Object.keys(blocks)];
  const rows = Object.entries(MEANING).flatMap(([effect, meaning]) => {
    const names = settable.filter((name) => effectOf(resource, name) === effect);
    return names.length > 0 ? [`| ${names.map((name) => `\`${name}\``).join(', ')} | ${meaning} |`] : [];
  });
  return ['| A change of | Effect |', '|---|---|', ...rows].join('\n');
}

function effectOf(resource, name) {
  const { attributes } = resource.schema;
  if (attributes[name]?.writeOnly) return 'unseen';
  const [prior, other] = [sampleState(resource.schema, 1), sampleState(resource.schema, 2)];
  const computed = Object.keys(attributes).filter((attribute) => attributes[attribute].presence === 'computed');
  const config = { ...prior, ...Object.fromEntries(computed.map((attribute) => [attribute, null])), [name]: other[name] };
  const { replace = [], diagnostics = [] } = resource.plan({ prior, config, private: {}, settings: SETTINGS });
  if (diagnostics.some(({ severity }) => severity === 'error')) return 'refused';
  return replace.length > 0 ? 'replaces' : 'inPlace';
}

/** A state in which everything has a value; the variants differ in each. */
function sampleState({ attributes, blocks }, variant) {
  const values = (members) =>
    Object.fromEntries(Object.entries(members).map(([name, { type, writeOnly }]) => [name, writeOnly ? null : sample(type, variant)]));
  const inBlocks = Object.entries(blocks).map(([name, { nesting, attributes: members }]) => [
    name,
    nesting === 'single' ? values(members) : [values(members)],
  ]);
  return { ...values(attributes), ...Object.fromEntries(inBlocks) };
}

function sample(type, variant) {
  if (type === 'string') return `sample-${variant}`;
  if (type === 'number') return variant;
  if (type === 'bool') return variant > 1;
  const element = sample(Object.values(type)[0], variant);
  return 'map' in type ? { key: element } : [element];
}
