import type { Recipe } from "@/catalog/recipes/schema";
import { CodeBlock } from "@/components/ui/code-block";
import { Panel } from "@/components/ui/panel";
import { boto3Recipe } from "@/lib/code-export/recipe/boto3";
import { cliRecipe } from "@/lib/code-export/recipe/cli";
import { pythonSdkRecipe, SDK_V2 } from "@/lib/code-export/recipe/python-sdk";
import { pythonSdkV3Recipe, SDK_V3 } from "@/lib/code-export/recipe/python-sdk-v3";
import { terraformRecipe } from "@/lib/code-export/recipe/terraform";
import { makingCalls } from "@/lib/recipes/calls";
import type { RecipeRequests } from "@/lib/recipes/view";

type RecipeCodeProps = { recipe: Recipe; requests: RecipeRequests; region: string; bucket: string; examples: string[] };

/** The requests exactly as they are sent, and the same as code. */
export function RecipeCode({ recipe, requests, region, bucket, examples }: RecipeCodeProps) {
  const wanted = { recipe, requests, region, bucket };
  const calls = makingCalls(requests);
  const invented =
    examples.length > 0 ? ` Made up here: ${examples.join(" and ")}; set them in Settings, Defaults.` : "";
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
        description={`SDK v2 and v3 are the SageMaker Python SDK ${SDK_V2} and ${SDK_V3}.`}
      >
        <CodeBlock
          label="Code for this recipe"
          tabs={[
            { id: "sdk-v2", label: "SDK v2", code: pythonSdkRecipe(wanted) },
            { id: "sdk-v3", label: "SDK v3", code: pythonSdkV3Recipe(wanted) },
            { id: "boto3", label: "boto3", code: boto3Recipe(wanted) },
            { id: "cli", label: "AWS CLI", code: cliRecipe(wanted) },
            { id: "terraform", label: "Terraform", code: terraformRecipe(wanted) },
          ]}
        />
      </Panel>
    </>
  );
}
