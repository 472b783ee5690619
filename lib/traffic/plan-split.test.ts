import { expect, test } from "vitest";

import type { RunningVariant } from "@/lib/endpoints/view";

import { currentPercents, desiredPercents, planSplit } from "./plan-split";
import { moveShare, toPercents } from "./shares";

function variant(name: string, weight: number, instances = 1): RunningVariant {
  return {
    name,
    currentInstances: instances,
    desiredInstances: instances,
    currentConcurrency: null,
    desiredConcurrency: null,
    currentWeight: weight,
    desiredWeight: weight,
    stages: [],
    deployedImages: [],
  };
}
const sum = (percents: number[]) => percents.reduce((total, percent) => total + percent, 0);

test("weights of any size become whole percents that add up to 100", () => {
  expect(toPercents([1, 1, 1])).toStrictEqual([34, 33, 33]);
  expect(toPercents([0.1, 0.9])).toStrictEqual([10, 90]);
  expect(toPercents([0, 0])).toStrictEqual([50, 50]);
  expect(toPercents([999_999, 1])).toStrictEqual([100, 0]);
});

test("what one slider takes the others give, in proportion, wherever it stands", () => {
  expect(moveShare([50, 50], 0, 90)).toStrictEqual([90, 10]);
  expect(moveShare([20, 60, 20], 1, 20)).toStrictEqual([40, 20, 40]);
  expect(moveShare([100, 0, 0], 0, 0)).toStrictEqual([0, 50, 50]);
  let percents = [25, 25, 25, 25];
  for (let step = 0; step < 400; step++) {
    percents = moveShare(percents, step % 4, (step * 37) % 101);
    expect([sum(percents), percents[step % 4]]).toStrictEqual([100, (step * 37) % 101]);
    expect(percents.every((percent) => Number.isInteger(percent) && percent >= 0)).toBe(true);
  }
});

test("a wish that is what runs needs no request, whatever the weights are", () => {
  const running = [variant("blue", 1), variant("green", 2)];
  const wish = [
    { name: "blue", percent: 33, instances: null },
    { name: "green", percent: 67, instances: 1 },
  ];
  expect(planSplit("e", running, wish)).toStrictEqual([]);
});

test("weights of all variants go in one request, each changed count in one of its own", () => {
  const running = [variant("blue", 1, 2), variant("green", 1)];
  const wish = [
    { name: "blue", percent: 70, instances: 3 },
    { name: "green", percent: 30, instances: 2 },
  ];
  expect(planSplit("e", running, wish)).toStrictEqual([
    {
      EndpointName: "e",
      DesiredWeightsAndCapacities: [
        { VariantName: "blue", DesiredWeight: 70 },
        { VariantName: "green", DesiredWeight: 30 },
      ],
    },
    { EndpointName: "e", DesiredWeightsAndCapacities: [{ VariantName: "blue", DesiredInstanceCount: 3 }] },
    { EndpointName: "e", DesiredWeightsAndCapacities: [{ VariantName: "green", DesiredInstanceCount: 2 }] },
  ]);
});

test("while a change is under way, what is wanted differs from what serves", () => {
  const running = [
    { ...variant("blue", 1), desiredWeight: 80 },
    { ...variant("green", 1), desiredWeight: 20 },
  ];
  expect([currentPercents(running), desiredPercents(running)]).toStrictEqual([
    [50, 50],
    [80, 20],
  ]);
});
