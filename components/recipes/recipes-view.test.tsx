import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { expect, test } from "vitest";

import { WorkspaceProvider } from "@/components/shell/workspace-context";
import { bundledPrices } from "@/lib/costs/price-table";
import { pricedCards } from "@/lib/recipes/priced-cards";

import { RecipesView } from "./recipes-view";

const workspace = { id: "local", label: "Local", region: "us-east-1", isEmulator: true };
const member = { id: "m", name: "viewer", role: "viewer" as const };

function draw(searchParams = "") {
  render(
    <NuqsTestingAdapter searchParams={searchParams} hasMemory>
      <WorkspaceProvider workspace={workspace} member={member}>
        <RecipesView cards={pricedCards(bundledPrices("us-east-1"))} />
      </WorkspaceProvider>
    </NuqsTestingAdapter>,
  );
}

const titles = () => screen.queryAllByRole("heading", { level: 2 }).map((heading) => heading.textContent);

test("each recipe is a card that leads to its page", () => {
  draw();
  expect(titles()).toHaveLength(18);
  expect(screen.getByRole("link", { name: "Serve a model from the Hub" })).toHaveAttribute("href", "/local/recipes/11");
});

test("a card says what it runs on, what that costs and what one must bring", () => {
  draw();
  const card = screen.getByRole("link", { name: "First fine-tune: text classification" }).closest("li");
  expect(card).toHaveTextContent("ml.g5.xlarge$1.41/h");
  expect(card).toHaveTextContent("Needs: Tokenised train and test sets in S3; The folder with the training script");
});

test("kinds and words narrow the cards, and what is historic says so", async () => {
  draw();
  await userEvent.click(screen.getByRole("button", { name: /^Training/ }));
  await userEvent.type(screen.getByRole("searchbox", { name: "Search recipes" }), "tensorflow");
  expect(titles()).toStrictEqual(["First TensorFlow fine-tune", "Sentiment on two instances (TensorFlow)"]);
  expect(screen.getAllByText("Old images only")).toHaveLength(2);
});

test("when nothing matches one press shows all again", async () => {
  draw("?kinds=batch&q=bart");
  expect(titles()).toStrictEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "Show all recipes" }));
  expect(titles()).toHaveLength(18);
});
