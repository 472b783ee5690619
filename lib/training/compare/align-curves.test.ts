import { expect, test } from "vitest";

import type { TrainingJobView } from "../job-view";

import { alignCurves } from "./align-curves";
import { commonWindow } from "./common-window";

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString();
const job = (name: string, startedAt: string | null) => ({ name, job: { name, startedAt } as TrainingJobView });

test("jobs that ran at different times begin at the same point", () => {
  const jobs = [job("monday", at(0)), job("tuesday", at(86_400))];
  const charts = alignCurves(jobs, [
    { job: "monday", metric: "loss", points: [{ at: at(10), value: 3 }] },
    { job: "tuesday", metric: "loss", points: [{ at: at(86_420), value: 2 }] },
  ]);
  expect(charts).toStrictEqual([
    {
      metric: "loss",
      curves: [
        { job: "monday", points: [{ at: 10_000, value: 3 }] },
        { job: "tuesday", points: [{ at: 20_000, value: 2 }] },
      ],
    },
  ]);
});

test("a job without the metric keeps its place, and a metric without any value has no chart", () => {
  const jobs = [job("a", at(0)), { name: "gone", job: null }, job("b", at(0))];
  const charts = alignCurves(jobs, [
    { job: "a", metric: "loss", points: [] },
    { job: "b", metric: "loss", points: [] },
    { job: "b", metric: "accuracy", points: [{ at: at(1), value: 0.5 }] },
  ]);
  expect(charts.map(({ metric, curves }) => [metric, curves.map(({ points }) => points.length)])).toStrictEqual([
    ["accuracy", [0, 0, 1]],
  ]);
});

test("a period that began before the job does not lie before its start", () => {
  const [chart] = alignCurves(
    [job("a", at(30))],
    [
      {
        job: "a",
        metric: "loss",
        points: [
          { at: at(0), value: 1 },
          { at: at(60), value: 2 },
        ],
      },
    ],
  );
  expect(chart?.curves[0]?.points.map((point) => point.at)).toStrictEqual([0, 30_000]);
});

test("one call covers all jobs in the period that CloudWatch still has of the oldest", () => {
  const now = new Date(at(86_400));
  const old = { startedAt: at(0), endedAt: at(600) };
  const fresh = { startedAt: at(86_000), endedAt: null };
  expect(commonWindow([fresh], now)).toStrictEqual({
    from: new Date(at(86_000)),
    to: new Date(at(86_460)),
    periodSeconds: 1,
  });
  expect(commonWindow([fresh, old, { startedAt: null, endedAt: null }], now)).toStrictEqual({
    from: new Date(at(0)),
    to: new Date(at(86_460)),
    // Two short jobs a day apart: not the period of a job that lasts a day.
    periodSeconds: 60,
  });
  expect(commonWindow([{ startedAt: null, endedAt: null }], now)).toBeNull();
});
