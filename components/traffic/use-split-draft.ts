"use client";

import { useState } from "react";

import type { RunningVariant } from "@/lib/endpoints/view";
import { desiredPercents, planSplit } from "@/lib/traffic/plan-split";
import { SplitTrafficInput, type VariantWish } from "@/lib/traffic/schema";
import { moveShare } from "@/lib/traffic/shares";

/**
 * What a person wishes of the variants of an endpoint, and the requests that it stands for; untouched, it is what runs.
 * `least`: the fewest instances that SageMaker lets it have. What was sent stands until its operation, `done`, has
 * succeeded.
 */
export function useSplitDraft(
  endpoint: string,
  running: readonly RunningVariant[],
  least: number,
  done: string | null,
) {
  const [touched, setTouched] = useState<VariantWish[] | null>(null);
  const [sentAs, setSentAs] = useState<string | null>(null);
  const percents = desiredPercents(running);
  const untouched = running.map(
    ({ name }, index): VariantWish => ({ name, percent: percents[index] ?? 0, instances: null }),
  );
  // Another configuration has other variants: what was wished of the ones before means nothing.
  const isOfThese = touched?.length === running.length && touched.every(({ name }, i) => name === running[i]?.name);
  const isOver = sentAs !== null && sentAs === done;
  const wish = isOfThese && !isOver ? touched : untouched;
  const put = (next: VariantWish[] | null) => {
    setTouched(next);
    setSentAs(null);
  };
  return {
    wish,
    requests: planSplit(endpoint, running, wish),
    /** Why it cannot be sent, by variant; empty when it can. */
    errors: errorsIn(wish, least),
    setPercent: (index: number, percent: number) => {
      const moved = moveShare(
        wish.map((each) => each.percent),
        index,
        percent,
      );
      put(wish.map((each, i) => ({ ...each, percent: moved[i] ?? 0 })));
    },
    setInstances: (index: number, instances: number) =>
      put(wish.map((each, i) => (i === index ? { ...each, instances } : each))),
    reset: () => put(null),
    markSent: (operation: string) => setSentAs(operation),
  };
}

function errorsIn(wish: readonly VariantWish[], least: number): Record<string, string> {
  const empty = wish.filter(({ instances }) => instances !== null && instances < least);
  if (empty.length > 0) return Object.fromEntries(empty.map(({ name }) => [name, `At least ${least}.`]));
  const parsed = SplitTrafficInput.shape.wish.safeParse(wish);
  if (parsed.success) return {};
  return Object.fromEntries(
    parsed.error.issues.map(({ path: [index], message }) => [
      wish[typeof index === "number" ? index : 0]?.name ?? "",
      message,
    ]),
  );
}
