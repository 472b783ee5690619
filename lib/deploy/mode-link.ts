import { DEPLOY_MODES, EMPTY_MODE, MEMORY_SIZES_MB, type ModeValues } from "./mode-fields";

type LinkParameters = Record<string, string | undefined>;

/** The mode that a link describes; what is impossible is left out. */
export function modeFromLink(link: LinkParameters): ModeValues {
  const mode = DEPLOY_MODES.find((known) => known === link.mode) ?? "real-time";
  const memory = MEMORY_SIZES_MB.find((size) => String(size) === link.memory);
  return {
    ...EMPTY_MODE,
    mode,
    asyncOutputUri: link.output ?? "",
    asyncFailureUri: link.failures ?? "",
    scaleFromZero: link.scale !== undefined && isCount(link.scale),
    scaleMaxInstances: isCount(link.scale) ? link.scale : EMPTY_MODE.scaleMaxInstances,
    scaleBacklogTarget: isCount(link.backlog) ? link.backlog : EMPTY_MODE.scaleBacklogTarget,
    asyncMaxConcurrent: isCount(link.concurrent) ? link.concurrent : "",
    serverlessMemoryMb: memory ?? EMPTY_MODE.serverlessMemoryMb,
    serverlessMaxConcurrency: isCount(link.concurrency)
      ? Number(link.concurrency)
      : EMPTY_MODE.serverlessMaxConcurrency,
    serverlessProvisioned: isCount(link.provisioned) ? link.provisioned : "",
  };
}

/** The parameters of a link for the mode; none for real time. Keys and topics stay out of links. */
export function modeInLink(values: ModeValues): Record<string, string> {
  if (values.mode === "async") {
    return {
      mode: "async",
      output: values.asyncOutputUri,
      failures: values.asyncFailureUri,
      concurrent: values.asyncMaxConcurrent,
      scale: values.scaleFromZero ? values.scaleMaxInstances : "",
      backlog: values.scaleFromZero ? values.scaleBacklogTarget : "",
    };
  }
  if (values.mode === "serverless") {
    return {
      mode: "serverless",
      memory: String(values.serverlessMemoryMb),
      concurrency: String(values.serverlessMaxConcurrency),
      provisioned: values.serverlessProvisioned,
    };
  }
  return {};
}

const isCount = (text: string | undefined): text is string => /^[1-9]\d{0,5}$/.test(text ?? "");
