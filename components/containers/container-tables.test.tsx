import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";

import { ContainerTables } from "./container-tables";

vi.setConfig({ testTimeout: 30_000 });

function draw(props: Partial<Parameters<typeof ContainerTables>[0]> = {}) {
  const calls = { onTable: vi.fn(), onSearch: vi.fn(), onChoose: vi.fn() };
  render(<ContainerTables chosenId="" table="inference" search="" {...calls} {...props} />);
  return calls;
}

// By the table's own list: asking 110 rows for their role takes jsdom seconds.
const rowsOf = (name: RegExp) => [...screen.getByRole<HTMLTableElement>("table", { name }).rows].slice(1);

test("all images are in the tables: the page's rows in one, the others in the second", () => {
  draw();
  expect(rowsOf(/^Reference page, inference/)).toHaveLength(27);
  expect(rowsOf(/^Beyond the reference page/)).toHaveLength(109 - 27 + 28);
});

test("the training table has the page's datasets column", () => {
  draw({ table: "training" });
  const [first] = rowsOf(/^Reference page, training/);
  expect(first?.textContent).toContain("1.5.0");
  expect(rowsOf(/^Reference page, training/)).toHaveLength(18);
});

test("every word of a search narrows both tables", () => {
  draw({ search: "4.10.2 tensorflow cpu" });
  expect(rowsOf(/^Reference page, inference/)).toHaveLength(2);
  expect(rowsOf(/^Beyond the reference page/)).toHaveLength(1);
});

test("nothing found is said in the table", () => {
  draw({ search: "mainframe" });
  expect(screen.getAllByText("No row has all of these words.")).toHaveLength(2);
});

test("a row opens its image", async () => {
  const { onChoose } = draw({ search: "4.12.3 inferentia" });
  await userEvent.click(screen.getByRole("button", { name: /^4\.12\.3, PyTorch 1\.9\.1 Inferentia/ }));
  expect(onChoose).toHaveBeenCalledWith(
    "huggingface-pytorch-inference-neuron:1.9.1-transformers4.12.3-neuron-py37-sdk1.17.1-ubuntu18.04",
  );
});
