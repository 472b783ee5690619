import type { Recipe } from "@/catalog/recipes/schema";
import { CodeBlock } from "@/components/ui/code-block";
import { Panel } from "@/components/ui/panel";
import { SDK_V2 } from "@/lib/code-export/program/python-sdk-estimator";
import { SDK_V3 } from "@/lib/code-export/program/python-sdk-v3";
import { recipeExport } from "@/lib/code-export/program/recipe-export";
import { recipeTabs } from "@/lib/code-export/program/tabs";
import { makingCalls } from "@/lib/recipes/calls";
import type { RecipeRequests } from "@/lib/recipes/view";

type RecipeCodeProps = {
  recipe: Recipe;
  requests: RecipeRequests;
  region: string;
  bucket: string;
  examples: string[];
  isEmulator: boolean;
};

/** The requests exactly as they are sent, and the same as code. */
export function RecipeCode({ recipe, requests, region, bucket, examples, isEmulator }: RecipeCodeProps) {
  const calls = makingCalls(requests);
  const invented =
    examples.length > 0 ? ` Made up here: ${examples.join(" and ")}; set them in Settings, Defaults.` : "";
  const here = isEmulator ? "Set AWS_ENDPOINT_URL to the emulator's address to run it here. " : "";
  return (
    <>
      <Panel
        title="Requests to AWS"
        description={`${calls.length === 1 ? "One call" : `${calls.length} calls, sent one after the other`}.${invented}`}
      >
        <CodeBlock
          label="Requests"
          tabs={calls.map(({ operation, input }, index) => ({
            id: `${index} ${operation}`,
            label: operation,
            code: JSON.stringify(input, null, 2),
          }))}
        />
      </Panel>
      <Panel
        title="The same as code"
        description={`${here}SDK v2 and v3 are the SageMaker Python SDK ${SDK_V2} and ${SDK_V3}.`}
      >
        <CodeBlock label="Code for this recipe" tabs={recipeTabs(recipeExport(recipe, requests, { region, bucket }))} />
      </Panel>
    </>
  );
}
