import { pythonTypeName } from "../../contract/decode.ts";
import { PredictionError } from "../../contract/prediction-error.ts";

/** Queries on one table, cells as texts, column by column. */
export type TableQuestion = { queries: string[]; table: Record<string, string[]> };

/** The pairs of table and query in a request, checked as the pipeline, pandas and the TAPAS tokenizer do. */
export function readTables(inputs: unknown): TableQuestion[] {
  if (inputs === null || inputs === undefined) throw new PredictionError("Keyword argument `table` cannot be None.");
  const list = Array.isArray(inputs) && inputs.length > 0 ? inputs : [inputs];
  if (
    Array.isArray(inputs) &&
    inputs.some((each) => typeof each !== "object" || each === null || Array.isArray(each))
  ) {
    throw new PredictionError("Keyword argument `table` should be a list of dict, but is <generator object>");
  }
  const [first] = list as Record<string, unknown>[];
  if (Array.isArray(inputs) && inputs.length > 0 && !isComplete(first)) {
    const keys = Object.keys(first ?? {}).map((key) => `'${key}'`);
    throw new PredictionError(
      `If keyword argument \`table\` is a list of dictionaries, each dictionary should have a \`table\` and \`query\` key, but only dictionary has keys dict_keys([${keys.join(", ")}]) \`table\` and \`query\` keys.`,
    );
  }
  if (!isComplete(first)) {
    throw new PredictionError(
      `Invalid input. Keyword argument \`table\` should be either of type \`dict\` or \`list\`, but is <class '${pythonTypeName(inputs)}'>)`,
    );
  }
  return list.map((each) => {
    const { table, query } = each as Record<string, unknown>;
    return { table: readColumns(table), queries: readQueries(query) };
  });
}

function isComplete(value: Record<string, unknown> | undefined): boolean {
  return (value?.query ?? null) !== null && (value?.table ?? null) !== null;
}

function readColumns(table: unknown): Record<string, string[]> {
  if (table === null || table === undefined) throw new PredictionError("Table cannot be None.");
  if (typeof table !== "object") throw new PredictionError("DataFrame constructor not properly called!");
  const columns = Array.isArray(table) ? byColumn(table) : (table as Record<string, unknown>);
  const lists = Object.values(columns);
  if (lists.length > 0 && lists.every((column) => !Array.isArray(column))) {
    throw new PredictionError("If using all scalar values, you must pass an index");
  }
  const [length = 0] = lists.flatMap((column) => (Array.isArray(column) ? [column.length] : []));
  if (lists.some((column) => Array.isArray(column) && column.length !== length)) {
    throw new PredictionError("All arrays must be of the same length");
  }
  if (length === 0) throw new PredictionError("table is empty");
  const filled = Object.entries(columns).map(([name, column]) => [name, fill(column, length)] as const);
  return Object.fromEntries(filled);
}

/** A list of rows is a table too. */
function byColumn(rows: unknown[]): Record<string, unknown[]> {
  const records = rows.map((row) => Object.entries((row ?? {}) as object));
  const names = [...new Set(records.flatMap((record) => record.map(([name]) => name)))];
  return Object.fromEntries(
    names.map((name) => [name, records.map((record) => record.find(([key]) => key === name)?.[1])]),
  );
}

function fill(column: unknown, length: number): string[] {
  const cells: unknown[] = Array.isArray(column) ? column : Array.from({ length }, () => column);
  return cells.map((cell) => {
    if (typeof cell === "string") return cell;
    throw new PredictionError(`expected string or bytes-like object, got '${pythonTypeName(cell)}'`);
  });
}

function readQueries(query: unknown): string[] {
  if (query === "") throw new PredictionError("query is empty");
  const queries = Array.isArray(query) ? query : [query];
  if (queries.length > 0 && queries.every((each) => typeof each === "string")) return queries;
  throw new PredictionError(
    "queries input must of type `str` (single example), `List[str]` (batch or single pretokenized example). ",
  );
}
