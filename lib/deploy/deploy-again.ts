import type { VariantDetail } from "@/lib/endpoints/detail-view";
import { type ModelSource, modelSourceLabel } from "@/lib/endpoints/model-view";

import type { DeploySummary } from "./view";

/** A link to the form filled in as this deploy was, without environment and token. */
export function deployAgainLink(summary: DeploySummary): `/${string}` {
  const entries = {
    ...source(summary.source),
    task: summary.task,
    image: summary.image,
    instance: summary.instanceType,
  };
  return link({
    ...entries,
    code: summary.hasOwnCode ? "own" : "",
    count: String(summary.instanceCount),
    name: summary.endpointName,
  });
}

/** A link to the form filled in with what a variant runs, for another endpoint; `task` where another one is meant. */
export function deployVariantLink(variant: VariantDetail | undefined, task: string | null): `/deploy${string}` {
  if (!variant) return link({ task });
  return link({
    ...(variant.source ? source(servedAs(variant.source)) : {}),
    task: task ?? variant.task,
    image: variant.container?.image,
    instance: variant.instanceType,
  });
}

function link(entries: Record<string, string | null | undefined>): `/deploy${string}` {
  const query = new URLSearchParams(Object.entries(entries).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return `/deploy?${query}`;
}

function servedAs(model: ModelSource): string {
  if (model.kind === "archive") return model.url;
  return model.kind === "bundled" ? `bundled/${model.id}` : modelSourceLabel(model);
}

function source(served: string): Record<string, string> {
  if (served.startsWith("s3://")) return { source: "s3", archive: served };
  if (served === "code of your own") return { source: "none" };
  if (served.startsWith("bundled/")) return { source: "bundled", model: served.slice("bundled/".length) };
  const [model = "", revision = ""] = served.split("@");
  return { source: "hub", model, revision };
}
