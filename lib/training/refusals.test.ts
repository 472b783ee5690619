import { expect, test } from "vitest";

import { buildImageUri } from "@/catalog/containers/image-uri";
import { containerById } from "@/catalog/containers/select";
import { gitSourceKey } from "@/lib/git-source/view";

import { trainingCautions } from "./cautions";
import { EMPTY_CHANNEL } from "./channel-row";
import { emptyTraining } from "./defaults";
import { type TrainingFormValues, TrainingInput } from "./schema";

const place = { region: "us-east-1", bucket: "a-bucket" };
const filled: TrainingFormValues = {
  ...emptyTraining({ ...place, executionRoleArn: "arn:aws:iam::111122223333:role/SageMakerExecutionRole" }),
  stampedAt: "2026-01-02T03:04:05.006Z",
  uploadFiles: 1,
  entryPoint: "train.py",
};

type Over = Partial<TrainingFormValues>;

function problems(over: Over): string[] {
  const parsed = TrainingInput.safeParse({ ...filled, ...over });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}
const cautions = (over: Over) => trainingCautions(TrainingInput.parse({ ...filled, ...over }));

function image(id: string): string {
  const container = containerById(id);
  const built = container && buildImageUri(container, "us-east-1");
  if (!built?.ok) throw new Error(`${id} is not in us-east-1`);
  return built.imageUri;
}

const channel = (over: Partial<typeof EMPTY_CHANNEL>) => ({
  channels: [{ ...EMPTY_CHANNEL, name: "train", s3Uri: "s3://bucket/train", ...over }],
});
const channels = (count: number) => ({
  channels: Array.from({ length: count }, (_, at) => ({ ...EMPTY_CHANNEL, name: `c${at}`, s3Uri: "s3://bucket/x" })),
});
const rows = (count: number) => ({
  hyperparameters: Array.from({ length: count }, (_, at) => ({ name: `p${at}`, type: "string" as const, value: "x" })),
});
const row = (name: string, value = "x") => ({ hyperparameters: [{ name, type: "string" as const, value }] });
const metrics = (count: number) => ({
  metricDefinitions: Array.from({ length: count }, (_, at) => ({ name: `m${at}`, regex: "m: ([0-9.]+)" })),
});
const variables = (count: number) => ({
  environment: Array.from({ length: count }, (_, at) => ({ name: `V${at}`, value: "x" })),
});
const tags = (count: number) => ({ tags: Array.from({ length: count }, (_, at) => ({ key: `t${at}`, value: "" })) });
const push: Over = { hubPush: true, hubTokenWay: "environment", hubTokenFrom: "typed", hubToken: "hf_token" };
const git = { gitRepository: "https://github.com/a/b.git", gitRef: "main", gitFolder: "" };
const gitKey = gitSourceKey({ repository: git.gitRepository, ref: git.gitRef, folder: git.gitFolder });
const gitPacked = { key: gitKey, commit: "a".repeat(40), s3Uri: "s3://a-bucket/git-sources/x/sourcedir.tar.gz" };
const augmented = { dataType: "AugmentedManifestFile", attributeNames: "source-ref, label", mode: "Pipe" } as const;
const isolated = { networkIsolation: true };
const smddp = {
  distribution: "smddp",
  image: image("huggingface-pytorch-training:1.13.1-transformers4.26.0-gpu-py39-cu117-ubuntu20.04"),
  instanceType: "ml.p4d.24xlarge",
} as const;
const OLD = image("huggingface-pytorch-training:1.7.1-transformers4.6.1-gpu-py36-cu110-ubuntu18.04");

