import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";

import { TimeFigure } from "./time-figure";

const line = (values: (number | null)[]) => ({ name: "calls", hue: 1, values, previous: null, summary: null });
const chart = (values: (number | null)[]) => ({ times: [0, 60], lines: [line(values)], unit: "" });

test("a chart whose lines are gaps says why in place of an empty plot", () => {
  render(<TimeFigure title="Calls" fileName="calls" chart={chart([null, null])} empty="Nobody called." />);
  const region = screen.getByRole("region", { name: "Calls" });
  expect(region).toHaveTextContent("Nobody called.");
  expect(screen.queryByRole("img")).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();
});

test("without a reason of its own it says that there are no values", () => {
  render(<TimeFigure title="Calls" fileName="calls" chart={chart([null, null])} />);
  expect(screen.getByText("No values in this window.")).toBeVisible();
});
