import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";

import { taskById } from "@/catalog/tasks/select";
import { emptyInput, type Input } from "@/lib/inference/inputs/registry";
import type { Parameters } from "@/lib/inference/parameters";

import { ParameterFields } from "../parameters/parameter-fields";
import { InputFields } from "./input-fields";

// Typing letter by letter takes its time where many tests share two cores.
vi.setConfig({ testTimeout: 20_000 });

function show(taskId: string) {
  const task = taskById(taskId);
  if (!task) throw new Error(taskId);
  const held: { input: Input } = { input: emptyInput(task.inputKind) };
  function Form() {
    const [input, setInput] = useState(held.input);
    held.input = input;
    return task ? <InputFields task={task} modelId="roberta-base" input={input} onInput={setInput} /> : null;
  }
  render(<Form />);
  return { user: userEvent.setup(), value: () => held.input.value };
}

test("labels become chips by Enter, comma and pasted list, and go by cross and Backspace", async () => {
  const { user, value } = show("zero-shot-classification");
  const field = screen.getByRole("textbox", { name: "Labels to choose between" });
  await user.type(field, "refund{Enter}legal,");
  await user.paste("faq\nbilling; legal");
  expect(value()).toMatchObject({ labels: ["refund", "legal", "faq", "billing"] });

  await user.click(screen.getByRole("button", { name: "Remove label legal" }));
  expect(field).toHaveFocus();
  expect(screen.getByText("Removed legal.")).toBeInTheDocument();
  await user.keyboard("{Backspace}");
  expect(field).toHaveValue("billing");
  expect(value()).toMatchObject({ labels: ["refund", "faq"] });
  const chips = screen.getByRole("list", { name: "Labels to choose between" });
  expect(within(chips).getAllByRole("listitem")).toHaveLength(2);
});

test("a block from a spreadsheet fills cells from the one it is pasted into, and the table grows", async () => {
  const { user, value } = show("table-question-answering");
  await user.click(screen.getByRole("textbox", { name: "Name of column 1" }));
  await user.paste("City\tPeople\tRiver\nRome\t2,800,000\tTiber\nParis\t2,100,000\tSeine");
  expect(value()).toMatchObject({
    columns: ["City", "People", "River"],
    rows: [
      ["Rome", "2,800,000", "Tiber"],
      ["Paris", "2,100,000", "Seine"],
    ],
  });
  await user.click(screen.getByRole("button", { name: "Remove column People" }));
  await user.click(screen.getByRole("button", { name: "Remove row 1" }));
  expect(value()).toMatchObject({ columns: ["City", "River"], rows: [["Paris", "Seine"]] });
});

test("one value is pasted at the caret, and arrow keys go from cell to cell", async () => {
  const { user, value } = show("table-question-answering");
  await user.click(screen.getByRole("textbox", { name: "Column 1, row 1" }));
  await user.paste("a, b");
  expect(value()).toMatchObject({ rows: [["a, b", ""]] });
  await user.keyboard("{ArrowUp}");
  expect(screen.getByRole("textbox", { name: "Name of column 1" })).toHaveFocus();
  await user.keyboard("{ArrowRight}{ArrowDown}");
  expect(screen.getByRole("textbox", { name: "Column 2, row 1" })).toHaveFocus();
  await user.keyboard("{ArrowLeft}{ArrowLeft}");
  expect(screen.getByRole("textbox", { name: "Column 1, row 1" })).toHaveFocus();
});

test("a CSV file becomes the table, quotes and semicolons understood", async () => {
  const { user, value } = show("table-question-answering");
  const file = new File(['\uFEFFName;Note\nAda;"first; best"\n\n'], "a.csv", { type: "text/csv" });
  await user.upload(screen.getByLabelText("Open a CSV file", { selector: "input" }), file);
  await vi.waitFor(() => expect(value()).toMatchObject({ columns: ["Name", "Note"], rows: [["Ada", "first; best"]] }));
});

