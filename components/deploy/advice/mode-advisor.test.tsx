import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { FormProvider, useForm, useWatch } from "react-hook-form";
import { expect, test, vi } from "vitest";

import { WorkspaceProvider } from "@/components/shell/workspace-context";
import { USUAL_WORKLOAD, type WorkloadDraft } from "@/lib/deploy/advice/workload";
import { fromLink } from "@/lib/deploy/from-link";
import type { DeployFormValues } from "@/lib/deploy/schema";

import { ModeAdvisor } from "./mode-advisor";

vi.setConfig({ testTimeout: 30_000 });

const workspace = { id: "local", label: "Local", region: "us-east-1", isEmulator: true };
const start = { region: "us-east-1", isEmulator: true, executionRoleArn: null, hasHubToken: false };

function Harness({ link, workload }: { link: Record<string, string>; workload: Partial<WorkloadDraft> }) {
  const form = useForm<DeployFormValues>({ defaultValues: fromLink({ model: "tiny-ner", ...link }, start) });
  const [draft, setDraft] = useState<WorkloadDraft>({ ...USUAL_WORKLOAD, ...workload });
  const [count, scales, concurrency] = useWatch({
    control: form.control,
    name: ["instanceCount", "scaleFromZero", "serverlessMaxConcurrency"],
  });
  return (
    <WorkspaceProvider workspace={workspace} member={{ id: "m", name: "mia", role: "operator" }}>
      <FormProvider {...form}>
        <ModeAdvisor draft={draft} onChange={setDraft} onChoose={(mode) => form.setValue("mode", mode)} />
        <output aria-label="Form">{JSON.stringify({ count, scales, concurrency })}</output>
      </FormProvider>
    </WorkspaceProvider>
  );
}

const card = (name: string | RegExp) => within(screen.getByRole("listitem", { name }));

test("each possible mode says its month's cost, and taking one sets the form for the workload", async () => {
  render(<Harness link={{ instance: "ml.m5.large", memory: "3072" }} workload={{ peak: "8" }} />);
  expect(card("Real-time").getByText("$671.60 a month")).toBeVisible();
  expect(card("Real-time").getByText("Chosen")).toBeVisible();
  expect(card("Serverless").getByText("$1.83 a month")).toBeVisible();
  expect(card("Serverless").getByText("Lowest known price")).toBeVisible();
  expect(card("Asynchronous").getByText("Price unknown")).toBeVisible();
  expect(card("Asynchronous").getByText(/\$0\.9716 a month at the hosting price/)).toBeVisible();

  await userEvent.click(card("Real-time").getByRole("button", { name: "Use this" }));
  expect(screen.getByRole("status", { name: "Form" })).toHaveTextContent('"count":8');
  await userEvent.click(card("Asynchronous").getByRole("button", { name: "Use this" }));
  expect(screen.getByRole("status", { name: "Form" })).toHaveTextContent('{"count":1,"scales":true,"concurrency":5}');
  await userEvent.click(card("Serverless").getByRole("button", { name: "Use this" }));
  expect(screen.getByRole("status", { name: "Form" })).toHaveTextContent('"concurrency":8');
});

test("what is impossible has a reason in place of a button, and follows what is typed", async () => {
  render(<Harness link={{}} workload={{}} />);
  await userEvent.clear(screen.getByRole("textbox", { name: "Payload (MB)" }));
  await userEvent.type(screen.getByRole("textbox", { name: "Payload (MB)" }), "30");
  const serverless = card(/^Serverless.*not possible/);
  expect(serverless.getByText("It takes and gives at most 4 MB; yours has 30 MB.")).toBeVisible();
  expect(serverless.queryByRole("button")).toBeNull();

  await userEvent.clear(screen.getByRole("textbox", { name: "Calls a day" }));
  expect(screen.getByText(/^Enter a number above 0/)).toBeVisible();
  expect(screen.queryByRole("list", { name: "Modes compared" })).toBeNull();
});

test("costs are drawn together, read as a table, and batch leads to its own form", async () => {
  render(<Harness link={{ instance: "ml.m5.large", memory: "3072" }} workload={{}} />);
  expect(
    screen.getByRole("img", {
      name: /^Cost of a month by calls a day: Real-time \$83\.95 at 0 and \$83\.95 at 86,400/,
    }),
  ).toBeVisible();
  expect(screen.getByText("Serverless costs less than real-time up to 46,000 calls a day.")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Show as table" }));
  expect(screen.getByRole("row", { name: /^86,400 \$83\.95 \$157\.68/ })).toBeVisible();
  expect(card("Batch transform").getByRole("link", { name: "Use this in a transform job" })).toHaveAttribute(
    "href",
    expect.stringMatching(/^\/local\/batch\/new\?source=bundled&model=tiny-ner&.*instance=ml\.m5\.large$/),
  );
});
