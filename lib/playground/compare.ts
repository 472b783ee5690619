import type { EndpointRow } from "@/lib/endpoints/detail-view";
import { shortResult } from "@/lib/inference/results/batch/short-result";
import type { Result } from "@/lib/inference/results/result";

/** One of the models that are asked the same. Without a variant SageMaker picks one by its traffic share. */
export type CompareTarget = { endpoint: string; variant: string | null };

/** So many are asked at once, the endpoint of the page among them. */
export const MAX_COMPARED = 4;

/** `name` or `name:variant`, as it stands in the address; names of AWS hold no colon. */
export function targetKey({ endpoint, variant }: CompareTarget): string {
  return variant === null ? endpoint : `${endpoint}:${variant}`;
}

/** The targets that an address names, each once, the page's own endpoint left out. */
export function readTargets(named: readonly string[], own: string): CompareTarget[] {
  const keys = [...new Set(named)].filter((key) => key !== own && /^[\w-]+(:[\w-]+)?$/.test(key));
  return keys.slice(0, MAX_COMPARED - 1).map((key) => {
    const [endpoint = "", variant = null] = key.split(":");
    return { endpoint, variant };
  });
}

type Offer = CompareTarget & { hint: string };

/** What can be compared with: variants of the endpoint itself, then endpoints of the same task, then all others. */
export function compareOffers(
  own: { endpoint: string; task: string | null; variants: string[] },
  names: readonly string[],
  rows: readonly EndpointRow[],
  taken: readonly CompareTarget[],
): Offer[] {
  const taskOf = new Map(rows.map((row) => [row.name, row.task]));
  const isSame = (name: string) => own.task !== null && taskOf.get(name) === own.task;
  const others = names.filter((name) => name !== own.endpoint);
  const offers: Offer[] = [
    ...(own.variants.length > 1 ? own.variants : []).map((variant) => ({
      endpoint: own.endpoint,
      variant,
      hint: "variant of this endpoint",
    })),
    ...others.filter(isSame).map((endpoint) => ({ endpoint, variant: null, hint: "same task" })),
    ...others
      .filter((name) => !isSame(name))
      .map((endpoint) => ({ endpoint, variant: null, hint: taskOf.get(endpoint) ?? "task not known" })),
  ];
  const keys = new Set(taken.map(targetKey));
  return offers.filter((offer) => !keys.has(targetKey(offer)));
}

/** An answer in a line, to tell two apart. */
export function answerInShort(result: Result): string {
  if (result.kind === "other") return result.text;
  return result.rows.map(({ drawing }) => shortResult(drawing).text).join(" · ");
}
