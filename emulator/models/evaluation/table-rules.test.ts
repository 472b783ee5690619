import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, test } from "vitest";
import { json, startTestHost } from "@/emulator/container/testing/test-host.ts";
import { expectQuality } from "./expect-quality.ts";
import { share } from "./held-out.ts";

const host = startTestHost();
afterAll(() => host.close());

type HeldOut = {
  tables: Record<string, Record<string, string[]>>;
  questions: { table: string; question: string; aggregator: string; coordinates: [number, number][] }[];
};
type Answer = { aggregator: string; coordinates: [number, number][] };

const inOrder = (coordinates: [number, number][]): string => JSON.stringify(coordinates.toSorted());

test("tables: the cells and what is to be done with them", async () => {
  const file = join(import.meta.dirname, "table-rules.json");
  const { tables, questions } = JSON.parse(readFileSync(file, "utf8")) as HeldOut;
  const inputs = questions.map(({ question, table }) => ({ query: question, table: tables[table] }));
  const answers = json(await host.ask("table-rules", { inputs })) as Answer[];
  expectQuality(
    "table-rules",
    share(questions, ({ aggregator, coordinates }, at) => {
      const answer = answers[at];
      return answer?.aggregator === aggregator && inOrder(answer.coordinates) === inOrder(coordinates);
    }),
  );
});
