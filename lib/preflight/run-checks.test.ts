import { expect, test } from "vitest";

import { containers } from "@/catalog/containers/data";
import { hostAmiOf } from "@/catalog/containers/host-ami";
import { buildImageUri } from "@/catalog/containers/image-uri";
import { recipes } from "@/catalog/recipes/data";
import { recipeAs } from "@/catalog/recipes/select";
import { EMPTY_DEPLOY } from "@/lib/deploy/defaults";
import { fromLink } from "@/lib/deploy/from-link";
import type { DeployFormValues } from "@/lib/deploy/schema";
import { buildRecipe } from "@/lib/recipes/build-requests";
import { recipeForm } from "@/lib/recipes/form";
import { workspaceFacts } from "@/lib/recipes/workspace-facts";

import { planOf } from "./plan";
import { runChecks } from "./run-checks";
import type { CheckId, Evidence, ModelFacts, Verdict } from "./view";

const REGION = "us-east-1";
const REGISTRY = `763104351884.dkr.ecr.${REGION}.amazonaws.com`;
const IMAGE = `${REGISTRY}/huggingface-pytorch-inference:2.6.0-transformers4.51.3-gpu-py312-cu124-ubuntu22.04`;
const OLD_IMAGE = `${REGISTRY}/huggingface-pytorch-inference:1.13.1-transformers4.26.0-gpu-py39-cu117-ubuntu20.04`;
const CPU_IMAGE = `${REGISTRY}/huggingface-pytorch-inference:2.6.0-transformers4.51.3-cpu-py312-ubuntu22.04`;

const GOOD: DeployFormValues = {
  ...EMPTY_DEPLOY,
  source: "hub",
  hubModelId: "owner/model",
  task: "text-generation",
  image: IMAGE,
  instanceType: "ml.g5.2xlarge",
  executionRoleArn: "arn:aws:iam::123456789012:role/r",
  serverlessMemoryMb: 6144,
};
const MODEL: ModelFacts = {
  modelType: "llama",
  architectures: ["LlamaForCausalLM"],
  bringsCode: false,
  library: "transformers",
  task: "text-generation",
  trainedWith: "4.40.0",
  weightBytes: 3e9,
  weightSource: "1,500 million BF16",
};
const SEEN: Evidence = {
  model: { state: "seen", value: MODEL },
  access: { state: "seen", value: { state: "found", isGated: false, isPrivate: false, withToken: false } },
  archive: { state: "seen", value: { paths: ["config.json", "model.safetensors"], isWhole: true, runsOwnCode: false } },
  quota: {
    state: "seen",
    value: { name: "ml.g5.2xlarge for endpoint usage", limit: 4, used: 1, mayAdd: 1, isPartial: false },
  },
  role: { state: "seen", value: { trustsSageMaker: true, readsModel: true, isPassable: true } },
};

type Change = { values?: Partial<DeployFormValues>; model?: Partial<ModelFacts>; evidence?: Partial<Evidence> };
function checksOf({ values = {}, model = {}, evidence = {} }: Change = {}) {
  const seen: Evidence = { ...SEEN, model: { state: "seen", value: { ...MODEL, ...model } }, ...evidence };
  return runChecks(planOf({ ...GOOD, ...values }, REGION), seen);
}
const verdicts = (change?: Change) => new Map(checksOf(change).map(({ id, verdict }) => [id, verdict]));
const quota = (value: object): Partial<Evidence> => ({
  quota: { state: "seen", value: { name: "q", limit: 4, used: 1, mayAdd: 1, isPartial: false, ...value } },
});
const role = (value: object): Partial<Evidence> => ({
  role: { state: "seen", value: { trustsSageMaker: true, readsModel: true, isPassable: true, ...value } },
});
const access = (value: object): Partial<Evidence> => ({
  access: {
    state: "seen",
    value: { state: "found", isGated: false, isPrivate: false, withToken: false, ...value } as never,
  },
});
const archive = (paths: string[], more: object = {}): Partial<Evidence> => ({
  archive: { state: "seen", value: { paths, isWhole: true, runsOwnCode: false, ...more } },
});
const S3: Partial<DeployFormValues> = { source: "s3", modelDataUrl: "s3://b/model.tar.gz" };

