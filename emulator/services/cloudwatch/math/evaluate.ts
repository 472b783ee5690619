import { callFunction, type MathScope } from "./functions.ts";
import { type Node, parseExpression } from "./parse.ts";
import { expressionError } from "./tokens.ts";
import { combine, type Series, type Value } from "./values.ts";

/** Words that FILL takes; they look like ids. */
const WORDS = new Set(["REPEAT", "LINEAR"]);

/** Evaluates an expression; `resolve` gives the value of another query of the request. */
export function evaluateExpression(expression: string, resolve: (id: string) => Value, scope: MathScope): Value {
  function evaluate(node: Node): Value {
    switch (node.kind) {
      case "number":
      case "text":
        return node.value;
      case "id":
        return WORDS.has(node.name) ? node.name : resolve(node.name);
      case "list":
        return node.items.flatMap((item) => asList(evaluate(item)));
      case "call":
        return callFunction(node.name, node.args.map(evaluate), scope);
      case "operation":
        return combine(node.operator, evaluate(node.left), evaluate(node.right));
    }
  }
  const node = parseExpression(expression);
  try {
    return evaluate(node);
  } catch (cause) {
    if (cause instanceof Error && cause.constructor === Error) throw expressionError(expression, cause.message);
    throw cause;
  }
}

function asList(value: Value): Series[] {
  if (Array.isArray(value)) return value;
  if (value instanceof Map) return [value];
  throw new Error("a list may hold series only");
}
