import { Fault } from "../../protocol/fault.ts";

export type Statement = {
  Effect: "Allow" | "Deny";
  Principal?: "*" | Record<string, string | string[]>;
  Action?: string | string[];
  NotAction?: string | string[];
  Resource?: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
};

export type Decision = "allowed" | "explicitDeny" | "implicitDeny";

/** Reads a policy's statements; throws MalformedPolicyDocument. */
export function readStatements(text: string): Statement[] {
  let document: { Statement?: Statement | Statement[] };
  try {
    document = JSON.parse(text);
  } catch {
    throw malformed("This policy contains invalid Json");
  }
  const statements = asList(document?.Statement);
  if (statements.length === 0) throw malformed("Syntax errors in policy.");
  for (const { Effect } of statements)
    if (Effect !== "Allow" && Effect !== "Deny") throw malformed("Syntax errors in policy.");
  return statements;
}

/** Judges one action on one resource. Conditions are not evaluated: a statement that has one counts. */
export function decide(statements: Statement[], action: string, resource: string): Decision {
  const matching = statements.filter(
    (statement) => coversAction(statement, action) && coversResource(statement, resource),
  );
  if (matching.some(({ Effect }) => Effect === "Deny")) return "explicitDeny";
  return matching.length > 0 ? "allowed" : "implicitDeny";
}

export function coversAction({ Action, NotAction }: Statement, action: string): boolean {
  if (NotAction !== undefined)
    return !asList(NotAction).some((pattern) => wildcard(pattern.toLowerCase(), action.toLowerCase()));
  return asList(Action).some((pattern) => wildcard(pattern.toLowerCase(), action.toLowerCase()));
}

function coversResource({ Resource }: Statement, resource: string): boolean {
  return Resource === undefined || asList(Resource).some((pattern) => wildcard(pattern, resource));
}

/** IAM's `*` and `?`. Walks instead of building an expression, so that no pattern can make it slow. */
export function wildcard(pattern: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  let index = 0;
  while (index < text.length) {
    if (at < pattern.length && (pattern[at] === "?" || pattern[at] === text[index]) && pattern[at] !== "*") {
      at += 1;
      index += 1;
    } else if (pattern[at] === "*") {
      star = at;
      at += 1;
      resume = index;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      index = resume;
    } else {
      return false;
    }
  }
  while (pattern[at] === "*") at += 1;
  return at === pattern.length;
}

export function asList<T>(value: T | T[] | undefined): T[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

const malformed = (message: string) => new Fault("MalformedPolicyDocument", message);