test("a good choice passes every check", () => {
  expect([...verdicts().values()].filter((verdict) => verdict !== "fine")).toStrictEqual([]);
  expect([...verdicts({ values: S3 }).values()].filter((verdict) => verdict !== "fine")).toStrictEqual([]);
});

// Each row changes one thing: exactly this check must change, and none beside it.
const ROWS: [what: string, id: CheckId, verdict: Verdict, change: Change, base?: Partial<DeployFormValues>][] = [
  ["a tag of another CUDA", "image", "will-fail", { values: { image: IMAGE.replace("cu124", "cu121") } }],
  ["an arm64 instance", "device", "will-fail", { values: { instanceType: "ml.c6g.2xlarge" } }],
  ["an image for the CPU", "device", "warning", { values: { image: CPU_IMAGE } }],
  [
    "a host for CUDA 13",
    "host",
    "warning",
    { values: { inferenceAmiVersion: "al2023-ami-sagemaker-inference-gpu-4-1" } },
  ],
  ["a gated model", "access", "will-fail", { evidence: access({ isGated: true }) }],
  [
    "a gated model with a token",
    "access",
    "warning",
    { values: { hubTokenFrom: "typed" }, evidence: access({ isGated: true }) },
  ],
  ["a missing revision", "access", "will-fail", { evidence: access({ state: "no-revision" }) }],
  ["a missing model", "access", "will-fail", { evidence: access({ state: "missing" }) }],
  ["a Hub out of reach", "access", "unseen", { evidence: { access: { state: "unseen", why: "offline." } } }],
  ["no config.json", "archive", "will-fail", { evidence: archive(["model.safetensors"]) }, S3],
  ["a nested model", "archive", "will-fail", { evidence: archive(["m/config.json", "m/model.safetensors"]) }, S3],
  ["no weights", "archive", "will-fail", { evidence: archive(["config.json"]) }, S3],
  ["a type that is too new", "model-type", "will-fail", { model: { modelType: "olmo3" } }],
  ["another library", "model-type", "unseen", { model: { library: "diffusers" } }],
  ["a newer transformers at training", "model-type", "warning", { model: { trainedWith: "4.55.0" } }],
  ["a task without a head", "task", "will-fail", { values: { task: "fill-mask" } }],
  [
    "no task to be found",
    "task",
    "will-fail",
    { values: { task: "" }, model: { task: null, architectures: ["LlamaModel"] } },
  ],
  ["another task than the card's", "task", "warning", { values: { task: "text-classification" } }],
  ["weights over the GPU", "memory", "will-fail", { model: { weightBytes: 40e9 } }],
  ["weights that only just fit", "memory", "warning", { model: { weightBytes: 23e9 } }],
  ["weights nobody knows", "memory", "unseen", { model: { weightBytes: null } }],
  ["no room left", "quota", "will-fail", { evidence: quota({ used: 4 }) }],
  ["no room for what scaling adds", "quota", "warning", { evidence: quota({ mayAdd: 3 }) }],
  [
    "quotas that may not be read",
    "quota",
    "unseen",
    { evidence: { quota: { state: "unseen", why: "not permitted." } } },
  ],
  ["a role that SageMaker may not take on", "role", "will-fail", { evidence: role({ trustsSageMaker: false }) }],
  ["a role that may not be passed", "role", "will-fail", { evidence: role({ isPassable: false }) }],
  ["a role that may not read", "role", "warning", { evidence: role({ readsModel: false }) }],
  ["roles that may not be seen", "role", "unseen", { evidence: role({ trustsSageMaker: null }) }],
];

test.each(ROWS)("%s changes the check of %s to %s, and no other", (_what, id, verdict, change, base = {}) => {
  const before = verdicts({ values: base });
  const after = verdicts({ ...change, values: { ...base, ...change.values } });
  expect(after.get(id)).toBe(verdict);
  // A larger model also takes longer to start; an image of which nothing is known is judged by nothing else.
  const beside =
    new Map([
      ["memory", ["start-up"]],
      ["image", ["device", "host", "model-type", "task"]],
    ]).get(id) ?? [];
  // The host's driver is looked at only for a GPU.
  const withoutGpu = id === "device" ? ["host"] : [];
  const spared: string[] = [id, ...beside, ...withoutGpu];
  for (const [other, was] of before) if (!spared.includes(other)) expect(after.get(other), other).toBe(was);
});

