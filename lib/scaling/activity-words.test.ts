import { expect, test } from "vitest";

import { activityDetail, activityTitle } from "./activity-words";
import { COPIES, INSTANCES } from "./dimensions";
import type { ActivityView, NotScaled } from "./target-view";

const notScaled = (code: string, dimension = INSTANCES, numbers: Partial<NotScaled> = {}): ActivityView =>
  ({
    dimension,
    status: "Failed",
    description: "Attempting to scale due to alarm triggered",
    message: "Activity was not scaled.",
    cause: "",
    reasons: [{ code, min: 1, max: 4, current: 2, ...numbers }],
  }) as ActivityView;

test.each([
  ["AlreadyAtMaxCapacity", "It asked for more, but 4 instances is the maximum. Raise the maximum to let it grow."],
  ["AlreadyAtMinCapacity", "It asked for fewer, but 1 instance is the minimum."],
  ["AlreadyAtDesiredCapacity", "2 instances is already what the policy asks for."],
  [
    "AutoScalingAnticipatedFlapping",
    "With fewer than 2 instances the metric would be over its target again at once, so it stays.",
  ],
  [
    "TargetServicePutResourceAsUnscalable",
    "SageMaker was still changing the endpoint and takes one change at a time; it stays at 2 instances until that has ended.",
  ],
  ["SomethingNew", "It was not scaled: SomethingNew."],
])("%s is told with its numbers", (code, words) => {
  expect(activityTitle(notScaled(code))).toBe("Not scaled");
  expect(activityDetail(notScaled(code))).toBe(words);
});

test("numbers are told in what is scaled, and left out where AWS tells none", () => {
  expect(activityDetail(notScaled("AlreadyAtMaxCapacity", COPIES, { max: 1 }))).toContain("1 copy is the maximum");
  expect(activityDetail(notScaled("AlreadyAtMinCapacity", INSTANCES, { min: null }))).toBe(
    "It asked for fewer, but what it has is the minimum.",
  );
});
