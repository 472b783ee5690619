"use client";

import { parseAsArrayOf, parseAsString, useQueryState } from "nuqs";

import { type CompareTarget, readTargets, targetKey } from "@/lib/playground/compare";

/** The models that the address compares the endpoint with: `?compare=name,name:variant`. */
export function useCompared(endpointName: string) {
  const [named, setNamed] = useQueryState("compare", parseAsArrayOf(parseAsString).withDefault([]));
  const targets = readTargets(named, endpointName);
  const put = (next: CompareTarget[]) => void setNamed(next.length === 0 ? null : next.map(targetKey));
  return {
    targets,
    add: (target: CompareTarget) => put([...targets, target]),
    remove: (target: CompareTarget) => put(targets.filter((other) => targetKey(other) !== targetKey(target))),
  };
}
