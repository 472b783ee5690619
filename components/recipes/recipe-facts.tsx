"use client";

import type { Recipe } from "@/catalog/recipes/schema";
import { usePrices } from "@/components/shell/use-prices";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import { formatDate } from "@/lib/format/dates";
import { formatUsd, formatUsdPerHour } from "@/lib/format/money";
import { formatNumber } from "@/lib/format/numbers";
import { type RecipeCost, recipeCosts } from "@/lib/recipes/cost";
import type { RecipeRequests } from "@/lib/recipes/view";

type RecipeFactsProps = { recipe: Recipe; requests: RecipeRequests | null; region: string; isEmulator: boolean };

/** What a recipe asks for and runs on, what that costs and how long it took. */
export function RecipeFacts({ recipe, requests, region, isEmulator }: RecipeFactsProps) {
  const costs = recipeCosts(recipe, usePrices());
  const images = [
    ["Training image", requests?.training?.AlgorithmSpecification.TrainingImage],
    ["Inference image", requests?.model?.PrimaryContainer.Image],
  ].flatMap(([term, uri]) =>
    uri ? [{ term, value: <span className="font-mono text-sm break-all">{uri}</span> }] : [],
  );
  return (
    <Panel title="What it takes">
      <DescriptionList
        items={[
          {
            term: "You bring",
            value: (
              <ul className="list-disc pl-4">
                {recipe.supply.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            ),
          },
          ...costs.map((cost) => ({ term: cost.part, value: <CostOf cost={cost} region={region} /> })),
          ...(isEmulator
            ? [{ term: "In the emulator", value: "Nothing costs money here; the prices are those of AWS." }]
            : []),
          { term: "Time", value: recipe.recordedTime ?? "The notebook recorded none." },
          ...mostOf(recipe, costs),
          ...images,
        ]}
      />
    </Panel>
  );
}

/** A training job cannot cost more than its longest run. */
function mostOf({ training }: Recipe, costs: readonly RecipeCost[]): { term: string; value: string }[] {
  const usdPerHour = costs.find(({ part }) => part === "Training")?.usdPerHour ?? null;
  if (!training) return [];
  const longest = `SageMaker stops the job after ${formatNumber(training.maxRunSeconds / 3600)} hours`;
  const most = usdPerHour && formatUsd((usdPerHour * training.maxRunSeconds) / 3600);
  return [{ term: "At most", value: most ? `${most}: ${longest}` : longest }];
}

function CostOf({ cost, region }: { cost: RecipeCost; region: string }) {
  const { instanceType, instanceCount, usdPerHour, price } = cost;
  return (
    <>
      <span className="font-mono text-sm">
        {instanceCount > 1 ? `${instanceCount} × ` : ""}
        {instanceType}
      </span>{" "}
      <span className="text-muted">
        {usdPerHour && price
          ? `· ${formatUsdPerHour(usdPerHour)} on demand in ${region}, ${formatDate(`${price.date}T12:00:00Z`)}`
          : `· price in ${region} unknown; it is not free`}
      </span>
    </>
  );
}
