import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";

import { WorkspaceProvider } from "@/components/shell/workspace-context";
import type { Role } from "@/lib/auth/permissions";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import { endpointKeys } from "@/lib/endpoints/queries";
import type { RunningVariant } from "@/lib/endpoints/view";
import { operationKeys } from "@/lib/operations/queries";
import { INSTANCES } from "@/lib/scaling/dimensions";
import { scalingKeys } from "@/lib/scaling/queries";

import { TrafficPanel } from "./traffic-panel";

const variant = (name: string, over: Partial<RunningVariant> = {}): RunningVariant => ({
  name,
  currentInstances: 1,
  desiredInstances: 1,
  currentConcurrency: null,
  desiredConcurrency: null,
  currentWeight: 1,
  desiredWeight: 1,
  stages: [],
  deployedImages: [],
  ...over,
});

const detail = (over: Partial<EndpointDetail> = {}): EndpointDetail => ({
  name: "demo",
  arn: "arn:aws:sagemaker:us-east-1:111122223333:endpoint/demo",
  status: "InService",
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  configName: "demo",
  failureReason: null,
  shadows: [],
  pending: null,
  lastDeployment: null,
  oldFleet: [variant("blue"), variant("green")],
  shadowFleets: [],
  mode: "real-time",
  task: "text-classification",
  isConfigMissing: false,
  metricFrequencySeconds: 60,
  variants: [],
  cost: { usdPerHour: null, priceDate: null },
  ...over,
});

function show(over: Partial<EndpointDetail> = {}, role: Role = "operator", scaled: string[] = []) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  queryClient.setQueryData(endpointKeys.detail("local", "demo"), detail(over));
  queryClient.setQueryData(operationKeys.unfinished("local"), []);
  const variants = scaled.map((name) => ({ variant: name, dimension: INSTANCES, config: { min: 1, max: 4 } }));
  queryClient.setQueryData(scalingKeys.endpoint("local", "demo"), { endpoint: "demo", mode: "real-time", variants });
  const { container } = render(
    <QueryClientProvider client={queryClient}>
      <WorkspaceProvider
        workspace={{ id: "local", label: "Local", region: "us-east-1", isEmulator: true }}
        member={{ id: "1", name: "Ada", role }}
      >
        <TrafficPanel name="demo" />
      </WorkspaceProvider>
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), container };
}

const slider = (name: string) => screen.getByRole<HTMLInputElement>("slider", { name: `Traffic to ${name}` });
const review = () => screen.getByRole("button", { name: "Review change" });

test("what one slider takes the other gives, and the review shows the requests as they are sent", async () => {
  const { user } = show();
  expect(review()).toBeDisabled();
  fireEvent.change(slider("blue"), { target: { value: "75" } });
  expect([slider("blue").value, slider("green").value]).toStrictEqual(["75", "25"]);
  expect(screen.getByText("Now 50%, wanted 75%")).toBeVisible();
  await user.clear(screen.getByRole("spinbutton", { name: "Instances of green" }));
  await user.type(screen.getByRole("spinbutton", { name: "Instances of green" }), "3");

  await user.click(review());
  const dialog = await screen.findByRole("dialog", { name: "Review the change" });
  expect(within(dialog).getByRole("button", { name: "Send 2 requests" })).toBeEnabled();
  expect(dialog.textContent).toContain('"DesiredWeight": 75');
  expect(dialog.textContent).toContain('"DesiredInstanceCount": 3');
  await user.click(within(dialog).getByRole("button", { name: "Back" }));
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(slider("blue").value).toBe("50");
  expect(review()).toBeDisabled();
});

test("a count of nothing is refused beside its field, and one that is scaled is left to its scaling", async () => {
  const { user } = show({}, "operator", ["green"]);
  expect(screen.queryByRole("spinbutton", { name: "Instances of green" })).toBeNull();
  expect(screen.getByText(/scaled automatically between 1 and 4/)).toBeVisible();
  const count = screen.getByRole("spinbutton", { name: "Instances of blue" });
  await user.clear(count);
  await user.type(count, "0");
  expect(screen.getByText("At least 1.")).toBeVisible();
  expect(review()).toBeDisabled();
});

test("while it changes, what is wanted stands beside what serves, and nothing can be moved", () => {
  const green = variant("green", { desiredWeight: 3 });
  show({ status: "Updating", oldFleet: [variant("blue"), green] });
  expect(slider("green").value).toBe("75");
  expect(screen.getByText("Now 50%, wanted 75%")).toBeVisible();
  expect(slider("green")).toBeDisabled();
  expect(screen.getByText("It is changing, and SageMaker takes one change at a time.")).toBeVisible();
});

test("a viewer sees the split and which role could move it", () => {
  show({}, "viewer");
  expect(slider("blue")).toBeDisabled();
  expect(screen.getByText("Needs the operator role.")).toBeVisible();
});

test("an endpoint with one variant has nothing to split", () => {
  const { container } = show({ oldFleet: [variant("only")] });
  expect(container).toBeEmptyDOMElement();
});
