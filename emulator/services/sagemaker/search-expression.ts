import { validation } from "../../protocol/fault.ts";

export type SearchFilter = { Name: string; Operator?: string; Value?: string };
export type SearchExpression = {
  Filters?: SearchFilter[];
  NestedFilters?: { NestedPropertyName: string; Filters: SearchFilter[] }[];
  SubExpressions?: SearchExpression[];
  Operator?: "And" | "Or";
};

/** What Search looks at: the resource as JSON, with its tags and metrics by name. */
export type Searchable = Record<string, unknown>;

/** Whether a resource is one that the expression looks for (API reference, SearchExpression). Throws a validation fault. */
export function isFound(record: Searchable, expression: SearchExpression): boolean {
  const { Filters = [], NestedFilters = [], SubExpressions = [], Operator = "And" } = expression;
  const answers = [
    ...Filters.map((filter) => holds(propertyOf(record, filter.Name), filter)),
    ...NestedFilters.map(({ NestedPropertyName, Filters: inner }) => {
      const items = propertyOf(record, NestedPropertyName);
      // All of the filters must hold for one and the same item.
      const nameInside = (name: string) =>
        name.slice(name.startsWith(`${NestedPropertyName}.`) ? NestedPropertyName.length + 1 : 0);
      return (
        Array.isArray(items) &&
        items.some((item) => inner.every((filter) => holds(propertyOf(item, nameInside(filter.Name)), filter)))
      );
    }),
    ...SubExpressions.map((inner) => isFound(record, inner)),
  ];
  if (answers.length === 0) throw validation("A SearchExpression must have Filters, NestedFilters or SubExpressions.");
  return Operator === "Or" ? answers.some(Boolean) : answers.every(Boolean);
}

/** A property by its dotted name; the rest of a name may hold dots itself, as those of tags and hyperparameters do. */
export function propertyOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  const record = value as Record<string, unknown>;
  if (Object.hasOwn(record, name)) return record[name];
  const [head = "", ...rest] = name.split(".");
  return rest.length > 0 && Object.hasOwn(record, head) ? propertyOf(record[head], rest.join(".")) : undefined;
}

function holds(actual: unknown, { Name, Operator = "Equals", Value }: SearchFilter): boolean {
  const isThere = actual !== undefined && actual !== null;
  if (Operator === "Exists" || Operator === "NotExists") {
    if (Value !== undefined) throw validation(`Value must not be specified with the operator ${Operator}.`);
    return isThere === (Operator === "Exists");
  }
  if (Value === undefined) throw validation(`Value must be specified with the operator ${Operator}.`);
  if (!isThere || typeof actual === "object") return false;
  if (Operator === "Contains") return String(actual).includes(Value);
  if (Operator === "In") return Value.split(",").some((item) => order(Name, actual, item.trim()) === 0);
  const found = order(Name, actual, Value);
  switch (Operator) {
    case "Equals":
      return found === 0;
    case "NotEquals":
      return found !== 0;
    case "GreaterThan":
      return found > 0;
    case "GreaterThanOrEqualTo":
      return found >= 0;
    case "LessThan":
      return found < 0;
    default:
      return found <= 0;
  }
}

/** Numbers as numbers and times as times; anything else as text. */
function order(name: string, actual: unknown, value: string): number {
  const wanted = name.endsWith("Time") && Number.isNaN(Number(value)) ? Date.parse(value) / 1000 : Number(value);
  const number = Number(actual);
  if (value.trim() !== "" && String(actual).trim() !== "" && !Number.isNaN(wanted) && !Number.isNaN(number)) {
    return number - wanted;
  }
  return String(actual) === value ? 0 : String(actual) < value ? -1 : 1;
}
