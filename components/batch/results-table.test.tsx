import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";

import { showRow } from "@/lib/transform/preview-result";

import { ResultsTable } from "./results-table";

const rows = Array.from({ length: 60 }, (_, at) =>
  showRow(
    {
      number: at + 1,
      input: JSON.stringify({ inputs: `text ${at + 1}` }),
      output: JSON.stringify([{ label: "POS", score: 0.75 }]),
    },
    "text-classification",
  ),
);

test("a record opens to its scores, and more are asked for", async () => {
  const onMore = vi.fn();
  render(<ResultsTable rows={rows} scanned={60} isSearching={false} more={{ onMore, busy: false }} />);
  expect(screen.getByText("text 1")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Open record 1" }));
  expect(screen.getByRole("list", { name: "Scores" })).toHaveTextContent("POS75%");
  await userEvent.click(screen.getByRole("button", { name: "Read on" }));
  expect(onMore).toHaveBeenCalledOnce();
});
