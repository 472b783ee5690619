import { expect, test } from "vitest";

import { failureAdvice } from "./failure-advice";

test.each([
  ["The primary container for production variant AllTraffic did not pass the ping health check.", /never said/],
  ["The image '123.dkr.ecr.us-east-1.amazonaws.com/x:y' does not exist.", /never published/],
  ["Could not assume role arn:aws:iam::1:role/x.", /execution role/],
  ["CapacityError: Unable to provision requested ML compute capacity.", /no free machine/],
  ['did not pass the ping health check. The emulator has no bundled model "x".', /find or fetch/],
  ["Could not find model data at s3://b/k. Please ensure that the object exists.", /archive is not where/],
  ["The model archive has no config.json at its root.", /does not hold/],
  ["Something new", /could not bring the endpoint up/],
])("%s", (reason, meaning) => {
  expect(failureAdvice(reason).meaning).toMatch(meaning);
});

test("a cause is told before its symptom", () => {
  expect(failureAdvice("CUDA out of memory; did not pass the ping health check").meaning).toMatch(/does not fit/);
});
