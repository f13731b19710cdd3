import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, URL } from 'node:url';
import ts from 'typescript';
import { textsOf } from './message-text.mjs';

/*
 * Every diagnostic that the provider can give, read out of the source that words it: calls of the functions that make one, and
 * object literals with a severity, a summary and a detail. What is known only when it happens stands in capitals.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where in the arguments the two texts are. A function of a file's own that hands them on is found by itself. */
const MAKERS = { errorAt: { severity: 'error', summary: 1, detail: 2 }, warningAt: { severity: 'warning', summary: 1, detail: 2 } };
const REFUSAL = { severity: 'error', summary: 0, detail: 1 };

/** @returns for each diagnostic its folder or file, its severity, and what its summary and its detail say */
export function diagnostics() {
  return ['custom-resources', 'provider'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.includes('proto/gen') && !path.includes('node_modules'))
      .sort()
      .flatMap((path) => diagnosticsIn(join(ROOT, folder, path))),
  );
}

function diagnosticsIn(path) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const place = relative(ROOT, path);
  const makers = { ...MAKERS };
  const found = [];
  const add = (node, severity, summary, detail) => {
    const maker = handedOn(node, severity, summary, detail);
    if (maker) Object.assign(makers, maker);
    else
      for (const text of textsOf(summary)) {
        if (/^[A-Z_ ]*$/.test(text)) throw new Error(`${place}: the generator cannot tell what the summary ${summary.getText()} says.`);
        found.push({ place, severity, summary: text, detail: textsOf(detail)[0] });
      }
  };
  const visit = (node) => {
    if (ts.isCallExpression(node) && Object.hasOwn(makers, node.expression.getText())) {
      const { severity, summary, detail } = makers[node.expression.getText()];
      add(node, severity, argument(node, summary), argument(node, detail));
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'Refusal') {
      add(node, 'error', argument(node, REFUSAL.summary), argument(node, REFUSAL.detail));
    } else if (ts.isObjectLiteralExpression(node)) {
      const [severity, summary, detail] = ['severity', 'summary', 'detail'].map((name) => member(node, name));
      if (severity && ts.isStringLiteral(severity) && summary && detail) add(node, severity.text, summary, detail);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** A place in the arguments, or the text itself, where every diagnostic of a function has the same. */
const argument = (call, place) => (typeof place === 'number' ? call.arguments[place] : place);

const member = (literal, name) => {
  const found = literal.properties.find((property) => property.name?.getText() === name);
  return found && (ts.isPropertyAssignment(found) ? found.initializer : ts.isShorthandPropertyAssignment(found) ? found.name : undefined);
};

/** The function around a diagnostic, if it takes one of its texts as an argument: then its calls are what to look at. */
function handedOn(node, severity, summary, detail) {
  let around = node.parent;
  while (around && !ts.isArrowFunction(around) && !ts.isFunctionDeclaration(around) && !ts.isConstructorDeclaration(around))
    around = around.parent;
  const names = around?.parameters.map(({ name }) => name.getText()) ?? [];
  const placeOf = (expression) =>
    ts.isIdentifier(expression) && names.includes(expression.text) ? names.indexOf(expression.text) : expression;
  const [ofSummary, ofDetail] = [placeOf(summary), placeOf(detail)];
  if (typeof ofSummary !== 'number' && typeof ofDetail !== 'number') return undefined;
  const name = around.name?.getText() ?? (ts.isVariableDeclaration(around.parent) ? around.parent.name.getText() : '');
  return { [name]: { severity, summary: ofSummary, detail: ofDetail } };
}
