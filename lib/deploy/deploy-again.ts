import type { DeploySummary } from "./view";

/** A link to the form filled in as this deploy was, without environment and token. */
export function deployAgainLink(summary: DeploySummary): `/${string}` {
  const entries = {
    ...source(summary.source),
    task: summary.task,
    image: summary.image,
    instance: summary.instanceType,
  };
  const named = { ...entries, count: String(summary.instanceCount), name: summary.endpointName };
  const query = new URLSearchParams(Object.entries(named).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return `/deploy?${query}`;
}

function source(served: string): Record<string, string> {
  if (served.startsWith("s3://")) return { source: "s3", archive: served };
  if (served.startsWith("bundled/")) return { source: "bundled", model: served.slice("bundled/".length) };
  const [model = "", revision = ""] = served.split("@");
  return { source: "hub", model, revision };
}