// Each is wrong, the second is the same with the one thing put right.
test.each<[string, Over, Over, RegExp]>([
  [
    "an entry point that is not in the archive",
    { sourceFiles: ["run.py"] },
    { sourceFiles: ["run.py", "train.py"] },
    /^entryPoint: There is no train.py/,
  ],
  [
    "git that was not read",
    { source: "git", ...git },
    { source: "git", ...git, gitPacked },
    /^gitRepository: Read the repository first/,
  ],
  [
    "git that was read at another branch",
    { source: "git", ...git, gitRef: "v2", gitPacked },
    { source: "git", ...git, gitPacked },
    /^gitRepository: Read/,
  ],
  [
    "a repository by ssh",
    { source: "git", ...git, gitRepository: "git@github.com:a/b.git", gitPacked },
    { source: "git", ...git, gitPacked },
    /^gitRepository: Only https/,
  ],
  [
    "data parallel on p3.2xlarge",
    { ...smddp, instanceType: "ml.p3.2xlarge" },
    smddp,
    /^distribution: SageMaker data parallel runs on/,
  ],
  [
    "DDP in an old container",
    { distribution: "pytorch-ddp", image: OLD },
    { distribution: "none", image: OLD },
    /^distribution: The container starts DDP/,
  ],
  ["warm instances for too long", { keepAliveSeconds: "21601" }, { keepAliveSeconds: "21600" }, /^keepAliveSeconds: /],
  [
    "a run of more than 28 days",
    { maxRunSeconds: 2_419_201 },
    { maxRunSeconds: 2_419_200 },
    /^maxRunSeconds: At most 28 days/,
  ],
  [
    "a key for disks of the machine's own",
    { volumeKmsKeyId: "alias/k", instanceType: "ml.g5.xlarge" },
    { volumeKmsKeyId: "alias/k", instanceType: "ml.p3.2xlarge" },
    /^volumeKmsKeyId: ml.g5.xlarge has disks/,
  ],
  [
    "requirements without a network",
    { ...isolated, sourceFiles: ["train.py", "requirements.txt"] },
    { ...isolated, sourceFiles: ["train.py"] },
    /^networkIsolation: Without a network requirements.txt/,
  ],
  [
    "a full set of channels without a network",
    { ...isolated, ...channels(20) },
    { ...isolated, ...channels(19) },
    /^networkIsolation: Without a network the script takes one/,
  ],
  ["a push without a network", { ...isolated, ...push }, push, /^hubPush: Network isolation/],
  [
    "a push by a row without a network",
    { ...isolated, ...row("push_to_hub", "True") },
    { ...isolated, ...row("push_to_hub", "False") },
    /^hubPush: /,
  ],
  [
    "a push without its token",
    { ...push, hubToken: "" },
    { ...push, hubToken: "", hubTokenWay: "script" },
    /^hubToken: Type the token/,
  ],
  ["the mask as a token", { ...push, hubToken: "••••••••" }, push, /^hubToken: This is what the console shows/],
  [
    "a push that a row sets too",
    { ...push, ...row("hub_model_id") },
    push,
    /^hyperparameters.0.name: “Push to the Hub”/,
  ],
  [
    "a token that a variable sets too",
    { ...push, environment: [{ name: "HF_TOKEN", value: "x" }] },
    { ...push, hubTokenWay: "script", environment: [{ name: "HF_TOKEN", value: "x" }] },
    /^environment.0.name: “Push/,
  ],
  [
    "a model's name that the Hub does not take",
    { ...push, hubModelId: "a/b/c" },
    { ...push, hubModelId: "a/b" },
    /^hubModelId: /,
  ],
  [
    "more than 100 hyperparameters with the toolkit's",
    rows(96),
    rows(95),
    /^hyperparameters: SageMaker takes at most 100/,
  ],
  [
    "the same beside torchrun's two",
    { ...rows(94), distribution: "torch-distributed" },
    { ...rows(93), distribution: "torch-distributed" },
    /^hyperparameters: .*93 are yours/,
  ],
  [
    "a hyperparameter of the toolkit",
    row("sagemaker_program"),
    row("program"),
    /^hyperparameters.0.value: The container's toolkit/,
  ],
  [
    "a hyperparameter's long name",
    row("n".repeat(257)),
    row("n".repeat(256)),
    /^hyperparameters.0.value: Give a name of up to 256/,
  ],
  [
    "a hyperparameter's long value",
    row("n", "v".repeat(2_499)),
    row("n", "v".repeat(2_498)),
    /^hyperparameters.0.value: SageMaker takes values/,
  ],
  [
    "a variable of the toolkit",
    { environment: [{ name: "SAGEMAKER_REGION", value: "x" }] },
    { environment: [{ name: "REGION", value: "x" }] },
    /^environment.0.name: /,
  ],
  [
    "a variable's long value",
    { environment: [{ name: "A", value: "x".repeat(513) }] },
    { environment: [{ name: "A", value: "x".repeat(512) }] },
    /^environment.0.value: /,
  ],
  ["101 variables", variables(101), variables(100), /^environment: SageMaker takes at most 100/],
  ["41 metrics", metrics(41), metrics(40), /^metricDefinitions: SageMaker takes at most 40/],
  [
    "a long expression",
    { metricDefinitions: [{ name: "m", regex: `(${"a".repeat(499)})` }] },
    { metricDefinitions: [{ name: "m", regex: `(${"a".repeat(498)})` }] },
    /^metricDefinitions.0.regex: /,
  ],
  ["51 tags", tags(51), tags(50), /^tags: AWS takes at most 50/],
  ["21 channels", channels(21), channels(20), /^channels: SageMaker takes at most 20/],
  [
    "an augmented manifest as files",
    channel({ ...augmented, mode: "File" }),
    channel(augmented),
    /^channels.0.mode: An augmented manifest is read in Pipe/,
  ],
  [
    "an augmented manifest in FastFile",
    channel({ ...augmented, mode: "FastFile" }),
    channel(augmented),
    /^channels.0.mode: .*not in FastFile/,
  ],
  [
    "an augmented manifest in the job's mode",
    channel({ ...augmented, mode: "" }),
    { ...channel({ ...augmented, mode: "" }), inputMode: "Pipe" },
    /^channels.0.mode: .*not in File/,
  ],
  [
    "an augmented manifest without attributes",
    channel({ ...augmented, attributeNames: " , " }),
    channel(augmented),
    /^channels.0.attributeNames: Name the/,
  ],
  [
    "17 attributes",
    channel({ ...augmented, attributeNames: "a,".repeat(17) }),
    channel({ ...augmented, attributeNames: "a,".repeat(16) }),
    /^channels.0.attributeNames: At most 16/,
  ],
  [
    "a manifest that is a folder",
    channel({ dataType: "ManifestFile", s3Uri: "s3://bucket/m/" }),
    channel({ dataType: "ManifestFile", s3Uri: "s3://bucket/m" }),
    /^channels.0.s3Uri: A manifest is one file/,
  ],
  [
    "gzip as files",
    channel({ compression: "Gzip" }),
    channel({ compression: "Gzip", mode: "Pipe" }),
    /^channels.0.compression: /,
  ],
  [
    "records in FastFile",
    channel({ recordWrapper: "RecordIO", mode: "FastFile" }),
    channel({ recordWrapper: "RecordIO", mode: "Pipe" }),
    /^channels.0.recordWrapper: /,
  ],
])("%s is refused, and nothing else", (_what, wrong, right, expected) => {
  expect(problems(wrong)).toStrictEqual([expect.stringMatching(expected)]);
  expect(problems(right)).toStrictEqual([]);
});

