import { expect, test } from "vitest";

import { regions } from "./data";
import { partitionLabel, regionById } from "./select";

test("44 regions, each once", () => {
  expect(new Set(regions.map((region) => region.id)).size).toBe(44);
  expect(regionById("eu-west-1")?.label).toBe("Europe (Ireland)");
  expect(regionById("mars-north-1")).toBeNull();
});

test("a partition has one DNS suffix and a name", () => {
  const suffixes = new Map<string, string>();
  for (const { partition, dnsSuffix } of regions) {
    expect(suffixes.get(partition) ?? dnsSuffix).toBe(dnsSuffix);
    expect(partitionLabel(partition)).not.toBe("");
    suffixes.set(partition, dnsSuffix);
  }
});
