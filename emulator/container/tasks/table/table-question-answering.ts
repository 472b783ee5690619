import type { TaskAdapter } from "../adapter.ts";
import { answerQuestion } from "./answer-question.ts";
import { toGrid } from "./grid.ts";
import { readTables, type TableQuestion } from "./read-table.ts";

/** What TAPAS answers with: cells joined to a text, with what is to be done with them in front. */
type Answer = { answer: string; coordinates: [number, number][]; cells: string[]; aggregator: string };

/** A question that goes on from the answer before it. */
const GOES_ON = /\b(those|them|these|of which|that one)\b/i;

/** Questions about tables, answered by rules in the shape of TAPAS; no model is behind it. */
export const tableQuestionAnswering: TaskAdapter = {
  pipelineTask: null,
  async run({ inputs, parameters }) {
    const results = readTables(inputs).map((question) => {
      const answers = answerAll(question, parameters.sequential === true);
      return answers.length === 1 ? answers[0] : answers;
    });
    return results.length === 1 ? results[0] : results;
  },
};

function answerAll({ table, queries }: TableQuestion, isSequential: boolean): Answer[] {
  const grid = toGrid(table);
  let before: Set<number> | null = null;
  return queries.map((query) => {
    const among = isSequential && before && GOES_ON.test(query) ? before : null;
    const { coordinates, aggregator } = answerQuestion(query, grid, among);
    before = new Set(coordinates.map(([row]) => row));
    const cells = coordinates.map(([row, column]) => grid.columns[column]?.cells[row]?.text ?? "");
    const prefix = aggregator === "NONE" ? "" : `${aggregator} > `;
    return { answer: prefix + cells.join(", "), coordinates, cells, aggregator };
  });
}