test.each<[string, Over, Over, string]>([
  [
    "a volume that is ignored",
    { volumeGb: 100, instanceType: "ml.g5.xlarge" },
    { volumeGb: 30, instanceType: "ml.g5.xlarge" },
    "ignores the volume size",
  ],
  [
    "requirements in a VPC",
    { subnets: "subnet-1a", securityGroups: "sg-1a", sourceFiles: ["train.py", "requirements.txt"] },
    { subnets: "subnet-1a", securityGroups: "sg-1a", sourceFiles: ["train.py"] },
    "NAT",
  ],
  ["warm instances", { keepAliveSeconds: "60" }, { keepAliveSeconds: "0" }, "warm pool usage"],
  [
    "warm instances beyond 28 days",
    { keepAliveSeconds: "60", maxRunSeconds: 2_419_200 },
    { keepAliveSeconds: "60" },
    "28 days in all",
  ],
  [
    "channels that differ in capitals",
    { channels: ["train", "Train"].map((name) => ({ ...EMPTY_CHANNEL, name, s3Uri: "s3://bucket/x" })) },
    channels(2),
    "differ in capitals",
  ],
  [
    "torchrun beyond the SDK's list",
    {
      distribution: "torch-distributed",
      image: image("huggingface-pytorch-training:2.9.0-transformers5.3.0-gpu-py312-cu130-ubuntu22.04"),
    },
    {
      distribution: "torch-distributed",
      image: image("huggingface-pytorch-training:2.8.0-transformers4.56.2-gpu-py312-cu129-ubuntu22.04"),
    },
    "refuses this container",
  ],
  [
    "a split over one instance",
    channel({ isSharded: true }),
    { ...channel({ isSharded: true }), instanceCount: 2 },
    "Splitting a channel",
  ],
  ["pipes", { inputMode: "Pipe" }, { inputMode: "FastFile" }, "expect files"],
  ["no network", isolated, {}, "cannot read the Hub"],
])("%s: remarked on", (_what, odd, usual, expected) => {
  expect(cautions(odd).filter((text) => text.includes(expected))).toHaveLength(1);
  expect(cautions(usual).filter((text) => text.includes(expected))).toHaveLength(0);
});
