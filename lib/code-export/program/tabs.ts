import type { DeployRequests } from "@/lib/deploy/view";

import { pythonSdkDeploy } from "../python-sdk-deploy";
import { boto3Program } from "./boto3";
import { cdkProgram } from "./cdk";
import { cliProgram } from "./cli";
import { deployCalls, endpointExport } from "./endpoint-export";
import { pythonSdkRecipe } from "./python-sdk";
import { pythonSdkEndpoint } from "./python-sdk-endpoint";
import { pythonSdkTraining } from "./python-sdk-training";
import { pythonSdkV3Program } from "./python-sdk-v3";
import { terraformProgram } from "./terraform";
import type { ProgramExport, RecipeExport } from "./view";

/** The same program in one language. */
export type ProgramTab = { id: string; label: string; code: string /** A name to save it by. */; file: string };

/** A recipe in each language. */
export function recipeTabs(wanted: RecipeExport): ProgramTab[] {
  return tabs(wanted, `recipe-${wanted.recipe.id}`, pythonSdkRecipe(wanted));
}

/** A training job in each language. */
export function trainingTabs(wanted: ProgramExport): ProgramTab[] {
  return tabs(wanted, wanted.requests.training?.TrainingJobName ?? "training-job", pythonSdkTraining(wanted));
}

/** An endpoint in each language. */
export function endpointTabs(wanted: ProgramExport, name: string): ProgramTab[] {
  return [...tabs(wanted, name, pythonSdkEndpoint(wanted)), cdkTab(wanted, name)];
}

/** A deploy that is not made yet, in each language, from masked requests. */
export function deployTabs(requests: DeployRequests, region: string): ProgramTab[] {
  const name = requests.endpoint.EndpointName;
  const wanted = endpointExport(deployCalls(requests), region);
  return [...tabs(wanted, name, pythonSdkDeploy(requests)), cdkTab(wanted, name)];
}

function cdkTab(wanted: ProgramExport, name: string): ProgramTab {
  return { id: "cdk", label: "CDK", code: cdkProgram(wanted, name), file: `${name}-stack.ts` };
}

function tabs(wanted: ProgramExport, name: string, sdkV2: string): ProgramTab[] {
  return [
    { id: "sdk-v2", label: "SDK v2", code: sdkV2, file: `${name}-sdk-v2.py` },
    { id: "sdk-v3", label: "SDK v3", code: pythonSdkV3Program(wanted), file: `${name}-sdk-v3.py` },
    { id: "boto3", label: "boto3", code: boto3Program(wanted), file: `${name}-boto3.py` },
    { id: "cli", label: "AWS CLI", code: cliProgram(wanted), file: `${name}.sh` },
    { id: "terraform", label: "Terraform", code: terraformProgram(wanted), file: `${name}.tf` },
  ];
}
