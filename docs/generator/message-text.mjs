import ts from 'typescript';

/** What an expression of the source can say; where it depends on what happens, its name in capitals. */
export function textsOf(expression) {
  if (expression === undefined) return [''];
  if (ts.isStringLiteral(expression) || ts.isNoSubstitutionTemplateLiteral(expression)) return [expression.text];
  if (ts.isParenthesizedExpression(expression)) return textsOf(expression.expression);
  if (ts.isConditionalExpression(expression)) return [...textsOf(expression.whenTrue), ...textsOf(expression.whenFalse)];
  if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return combined(textsOf(expression.left), textsOf(expression.right));
  if (ts.isTemplateExpression(expression))
    return expression.templateSpans.reduce(
      (before, { expression: inside, literal }) => combined(before, textsOf(inside), [literal.text]),
      [expression.head.text],
    );
  return [constantText(expression) ?? placeholder(expression)];
}

const combined = (...parts) => parts.reduce((before, after) => before.flatMap((one) => after.map((other) => one + other)));

/** A constant of the same file. */
function constantText(expression) {
  if (!ts.isIdentifier(expression)) return undefined;
  for (const statement of expression.getSourceFile().statements)
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (name.getText() === expression.text && initializer && !ts.isArrowFunction(initializer)) return textsOf(initializer)[0];
  return undefined;
}

/** `existing.username` is USERNAME, `list(names)` is NAMES, `groups.map(...).join(', ')` is GROUPS. */
function placeholder(expression) {
  const named = (name) => name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
  if (ts.isIdentifier(expression)) return named(expression.text);
  if (ts.isPropertyAccessExpression(expression)) return named(expression.name.text);
  if (ts.isElementAccessExpression(expression)) return placeholder(expression.argumentExpression);
  if (ts.isCallExpression(expression)) {
    const { expression: called, arguments: given } = expression;
    if (ts.isPropertyAccessExpression(called)) return placeholder(called.expression);
    return given.length > 0 ? placeholder(given[0]) : named(called.getText());
  }
  if (ts.isBinaryExpression(expression)) return placeholder(expression.left);
  if (ts.isArrayLiteralExpression(expression)) return expression.elements.map((element) => textsOf(element)[0]).join('\n');
  if (ts.isSpreadElement(expression) || ts.isAwaitExpression(expression)) return placeholder(expression.expression);
  return '...';
}
