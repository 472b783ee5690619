import type { DeployFormValues } from "./schema";

/** Variables that a link may set: they mend what containers are known to fail by, and none of them can be a secret. */
const LINKED_VARIABLES = [
  "SM_VLLM_MAX_MODEL_LEN",
  "SM_SGLANG_CONTEXT_LENGTH",
  "MAX_TOTAL_TOKENS",
  "MMS_DEFAULT_WORKERS_PER_MODEL",
  "HF_TRUST_REMOTE_CODE",
] as const;
export type LinkedVariable = (typeof LINKED_VARIABLES)[number];

type Corrected = Pick<
  DeployFormValues,
  "inferenceAmiVersion" | "startupTimeoutSeconds" | "downloadTimeoutSeconds" | "volumeSizeGb" | "environment"
>;

/** What a link says of the rarer fields; what is impossible is left out. */
export function correctionFromLink(link: Record<string, string | undefined>): Corrected {
  return {
    inferenceAmiVersion: /^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/.test(link.host ?? "") ? (link.host ?? "") : "",
    startupTimeoutSeconds: wholeNumber(link.startup, 60, 3600),
    downloadTimeoutSeconds: wholeNumber(link.download, 60, 3600),
    volumeSizeGb: wholeNumber(link.volume, 1, 512),
    environment: (link.set ?? "").split(",").flatMap((pair) => {
      const [name = "", value = ""] = pair.split("=");
      const isLinked = LINKED_VARIABLES.some((known) => known === name);
      return isLinked && /^[\w.-]{1,64}$/.test(value) ? [{ name, value }] : [];
    }),
  };
}

/** The parameters of a link for them. */
export function correctionInLink(values: Corrected): Record<string, string> {
  const rows = values.environment.filter(({ name }) => LINKED_VARIABLES.some((known) => known === name));
  return {
    host: values.inferenceAmiVersion,
    startup: values.startupTimeoutSeconds,
    download: values.downloadTimeoutSeconds,
    volume: values.volumeSizeGb,
    set: rows.map(({ name, value }) => `${name}=${value}`).join(","),
  };
}

function wholeNumber(text: string | undefined, least: number, most: number): string {
  return /^\d{1,4}$/.test(text ?? "") && Number(text) >= least && Number(text) <= most ? (text ?? "") : "";
}
