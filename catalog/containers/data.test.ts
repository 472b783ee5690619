import { expect, test } from "vitest";

import { regionById } from "@/catalog/regions/select";

import { containers, contradictions, instanceDevices, referenceRows, registrySets } from "./data";
import { DEVICE_LABELS, FRAMEWORK_LABELS } from "./labels";
import { regionsOf } from "./registries";
import { containerById, referenceTable } from "./select";
import { explainTag } from "./tag-parts";

test("148 images are in the SDK, 35 more only in AWS's container repository, in 17 repositories", () => {
  expect(containers.filter((row) => row.sdk !== null)).toHaveLength(148);
  expect(containers.filter((row) => row.sdk === null)).toHaveLength(35);
  expect(new Set(containers.map((row) => row.repository)).size).toBe(17);
  expect(new Set(containers.map((row) => row.id)).size).toBe(183);
});

test("an image's id, sources and status say the same thing", () => {
  for (const row of containers) {
    expect(row.id).toBe(`${row.repository}:${row.tag}`);
    expect(row.sources.includes("sdk")).toBe(row.sdk !== null);
    expect(row.sources.includes("reference")).toBe(row.referenceRow !== null);
    expect(row.status === null).toBe(row.sdk !== null);
    expect(row.isRegistrySetAssumed).toBe(row.sdk === null);
  }
});

test("every tag tells the versions that its row states", () => {
  for (const row of containers) {
    expect(row.tag.startsWith(row.frameworkVersion)).toBe(true);
    if (row.transformersVersion) expect(row.tag).toContain(`transformers${row.transformersVersion}`);
    expect(
      row.tag
        .match(/-py(\d)(\d+)/)
        ?.slice(1)
        .join(".") ?? null,
    ).toBe(row.pythonVersion);
  }
});

test("every part of every tag is explained, and the parts are the tag", () => {
  for (const row of containers) {
    const parts = explainTag(row);
    expect(parts.map((part) => part.text).join("-")).toBe(row.tag);
    for (const part of parts) if (part.label === "Variant") expect(part.text).toBe("sagemaker");
  }
});

test("every registry set is used, and lies in regions that exist", () => {
  expect(Object.keys(registrySets).sort()).toStrictEqual([...new Set(containers.map((row) => row.registrySet))].sort());
  for (const row of containers) {
    expect(regionsOf(row).length).toBeGreaterThan(0);
    for (const region of regionsOf(row)) expect(regionById(region)).not.toBeNull();
  }
});

test("the reference page's tables have 18 and 27 rows, each tied to the image that it describes", () => {
  expect(referenceTable("training").map((row) => row.row)).toStrictEqual(Array.from({ length: 18 }, (_, i) => i + 1));
  expect(referenceTable("inference").map((row) => row.row)).toStrictEqual(Array.from({ length: 27 }, (_, i) => i + 1));
  for (const row of referenceRows) {
    const container = containerById(row.containerId);
    expect(container).toMatchObject({
      use: row.table,
      referenceRow: { table: row.table, row: row.row },
      transformersVersion: row.transformers,
      frameworkVersion: row.frameworkVersion,
      pythonVersion: row.python,
    });
    expect(container && FRAMEWORK_LABELS[container.framework]).toBe(row.framework);
    expect(container && DEVICE_LABELS[container.device]).toBe(row.device);
    if (row.datasets) expect(container?.datasetsVersion).toBe(row.datasets);
  }
});

test("a contradiction names two images of the catalogue, and stands at both", () => {
  for (const row of contradictions) {
    expect(containerById(row.containerId)).not.toBeNull();
    expect(containerById(row.otherId)?.sources).not.toStrictEqual(containerById(row.containerId)?.sources);
    expect(contradictions.some((other) => other.containerId === row.otherId && other.otherId === row.containerId)).toBe(
      true,
    );
  }
});

test("53 instance families have a device or a word for why not", () => {
  expect(Object.keys(instanceDevices)).toHaveLength(53);
});