test("a column of a CSV file becomes lines", async () => {
  const { user, value } = show("text-classification");
  await user.click(screen.getByRole("switch", { name: "Several, one per line" }));
  const file = new File(['id,text\n1,"good, very"\n2,bad'], "a.csv", { type: "text/csv" });
  await user.upload(screen.getByLabelText("Open a CSV file", { selector: "input" }), file);
  await user.selectOptions(await screen.findByRole("combobox", { name: "Column with the texts" }), "text");
  expect(value()).toMatchObject({ text: "good, very\nbad", isBatch: true });
});

test("a mask is the one that the model's tokenizer knows, and can be changed", async () => {
  const { user, value } = show("fill-mask");
  await user.type(screen.getByRole("textbox", { name: "Text" }), "Paris is ");
  await user.click(screen.getByRole("button", { name: "Insert mask" }));
  expect(value()).toMatchObject({ text: "Paris is <mask>" });
  await user.click(screen.getByRole("radio", { name: "[MASK]" }));
  expect(value()).toMatchObject({ text: "Paris is [MASK]" });
});

test("a conversation grows by turns, and loses them", async () => {
  const { user, value } = show("conversational");
  await user.type(screen.getByRole("textbox", { name: "Message" }), "why?");
  await user.click(screen.getByRole("button", { name: "Add what was said before" }));
  await user.type(screen.getByRole("textbox", { name: "You, turn 1" }), "best?");
  await user.type(screen.getByRole("textbox", { name: "Model, turn 1" }), "this");
  expect(value()).toStrictEqual({
    messages: [
      { role: "user", content: "best?" },
      { role: "assistant", content: "this" },
      { role: "user", content: "why?" },
    ],
  });
  await user.click(screen.getByRole("button", { name: "Remove turn 1" }));
  expect(value()).toStrictEqual({ messages: [{ role: "user", content: "why?" }] });
});

function showParameters(taskId: string, start: Parameters) {
  const task = taskById(taskId);
  if (!task) throw new Error(taskId);
  const held = { values: start };
  function Form() {
    const [values, setValues] = useState(start);
    held.values = values;
    return task ? (
      <ParameterFields task={task} input={emptyInput(task.inputKind)} values={values} onChange={setValues} />
    ) : null;
  }
  render(<Form />);
  return { user: userEvent.setup(), values: () => held.values };
}

test("parameters are set by their own kind of control, said to clash where they do, and cleared at once", async () => {
  const { user, values } = showParameters("text-generation", { seed: 7 });
  await user.click(screen.getByText("Parameters"));
  const temperature = await screen.findByRole("spinbutton", { name: "Temperature" });
  await user.type(temperature, "0.5");
  expect(temperature).toHaveAccessibleDescription(/no effect now.*Do sample is on/);
  const sampling = screen.getByRole("radiogroup", { name: "Do sample" });
  await user.click(within(sampling).getByRole("radio", { name: "On" }));
  expect(temperature).not.toHaveAccessibleDescription();
  await user.type(screen.getByRole("spinbutton", { name: "Num return sequences" }), "3");
  expect(values()).toStrictEqual({ seed: 7, temperature: 0.5, do_sample: true, num_return_sequences: 3 });
  await user.click(within(sampling).getByRole("radio", { name: "Not sent" }));
  expect(screen.getByText(/refuses it.*Do sample on/)).toBeInTheDocument();
  expect(screen.getByText("seed = 7")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Do not send Temperature" }));
  expect(values()).toStrictEqual({ seed: 7, num_return_sequences: 3 });
  await user.click(screen.getByRole("button", { name: "Clear all" }));
  expect(values()).toStrictEqual({});
});

test("an object is typed as JSON, and not sent while it is none", async () => {
  const { user, values } = showParameters("automatic-speech-recognition", {});
  await user.click(screen.getByText("Parameters"));
  await user.click(await screen.findByText("Rarely needed"));
  const field = await screen.findByRole("textbox", { name: "Generate kwargs" });
  await user.type(field, '{{"a": ');
  expect(field).toHaveAccessibleDescription(/Write a JSON object/);
  expect(values()).toStrictEqual({});
  await user.type(field, "1}");
  expect(values()).toStrictEqual({ generate_kwargs: { a: 1 } });
});
