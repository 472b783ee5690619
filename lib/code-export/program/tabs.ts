import { boto3Program } from "./boto3";
import { cliProgram } from "./cli";
import { pythonSdkRecipe } from "./python-sdk";
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

function tabs(wanted: ProgramExport, name: string, sdkV2: string): ProgramTab[] {
  return [
    { id: "sdk-v2", label: "SDK v2", code: sdkV2, file: `${name}-sdk-v2.py` },
    { id: "sdk-v3", label: "SDK v3", code: pythonSdkV3Program(wanted), file: `${name}-sdk-v3.py` },
    { id: "boto3", label: "boto3", code: boto3Program(wanted), file: `${name}-boto3.py` },
    { id: "cli", label: "AWS CLI", code: cliProgram(wanted), file: `${name}.sh` },
    { id: "terraform", label: "Terraform", code: terraformProgram(wanted), file: `${name}.tf` },
  ];
}
