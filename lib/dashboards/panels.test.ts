import { expect, test } from "vitest";

import { moved, nextPanel, withChart } from "./panels";

const panels = [
  { id: "cpu", chart: "cpu", names: ["demo"] },
  { id: "cpu-2", chart: "cpu", names: ["other"] },
  { id: "training-cpu", chart: "training-cpu", names: ["job"] },
];

test("a further chart is of the same thing, and one that does not show it yet", () => {
  expect(nextPanel([])).toStrictEqual({ id: "invocations", chart: "invocations", names: [] });
  expect(nextPanel(panels)).toStrictEqual({ id: "training-memory", chart: "training-memory", names: ["job"] });
});

test("another chart keeps what it shows as long as it is of the same kind, and gets an id of its own", () => {
  expect(withChart(panels, "cpu-2", "memory")[1]).toStrictEqual({ id: "memory", chart: "memory", names: ["other"] });
  expect(withChart(panels, "training-cpu", "cpu")[2]).toStrictEqual({ id: "cpu-3", chart: "cpu", names: [] });
});

test("charts move by one place and not beyond the ends", () => {
  const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);
  expect(ids(moved(panels, "cpu-2", -1))).toStrictEqual(["cpu-2", "cpu", "training-cpu"]);
  expect(ids(moved(panels, "training-cpu", 1))).toStrictEqual(ids(panels));
});
