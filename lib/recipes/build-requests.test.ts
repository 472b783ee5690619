import { describe, expect, test } from "vitest";

import { recipes } from "@/catalog/recipes/data";
import golden01 from "@/catalog/recipes/golden/01.json";
import golden05 from "@/catalog/recipes/golden/05.json";
import golden10 from "@/catalog/recipes/golden/10.json";
import golden11 from "@/catalog/recipes/golden/11.json";
import golden12 from "@/catalog/recipes/golden/12.json";
import golden13 from "@/catalog/recipes/golden/13.json";
import golden16 from "@/catalog/recipes/golden/16.json";
import type { Recipe } from "@/catalog/recipes/schema";
import { RECIPE_EDITIONS, type RecipeEdition, recipeAs, recipeById } from "@/catalog/recipes/select";
import { serviceModel } from "@/emulator/constraints/shapes";
import { validateInput } from "@/emulator/constraints/validate";
import { MASK } from "@/lib/secrets/mask";
import { loads } from "@/lib/training/python-json";

import { buildRecipe } from "./build-requests";
import { makingCalls, removingCalls } from "./calls";
import type { RecipeCall, RecipeRequests } from "./view";

/** The facts of the recorded runs; the SDK counted its names in milliseconds. */
const factsAt = (millisecond: number) => ({
  region: "us-east-1",
  bucket: "sagemaker-us-east-1-111122223333",
  executionRoleArn: "arn:aws:iam::111122223333:role/sagemaker_execution_role",
  now: new Date(Date.UTC(2026, 0, 1, 0, 0, 0, millisecond)),
  unique: "00000000-0000-4000-8000-000000000000",
});

function recipe(id: string, edition: RecipeEdition = "notebook"): Recipe {
  const found = recipeById(id);
  const edited = found && recipeAs(found, edition);
  if (!edited) throw new Error(`There is no recipe ${id} ${edition}.`);
  return edited;
}

function requests(id: string, millisecond = 1, edition: RecipeEdition = "notebook"): RecipeRequests {
  const built = buildRecipe(recipe(id, edition), factsAt(millisecond));
  if (!built.ok) throw new Error(built.reason);
  return built.requests;
}

const sent = (calls: RecipeCall[]) => Object.fromEntries(calls.map(({ operation, input }) => [operation, input]));

type Recorded = Record<string, unknown>;
/** The recorded list of calls, so far as a recipe makes or removes something. */
function recordedList(list: { operation: string; input: unknown }[]): Recorded {
  return Object.fromEntries(
    list
      .filter(({ operation }) => /^(Create|Delete)/.test(operation))
      .map(({ operation, input }) => [operation, input]),
  );
}

describe("the requests are those that the SDK was seen to send", () => {
  test.each<[string, number, Recorded]>([
    ["01", 1, recordedList(golden01.requests)],
    ["05", 1, recordedList(golden05.requests)],
    ["10", 2, golden10.requests],
    ["11", 2, golden11.requests],
    ["12", 2, golden12.requests],
    ["13", 1, golden13.requests],
    ["16", 2, golden16.requests],
  ])("sample notebook %s", (id, millisecond, recorded) => {
    const made = sent(makingCalls(requests(id, millisecond)));
    const removed = sent(removingCalls(requests(id, millisecond)));
    const { making, removing } = split(recorded);
    expect(made).toStrictEqual(making);
    expect(removed).toMatchObject(removing);
  });
});

function split(recorded: Recorded): { making: Recorded; removing: Recorded } {
  const entries = Object.entries(recorded).filter(([operation]) => !operation.startsWith("Describe"));
  const isRemoval = ([operation]: [string, unknown]) => /^(Delete|Deregister)/.test(operation);
  return {
    making: Object.fromEntries(entries.filter((entry) => !isRemoval(entry))),
    removing: Object.fromEntries(entries.filter(isRemoval)),
  };
}

const hyperparameters = (id: string, edition: RecipeEdition = "notebook") =>
  requests(id, 1, edition).training?.HyperParameters ?? {};
const images = (id: string, edition: RecipeEdition = "notebook") => {
  const { training, model } = requests(id, 1, edition);
  return [training?.AlgorithmSpecification.TrainingImage, model?.PrimaryContainer.Image].map((uri) =>
    uri?.split("/").at(-1),
  );
};

