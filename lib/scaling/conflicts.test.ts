import { expect, test } from "vitest";

import { activityDetail, activityTitle, wantedBy } from "./activity-words";
import { capacityLine } from "./capacity-line";
import { conflictsOf } from "./conflicts";
import { INSTANCES } from "./dimensions";
import { nextRuns } from "./next-runs";
import { stepsProblem } from "./policy-schema";
import { freshSchedule, freshSteps, freshTracking, wakePolicy } from "./presets";
import { ScalingConfig } from "./schema";
import { staircase } from "./staircase";

const config = (wish: Partial<ScalingConfig>): ScalingConfig => ({
  min: 1,
  max: 4,
  suspended: { scaleIn: false, scaleOut: false, scheduled: false },
  policies: [],
  scheduled: [],
  ...wish,
});
const conflicts = (mode: "real-time" | "async", wish: Partial<ScalingConfig>) =>
  conflictsOf({ mode, dimension: INSTANCES, config: config(wish) }).map(({ text }) => text);

test("one policy within its bounds needs no word", () => {
  expect(conflicts("real-time", { policies: [freshTracking("demo", "real-time", INSTANCES)] })).toStrictEqual([]);
});

test("a real-time variant cannot go to zero, an asynchronous one needs something that wakes it", () => {
  expect(conflicts("real-time", { min: 0 })[0]).toMatch(/^The minimum of 0 is below 1\./);
  const tracking = freshTracking("demo", "async", INSTANCES);
  expect(conflicts("async", { min: 0, policies: [tracking] })[0]).toMatch(/^A few requests do not wake it from zero/);
  expect(conflicts("async", { min: 0, policies: [tracking, wakePolicy("demo")] })).toStrictEqual([
    "Several policies: whichever asks for the most decides how far it scales out.",
  ]);
});

test("policies that follow one metric, never remove or follow what is not there are told", () => {
  const one = freshTracking("demo", "real-time", INSTANCES);
  const two = { ...one, name: "other", target: 50 };
  const same = conflicts("real-time", { policies: [one, two] });
  expect(same[0]).toContain("Only the lowest target, 50, counts");
  expect(same.at(-1)).toContain("It scales in only when all of");
  expect(conflicts("real-time", { policies: [{ ...one, isScaleInDisabled: true }] })).toStrictEqual([
    "No policy may scale in: it grows and stays, and so do its costs.",
  ]);
  expect(conflicts("async", { policies: [one] })[0]).toContain("follows InvocationsPerInstance, which an asynchronous");
});

test("a schedule that AWS would refuse when it runs is told before", () => {
  const scheduled = [{ ...freshSchedule("morning", 8, "UTC") }];
  expect(conflicts("real-time", { scheduled })[0]).toContain("above the maximum of 4");
});

test("next runs keep their local hour when the clocks change", () => {
  const action = { ...freshSchedule("morning", 2, "Europe/Berlin"), schedule: "cron(0 8 * * ? *)" };
  const { runs } = nextRuns(action, Date.parse("2026-10-24T00:00:00Z"));
  expect(runs.map((at) => new Date(at).toISOString())).toStrictEqual([
    "2026-10-24T06:00:00.000Z",
    "2026-10-25T07:00:00.000Z",
    "2026-10-26T07:00:00.000Z",
  ]);
  expect(nextRuns({ ...action, schedule: "cron(0 8 * * * *)" }, 0).problem).not.toBeNull();
  expect(nextRuns({ ...action, schedule: "at(2020-01-01T00:00:00)" }, Date.now()).problem).toBe("It never runs again.");
});

test("steps must touch each other, and are drawn from the alarm's threshold on", () => {
  const policy = freshSteps("demo", "AllTraffic");
  expect(stepsProblem(policy.steps)).toBeNull();
  expect(
    stepsProblem([
      { lower: 0, upper: 10, adjustment: 1 },
      { lower: 20, upper: null, adjustment: 2 },
    ]),
  ).toBe("There is a gap between 10 and 20.");
  expect(
    stepsProblem([
      { lower: 0, upper: 30, adjustment: 1 },
      { lower: 20, upper: null, adjustment: 2 },
    ]),
  ).toBe("Steps overlap.");
  expect(staircase(policy)).toMatchObject({
    threshold: 100,
    high: 2,
    steps: [
      { lower: 100, upper: 200, adjustment: 1 },
      { lower: 200, upper: null, adjustment: 2 },
    ],
  });
  expect(ScalingConfig.safeParse(config({ min: 5, policies: [policy, policy] })).error?.issues).toMatchObject([
    { path: ["max"] },
    { path: ["policies", 1, "name"] },
  ]);
});

test("a scheduled action that sets bounds is no change of capacity", () => {
  const activity = {
    resourceId: "",
    dimension: INSTANCES,
    id: "1",
    at: "2026-11-26T12:00:00Z",
    endedAt: null,
    status: "Successful",
    description: "Setting min capacity to 2 and max capacity to 6",
    cause: "scheduled action name morning was triggered",
    message: null,
    reasons: [],
  };
  expect([activityTitle(activity), activityDetail(activity), wantedBy(activity)]).toStrictEqual([
    "Minimum set to 2, maximum to 6",
    "The scheduled action morning ran.",
    null,
  ]);
  const one = { ...activity, description: "Setting max capacity to 6" };
  expect([activityTitle(one), wantedBy(one)]).toStrictEqual(["Maximum set to 6", null]);
});

test("what was asked for follows the activities, and is what there is at the end", () => {
  const activity = (at: string, to: number) => ({
    resourceId: "",
    dimension: INSTANCES,
    id: at,
    at,
    endedAt: null,
    status: "Successful",
    description: `Setting desired instance count to ${to}.`,
    cause: "",
    message: null,
    reasons: [],
  });
  const start = Date.parse("2026-11-26T12:00:00Z") / 1_000;
  const line = capacityLine({
    times: [0, 1, 2, 3, 4].map((minute) => start + minute * 60),
    periodSeconds: 60,
    activities: [activity("2026-11-26T12:02:30Z", 3), activity("2026-11-26T12:01:10Z", 2)],
    current: 5,
    nowMs: (start + 200) * 1_000,
  });
  expect(line).toStrictEqual([null, 2, 3, 5, null]);
});
