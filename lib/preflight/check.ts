import type { Check, CheckId, Look, Mend, Verdict } from "./view";

const LABELS: Record<CheckId, string> = {
  image: "Container image",
  device: "Image and instance",
  host: "CUDA and host image",
  access: "Access on the Hub",
  archive: "Archive",
  "model-type": "Model and transformers",
  task: "Task",
  memory: "Memory",
  serverless: "Serverless limits",
  "start-up": "Time to start",
  quota: "Quota",
  role: "Execution role",
};

/** One check's outcome; `evidence` as pairs of a term and its value. */
export function check(
  id: CheckId,
  verdict: Verdict,
  summary: string,
  evidence: Record<string, string> = {},
  mend: Mend | null = null,
): Check {
  const rows = Object.entries(evidence).map(([term, value]) => ({ term, value }));
  return { id, label: LABELS[id], verdict, summary, evidence: rows, mend };
}

/** The outcome while something is not known: that it is looked up, or why it could not be. It blocks nobody. */
export function notSeen(id: CheckId, look: Exclude<Look<unknown>, { state: "seen" }>): Check {
  return look.state === "looking"
    ? check(id, "looking", "Looking …")
    : check(id, "unseen", `Could not look: ${look.why}`);
}
