import { expect, test } from "vitest";

import { instanceTypes } from "@/catalog/instance-types/data";

import { deviceOfInstance, misfitReason } from "./device";
import { defaultContainer } from "./select";

test("every instance type of the catalogue has a device, or a reason why no image runs on it", () => {
  for (const row of instanceTypes) {
    const { device, reason } = deviceOfInstance(row.type);
    expect((device === null) === (reason !== null)).toBe(true);
    if (row.cpuArch === "arm64") expect(device).toBeNull();
    if (device === "gpu") expect(row.deviceClass).toBe("gpu");
  }
});

test.each([
  ["ml.m5.xlarge", "cpu"],
  ["ml.g5.xlarge", "gpu"],
  ["ml.inf1.xlarge", "inferentia"],
  ["ml.inf2.xlarge", "inferentia2"],
  ["ml.trn1.2xlarge", "trainium"],
])("%s needs %s images", (type, device) => {
  expect(deviceOfInstance(type).device).toBe(device);
});

test("an image that does not fit says so", () => {
  expect(misfitReason(defaultContainer(), "ml.m5.xlarge")).toBeNull();
  expect(misfitReason(defaultContainer(), "ml.g5.xlarge")).toBe(
    "The image is built for CPU; ml.g5.xlarge needs an image for GPU.",
  );
  expect(misfitReason(defaultContainer(), "ml.m8g.large")).toContain("arm64");
});
