import type { EnvironmentEntry } from "@/lib/secrets/mask";

/** One container of a SageMaker model; secret-looking values of its environment are masked already. */
export type ContainerView = {
  image: string | null;
  modelDataUrl: string | null;
  environment: EnvironmentEntry[];
};

export type ModelView = {
  name: string;
  arn: string;
  createdAt: string | null;
  executionRoleArn: string | null;
  containers: ContainerView[];
};

/** Where a container takes its weights from. */
export type ModelSource =
  | { kind: "hub"; id: string; revision: string | null }
  | { kind: "bundled"; id: string }
  | { kind: "archive"; url: string }
  | { kind: "image" };

/** Where the container loads its model from; the inference toolkit prefers HF_MODEL_ID over model data. */
export function modelSourceOf(container: ContainerView): ModelSource {
  const id = variable(container, "HF_MODEL_ID");
  if (id?.startsWith("bundled/")) return { kind: "bundled", id: id.slice("bundled/".length) };
  if (id && !id.startsWith("/")) return { kind: "hub", id, revision: variable(container, "HF_MODEL_REVISION") };
  return container.modelDataUrl ? { kind: "archive", url: container.modelDataUrl } : { kind: "image" };
}

/** The task that the container was told to do, by HF_TASK. */
export function taskOf(container: ContainerView): string | null {
  return variable(container, "HF_TASK");
}

function variable(container: ContainerView, name: string): string | null {
  const entry = container.environment.find((candidate) => candidate.name === name);
  return entry && !entry.isSecret && entry.value ? entry.value : null;
}

/** A source in a few words, for tables. */
export function modelSourceLabel(source: ModelSource): string {
  switch (source.kind) {
    case "hub":
      return source.revision ? `${source.id}@${source.revision}` : source.id;
    case "bundled":
      return source.id;
    case "archive":
      return source.url.split("/").slice(-2).join("/");
    case "image":
      return "in the image";
  }
}
