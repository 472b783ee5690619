import { bytesPerValue } from "@/catalog/model-types/weight-files.ts";
import { ContainerStartError } from "../inference-host.ts";
import type { ModelSource } from "../messages.ts";
import type { ModelLook } from "./model-look.ts";

type HubSource = Extract<ModelSource, { kind: "hub" }>;

/** The Hub's answer, as far as starting a container needs it. */
type Answer = {
  gated?: false | string;
  config?: Record<string, unknown>;
  safetensors?: { parameters?: Record<string, number> };
};

/** A Hub that does not answer in time is taken for one that is out of reach: the download says what it comes to. */
const LIMIT_MS = 3_000;

/**
 * Asks the Hub for a model as `from_pretrained` would come to know it; null where it cannot be asked. Throws
 * ContainerStartError in the words of huggingface_hub for a model that it does not give out.
 */
export async function askHub(source: HubSource): Promise<ModelLook | null> {
  const { id, hubUrl, token } = source;
  const revision = source.revision ?? "main";
  const address = `${hubUrl}/api/models/${id}/revision/${encodeURIComponent(revision)}?expand=config&expand=gated&expand=safetensors`;
  const response = await fetch(address, {
    headers: token ? { authorization: `Bearer ${token}` } : {},
    signal: AbortSignal.timeout(LIMIT_MS),
  }).catch(() => null);
  if (!response) return null;
  const file = `${hubUrl}/${id}/resolve/${revision}/config.json`;
  if (!response.ok) {
    const { error = "" } = (await response.json().catch(() => ({}))) as { error?: string };
    throw refusal(response.status, error, { id, revision, file });
  }
  const answer = (await response.json()) as Answer;
  if (answer.gated && !token) {
    throw new ContainerStartError(
      `huggingface_hub.errors.GatedRepoError: 401 Client Error.\nCannot access gated repo for url ${file}.\nAccess to model ${id} is restricted. You must have access to it and be authenticated to access it. Please log in.`,
    );
  }
  return { config: answer.config ?? {}, weightBytes: weightsOf(answer) };
}

type Asked = { id: string; revision: string; file: string };

function refusal(status: number, error: string, { id, revision, file }: Asked): ContainerStartError {
  if (status === 404 && /\brev(ision)?\b/i.test(error)) {
    return new ContainerStartError(
      `huggingface_hub.errors.RevisionNotFoundError: 404 Client Error.\nRevision Not Found for url: ${file}.\n${error}\nOSError: ${revision} is not a valid git identifier (branch name, tag name or commit id) that exists for this model name. Check the model page of ${id} for available revisions.`,
    );
  }
  return new ContainerStartError(
    `huggingface_hub.errors.RepositoryNotFoundError: ${status} Client Error.\nRepository Not Found for url: ${file}.\nPlease make sure you specified the correct \`repo_id\` and \`repo_type\`.\nIf you are trying to access a private or gated repo, make sure you are authenticated.\n${error}`,
  );
}

/** Quantized weights are packed: their count would be taken for another size. */
function weightsOf({ config, safetensors }: Answer): number | null {
  const counts = Object.entries(safetensors?.parameters ?? {});
  if (counts.length === 0 || config?.quantization_config !== undefined) return null;
  return counts.reduce((sum, [type, count]) => sum + count * bytesPerValue(type), 0);
}