describe("the recipes without a recording follow the SDK's rules", () => {
  test.each(["03", "07", "08"])("%s: data parallel, told to the toolkit", (id) => {
    expect(hyperparameters(id)).toMatchObject({
      sagemaker_distributed_dataparallel_enabled: "true",
      sagemaker_instance_type: JSON.stringify(recipe(id).training?.instanceType),
      sagemaker_distributed_dataparallel_custom_mpi_options: '""',
    });
    expect(requests(id).training?.ResourceConfig.InstanceCount).toBe(2);
  });

  test("03: five metrics and a disk of its own", () => {
    const { training } = requests("03");
    expect(training?.AlgorithmSpecification.MetricDefinitions?.map(({ Name }) => Name)).toStrictEqual([
      "train_runtime",
      "train_samples_per_second",
      "epoch",
      "f1",
      "exact_match",
    ]);
    expect(training?.ResourceConfig.VolumeSizeInGB).toBe(200);
    expect(training).not.toHaveProperty("InputDataConfig");
  });

  test("04: model parallel with MPI, no debugger hook", () => {
    expect(hyperparameters("04")).toMatchObject({
      sagemaker_mpi_enabled: "true",
      sagemaker_mpi_num_of_processes_per_host: "8",
      sagemaker_mpi_custom_mpi_options: '""',
      mp_parameters:
        '{"microbatches": 4, "placement_strategy": "spread", "pipeline": "interleaved", "optimize": "speed", "partitions": 4, "ddp": true}',
      sagemaker_distributed_dataparallel_enabled: "false",
      sagemaker_instance_type: '"ml.p3.16xlarge"',
    });
    expect(requests("04").training).not.toHaveProperty("DebugHookConfig");
    expect(requests("04").training?.ProfilerConfig).toMatchObject({ DisableProfiler: false });
  });

  test("02 and 07: TensorFlow, with the short versions in the tag", () => {
    expect(images("02")).toStrictEqual([
      "huggingface-tensorflow-training:2.5-transformers4.12-gpu-py37-cu112-ubuntu18.04",
      "huggingface-tensorflow-inference:2.5-transformers4.12-gpu-py37-cu112-ubuntu18.04",
    ]);
    expect(images("07")).toStrictEqual([
      "huggingface-tensorflow-training:2.4-transformers4.6-gpu-py37-cu110-ubuntu18.04",
      "huggingface-tensorflow-inference:2.4-transformers4.6-gpu-py37-cu110-ubuntu18.04",
    ]);
  });

  test("06: ten metrics as the notebook writes them; today's patterns keep the exponent", () => {
    const rate = (edition: RecipeEdition) => {
      const all = requests("06", 1, edition).training?.AlgorithmSpecification.MetricDefinitions ?? [];
      expect(all).toHaveLength(10);
      return new RegExp(all.find(({ Name }) => Name === "learning_rate")?.Regex ?? "");
    };
    const line = "{'loss': 0.2, 'learning_rate': 3.645e-05, 'epoch': 1.0}";
    expect(rate("notebook").exec(line)?.[1]).toBe("3.645");
    expect(rate("today").exec(line)?.[1]).toBe("3.645e-05");
  });

  test("08 and 09: fractions and empty texts are written as Python does", () => {
    expect(hyperparameters("08")).toMatchObject({ learning_rate: "5e-05", seed: "7", predict_with_generate: "true" });
    expect(hyperparameters("09")).toMatchObject({ use_auth_token: '""' });
    expect(requests("09").model).toBeNull();
  });

  test("14: the notebook's token is a masked hyperparameter, today's a variable, and no request holds one", () => {
    expect(loads(hyperparameters("14").hub_token ?? "")).toBe(MASK);
    expect(requests("14").training).not.toHaveProperty("Environment");
    const { training, model } = requests("14", 1, "today");
    expect(Object.keys(hyperparameters("14", "today"))).not.toContain("hub_token");
    expect(Object.keys(training?.Environment ?? {})).toStrictEqual(["HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"]);
    expect(JSON.stringify(training)).not.toMatch(/hf_[A-Za-z0-9]{8}/);
    expect(model?.PrimaryContainer.Environment).toMatchObject({ HF_TASK: "text-classification" });
    expect(model?.PrimaryContainer).not.toHaveProperty("ModelDataUrl");
  });

  test("15: the compiler's own repository, its two switches, no debugger and no profiler", () => {
    expect(images("15")).toStrictEqual([
      "huggingface-pytorch-trcomp-training:1.9.0-transformers4.11.0-gpu-py38-cu111-ubuntu20.04",
      "huggingface-pytorch-inference:1.9.0-transformers4.11.0-gpu-py38-cu111-ubuntu20.04",
    ]);
    expect(hyperparameters("15")).toMatchObject({
      sagemaker_training_compiler_enabled: "true",
      sagemaker_training_compiler_debug_mode: "false",
    });
    expect(requests("15").training).not.toHaveProperty("DebugHookConfig");
    expect(requests("15").training?.ProfilerConfig).toStrictEqual({ DisableProfiler: true });
  });

  test("17: an archive with a script of its own needs no word in the request", () => {
    expect(requests("17").model?.PrimaryContainer).toMatchObject({
      ModelDataUrl: "s3://sagemaker-us-east-1-111122223333/custom_inference/all-MiniLM-L6-v2/model.tar.gz",
      Environment: { SAGEMAKER_PROGRAM: "", SAGEMAKER_SUBMIT_DIRECTORY: "" },
    });
  });

  test("18: the Neuron repository with full versions, although the notebook names short ones", () => {
    expect(images("18")[1]).toBe(
      "huggingface-pytorch-inference-neuron:1.9.1-transformers4.12.3-neuron-py37-sdk1.17.1-ubuntu18.04",
    );
  });

  test("a model out of a training job shares one new name with its endpoint", () => {
    for (const id of ["02", "03", "04", "06", "07", "08", "15"]) {
      const { training, model, endpoint } = requests(id);
      expect(model?.ModelName).toBe(endpoint?.endpoint.EndpointName);
      expect(model?.ModelName).not.toBe(training?.TrainingJobName);
      expect(model?.PrimaryContainer.ModelDataUrl).toContain(`/${training?.TrainingJobName}/output/model.tar.gz`);
    }
  });
});

