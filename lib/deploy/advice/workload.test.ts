import { expect, test } from "vitest";

import { EMPTY_DEPLOY } from "@/lib/deploy/defaults";
import { toLink } from "@/lib/deploy/from-link";

import { readWorkload, USUAL_WORKLOAD, workloadFromLink, workloadInLink } from "./workload";

test("a draft is read as numbers, and what is wrong is said at its field", () => {
  expect(readWorkload({ ...USUAL_WORKLOAD, size: "2.5", cold: "no" })).toStrictEqual({
    ok: true,
    workload: {
      callsPerDay: 1_000,
      peakPerSecond: 1,
      payloadMb: 0.1,
      secondsPerAnswer: 1,
      modelGb: 2.5,
      allowsColdStart: false,
    },
  });
  const wrong = readWorkload({ ...USUAL_WORKLOAD, calls: "many", seconds: "0" });
  expect(wrong.ok ? null : Object.keys(wrong.errors)).toStrictEqual(["calls", "seconds"]);
});

test("a link keeps every answer, and one without any opens nothing", () => {
  const draft = { ...USUAL_WORKLOAD, calls: "50", size: "4", cold: "no" as const };
  expect(workloadFromLink(workloadInLink(draft))).toStrictEqual(draft);
  expect(workloadFromLink({ mode: "async", seconds: "30" })).toStrictEqual({ ...USUAL_WORKLOAD, seconds: "30" });
  expect([workloadFromLink({ mode: "async" }), workloadInLink(null)]).toStrictEqual([null, {}]);
});

test("the parameters of the form and of the advisor have different names", () => {
  const asked = Object.keys(workloadInLink({ ...USUAL_WORKLOAD, size: "4" }));
  for (const mode of ["async", "serverless"] as const) {
    const form = new URLSearchParams(
      toLink({ ...EMPTY_DEPLOY, mode, asyncOutputUri: "s3://b/o", scaleFromZero: true }),
    );
    expect(asked.filter((name) => form.has(name))).toStrictEqual([]);
  }
});
