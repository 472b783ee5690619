import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";

import { taskById } from "@/catalog/tasks/select";
import { jsonRequest } from "@/lib/inference/request";
import { readResult } from "@/lib/inference/results/result";

import { ResultView } from "../result-view";

vi.setConfig({ testTimeout: 20_000 });

function show(inputs: string[], answer: unknown, task = "text-classification") {
  const request = jsonRequest(JSON.stringify({ inputs }));
  render(<ResultView result={readResult(taskById(task), request, JSON.stringify(answer))} />);
  return userEvent.setup();
}

const label = (name: string, score: number) => [
  { label: name, score },
  { label: "other", score: 1 - score },
];
const rows = () =>
  within(screen.getByRole("table", { name: "Answers" }))
    .getAllByRole("row")
    .slice(1);
const texts = () => rows().map((row) => row.textContent);

test("several inputs are one table: to sort, to search, and to open", async () => {
  const user = show(["good", "bad", "fine"], [label("POS", 0.7), label("NEG", 0.9), label("POS", 0.8)]);
  expect(texts()).toStrictEqual(["1goodPOS70%", "2badNEG90%", "3finePOS80%"]);

  await user.click(screen.getByRole("button", { name: "Score" }));
  await user.click(screen.getByRole("button", { name: "Score" }));
  expect(screen.getByRole("columnheader", { name: "Score" })).toHaveAttribute("aria-sort", "descending");
  expect(texts()).toStrictEqual(["2badNEG90%", "3finePOS80%", "1goodPOS70%"]);

  await user.type(screen.getByRole("searchbox", { name: "Search inputs and results" }), "pos");
  expect(texts()).toStrictEqual(["3finePOS80%", "1goodPOS70%"]);
  expect(screen.getByText("2 of 3 inputs")).toBeInTheDocument();

  await user.click(screen.getByRole("button", { name: "Open answer 3" }));
  expect(screen.getByRole("button", { name: "Close answer 3" })).toHaveAttribute("aria-expanded", "true");
  expect(screen.getByRole("list", { name: "Scores" })).toHaveTextContent("POS80%other20%");
});

test("of many answers a hundred are drawn at a time", () => {
  const inputs = Array.from({ length: 250 }, (_, at) => `text ${at}`);
  show(
    inputs,
    inputs.map(() => label("POS", 0.9)),
  );
  // By text: looking for roles in a table of this size takes seconds in jsdom.
  const drawn = () => screen.getAllByText(/^text \d+$/).length;
  expect(drawn()).toBe(100);
  fireEvent.click(screen.getByText("Show 100 more"));
  expect(drawn()).toBe(200);
  expect(screen.getByText("Show 50 more")).toBeInTheDocument();
});

test("answers without scores have no column for them", () => {
  show(["a", "b"], [{ translation_text: "x" }, { translation_text: "y" }], "translation");
  expect(texts()).toStrictEqual(["1ax", "2by"]);
  expect(screen.queryByRole("columnheader", { name: "Score" })).not.toBeInTheDocument();
});

test("the table can be kept as CSV", async () => {
  const kept: Blob[] = [];
  URL.createObjectURL = (blob) => {
    kept.push(blob as Blob);
    return "blob:kept";
  };
  URL.revokeObjectURL = () => undefined;
  HTMLAnchorElement.prototype.click = () => undefined;
  const user = show(["=1+1", "b"], [label("POS", 0.9), label("NEG", 0.9)]);
  await user.click(screen.getByRole("button", { name: "CSV" }));
  expect(kept[0]?.type).toBe("text/csv");
  expect(await kept[0]?.text()).toContain("'=1+1");
});