describe("today's edition", () => {
  test("spreads over devices with torch_distributed instead of what ended", () => {
    for (const id of ["03", "04", "08"]) {
      expect(hyperparameters(id, "today")).toMatchObject({ sagemaker_torch_distributed_enabled: "true" });
      expect(Object.keys(hyperparameters(id, "today")).filter((name) => /mpi|mp_|dataparallel/.test(name))).toEqual([]);
    }
  });

  test("joins the lines of a transform and wakes an asynchronous endpoint", () => {
    expect(requests("12", 1, "today").transform?.TransformOutput).toMatchObject({ AssembleWith: "Line" });
    expect(
      makingCalls(requests("16", 1, "today"))
        .map(({ operation }) => operation)
        .slice(-3),
    ).toStrictEqual(["PutScalingPolicy", "PutScalingPolicy", "PutMetricAlarm"]);
  });
});

const everyEdition = recipes.flatMap((row) =>
  RECIPE_EDITIONS.flatMap((edition) => (recipeAs(row, edition) ? [[row.id, edition] as const] : [])),
);

/** Operations that the emulator does not have, so that it keeps no constraints of theirs. */
const UNCHECKED = ["CreateTransformJob", "PutScalingPolicy"];

test.each(everyEdition)("AWS's own constraints let recipe %s (%s) pass", (id, edition) => {
  const all = requests(id, 1, edition);
  for (const { service, operation, input } of [...makingCalls(all), ...removingCalls(all)]) {
    const model = serviceModel(service);
    const shape = model?.operations[operation]?.in;
    if (!shape && UNCHECKED.includes(operation)) continue;
    if (!model || !shape) throw new Error(`No constraints of ${operation}.`);
    validateInput(model, shape, input, "ValidationException");
  }
});

test("hyperparameters read back as what Python held", () => {
  for (const { id, training } of recipes) {
    for (const { name, value, type } of training?.hyperparameters ?? []) {
      const back = loads(hyperparameters(id)[name] ?? "");
      expect(type === "string" ? back : String(back instanceof Object ? value : back)).toBe(value);
    }
  }
});

test("a region without an image is told as such", () => {
  expect(buildRecipe(recipe("01"), { ...factsAt(1), region: "xx-nowhere-1" })).toMatchObject({ ok: false });
});