test("each mend of a failing check makes that check pass", () => {
  for (const [what, id, , change, base = {}] of ROWS) {
    const values = { ...GOOD, ...base, ...change.values };
    const failing = checksOf({ ...change, values }).find((check) => check.id === id);
    if (!failing?.mend || failing.verdict !== "will-fail" || id === "access") continue;
    const mended = verdicts({ ...change, values: { ...values, ...failing.mend.set } });
    expect(mended.get(id), what).not.toBe("will-fail");
  }
});

test("an image for a GPU cannot be served without instances, and its mend can", () => {
  const values = { mode: "serverless", image: IMAGE } as const;
  const [failing] = checksOf({ values }).filter(({ id }) => id === "serverless");
  expect(failing).toMatchObject({ verdict: "will-fail", mend: { set: { image: CPU_IMAGE } } });
  expect(verdicts({ values: { ...values, image: CPU_IMAGE } }).get("serverless")).toBe("fine");
});

test("CUDA 13 hangs without its host image, and its mend asks for it", () => {
  const container = containers.find((row) => hostAmiOf(row) !== null && row.device === "gpu");
  const built = container && buildImageUri(container, REGION);
  const values = { image: built?.ok ? built.imageUri : "" };
  const host = checksOf({ values }).find(({ id }) => id === "host");
  expect(host).toMatchObject({ verdict: "will-fail" });
  expect(verdicts({ values: { ...values, ...host?.mend?.set } }).get("host")).toBe("fine");
});

test("the arithmetic is shown, and a larger instance is offered", () => {
  const memory = checksOf({ values: { image: OLD_IMAGE }, model: { weightBytes: 30 * 1024 ** 3 } }).find(
    ({ id }) => id === "memory",
  );
  expect(memory?.evidence).toContainEqual({ term: "With 20% for serving", value: "30 GiB × 1.2 = 36 GiB" });
  expect(memory?.mend?.set.instanceType).toMatch(/^ml\.(g6e|p4d)/);
});

test("a type too new for the image is mended by the oldest image that knows it", () => {
  const outcome = checksOf({ values: { image: OLD_IMAGE } }).find(({ id }) => id === "model-type");
  expect(outcome).toMatchObject({ verdict: "will-fail", mend: { set: { image: expect.stringContaining("4.28.1") } } });
});

test("where nothing can be looked up nothing is said to fail", () => {
  const unseen = { state: "unseen", why: "offline." } as const;
  const blind: Evidence = { model: unseen, access: unseen, archive: unseen, quota: unseen, role: unseen };
  for (const { verdict } of checksOf({ evidence: blind })) expect(["fine", "unseen"]).toContain(verdict);
});

const workspace = { region: REGION, bucket: "b-1", executionRoleArn: "arn:aws:iam::123456789012:role/r" };
const { facts } = workspaceFacts(workspace, new Date(0), "00000000-0000-4000-8000-000000000000");
const known = recipes.flatMap((recipe) =>
  (["notebook", "today"] as const).flatMap((edition) => {
    const as = recipeAs(recipe, edition);
    const built = as && buildRecipe(as, facts);
    const path = as && built?.ok ? (recipeForm(as, edition, built.requests, facts).link?.path ?? "") : "";
    return path.startsWith("/deploy?") ? [{ id: recipe.id, edition, query: path.split("?")[1] ?? "" }] : [];
  }),
);

test.each(known)("the $edition edition of recipe $id has nothing that fails", ({ query }) => {
  const start = { region: REGION, isEmulator: false, executionRoleArn: workspace.executionRoleArn, hasHubToken: false };
  const values = fromLink(Object.fromEntries(new URLSearchParams(query)), start);
  const { role: granted } = SEEN;
  const { quota: room = null } = quota({ limit: 40 });
  const checks = runChecks(planOf(values, REGION), {
    model: null,
    access: null,
    archive: null,
    quota: room,
    role: granted,
  });
  expect(checks.filter(({ verdict }) => verdict !== "fine")).toStrictEqual([]);
});

test("recipes were looked at", () => expect(known.length).toBeGreaterThan(5));
