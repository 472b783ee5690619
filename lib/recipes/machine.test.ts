import { expect, test } from "vitest";

import { recipes } from "@/catalog/recipes/data";
import { recipeById } from "@/catalog/recipes/select";

import { type MachineView, machineNote } from "./machine";

function recipe(id: string) {
  const found = recipeById(id);
  if (!found) throw new Error(`There is no recipe ${id}.`);
  return found;
}

const withModules = (...names: string[]): MachineView => ({
  runsScripts: true,
  python3: { version: "3.11.7", modules: Object.fromEntries(names.map((name) => [name, true])) },
});

test("a machine that has everything runs the script", () => {
  expect(machineNote(recipe("01"), withModules("transformers", "sklearn", "datasets", "torch"))).toStrictEqual({
    runs: true,
    title: "Runs here",
    text: "The emulator runs the script with this machine's Python 3.11.7, which has transformers, scikit-learn, datasets and torch.",
    command: null,
  });
});

test("what is missing is named as it is installed, and the first of it as Python would complain", () => {
  expect(machineNote(recipe("01"), withModules("transformers", "datasets"))).toStrictEqual({
    runs: false,
    title: "Needs scikit-learn and torch",
    text: "Not on this machine, whose Python 3.11.7 would run the script: the job would fail with “No module named 'sklearn'”.",
    command: "python3 -m pip install scikit-learn torch",
  });
});

test("a script from git may bring packages itself, and own inference code fails an endpoint", () => {
  expect(machineNote(recipe("03"), withModules())?.text).toContain("unless the requirements.txt beside the script");
  expect(machineNote(recipe("17"), withModules("torch"))?.text).toContain("the endpoint would fail with");
});

test("without an interpreter or leave to run scripts nothing runs", () => {
  expect(machineNote(recipe("05"), { runsScripts: true, python3: null })?.title).toBe("Needs Python");
  expect(machineNote(recipe("05"), { ...withModules(), runsScripts: false })?.title).toBe(
    "The emulator runs no scripts",
  );
});

test("a recipe without a script says nothing, one that trains says what its script imports", () => {
  expect(machineNote(recipe("11"), withModules())).toBeNull();
  for (const { id, training, imports } of recipes) {
    if (training) expect(`${id} ${imports.length > 0}`).toBe(`${id} true`);
  }
});
