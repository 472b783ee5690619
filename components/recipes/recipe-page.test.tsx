import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";

import { type RecipeEdition, recipeAs, recipeById } from "@/catalog/recipes/select";
import { WorkspaceProvider } from "@/components/shell/workspace-context";
import { workspaceFacts } from "@/lib/recipes/workspace-facts";

import { MachineNote } from "./machine-note";
import { RecipePage } from "./recipe-page";

function draw(id: string, edition: RecipeEdition, { region = "us-east-1", isEmulator = false } = {}) {
  const found = recipeById(id);
  const recipe = found && recipeAs(found, edition);
  if (!recipe) throw new Error(`There is no recipe ${id} ${edition}.`);
  const known = workspaceFacts({ region, bucket: "b-1", executionRoleArn: null }, new Date(0), "0-0-0-0-0000");
  const workspace = { id: "local", label: "Local", region, isEmulator };
  render(
    <WorkspaceProvider workspace={workspace} member={{ id: "m", name: "mia", role: "operator" }}>
      <RecipePage recipe={recipe} edition={edition} workspace={workspace} known={known} />
    </WorkspaceProvider>,
  );
}

test("a recipe of an endpoint opens in the Deploy form", () => {
  draw("11", "today");
  const link = screen.getByRole("link", { name: "Open in the Deploy form" });
  expect(link.getAttribute("href")).toMatch(/^\/local\/deploy\?source=hub&model=distilbert/);
  expect(screen.getByRole("figure", { name: "Recorded answer" })).toHaveTextContent("sagemaker");
});

test("old and new stand side by side, and the requests are the edition's", async () => {
  draw("03", "notebook");
  const row = within(screen.getByRole("table", { name: "Old and new" })).getByRole("row", { name: /Distribution/ });
  expect(row).toHaveTextContent("torch_distributed");
  const requests = screen.getByRole("figure", { name: "Requests" });
  expect(requests).toHaveTextContent("sagemaker_distributed_dataparallel_enabled");
  await userEvent.click(within(requests).getByRole("radio", { name: "CreateModel" }));
  expect(requests).toHaveTextContent("PrimaryContainer");
  expect(screen.getByText(/Made up here: the execution role/)).toBeInTheDocument();
});

test("what only old images make leads to the recipe that replaces it", () => {
  draw("07", "notebook");
  expect(screen.getByRole("link", { name: "recipe 03" })).toHaveAttribute("href", "/local/recipes/03");
  expect(screen.queryByRole("navigation", { name: "Edition" })).not.toBeInTheDocument();
});

test("a region without the image is told, and offers no requests", () => {
  draw("18", "notebook", { region: "xx-nowhere-1" });
  expect(screen.getByText("It cannot run in xx-nowhere-1")).toBeInTheDocument();
  expect(screen.queryByRole("figure", { name: "Requests" })).not.toBeInTheDocument();
});

test("only a workspace of the emulator says what the emulator needs", () => {
  draw("11", "today", { isEmulator: true });
  expect(screen.getByRole("note")).toHaveTextContent("downloads distilbert-base-uncased-distilled-squad");
  expect(screen.getByText(/Set AWS_ENDPOINT_URL to the emulator's address/)).toBeInTheDocument();
});

test("a recipe outside of the emulator says nothing of it", () => {
  draw("11", "today");
  expect(screen.queryByRole("note")).not.toBeInTheDocument();
  expect(screen.queryByText(/AWS_ENDPOINT_URL/)).not.toBeInTheDocument();
});

test("a missing package is named with the command that brings it, a complete machine runs the script", () => {
  const recipe = recipeById("05");
  if (!recipe) throw new Error("There is no recipe 05.");
  const modules = { numpy: true, datasets: true, transformers: true };
  const { rerender } = render(
    <MachineNote recipe={recipe} machine={{ runsScripts: true, python3: { version: "3.12.1", modules } }} />,
  );
  expect(screen.getByRole("note")).toHaveTextContent("Needs torch");
  expect(screen.getByRole("figure", { name: "To install them" })).toHaveTextContent("python3 -m pip install torch");
  const complete = { ...modules, torch: true };
  rerender(
    <MachineNote recipe={recipe} machine={{ runsScripts: true, python3: { version: "3.12.1", modules: complete } }} />,
  );
  expect(screen.getByRole("note")).toHaveTextContent("Runs here");
});
