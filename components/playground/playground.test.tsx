import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { WorkspaceProvider } from "@/components/shell/workspace-context";
import type { Role } from "@/lib/auth/permissions";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import { endpointKeys } from "@/lib/endpoints/queries";

import { Playground } from "./playground";

// Typing letter by letter takes its time where many tests share two cores.
vi.setConfig({ testTimeout: 20_000 });

const detail = (over: Partial<EndpointDetail> = {}): EndpointDetail => ({
  name: "demo",
  arn: "arn:aws:sagemaker:us-east-1:111122223333:endpoint/demo",
  status: "InService",
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  configName: "demo",
  failureReason: null,
  mode: "real-time",
  task: "text-classification",
  isConfigMissing: false,
  variants: [],
  cost: { usdPerHour: null, priceDate: null },
  ...over,
});

function show(over: Partial<EndpointDetail> = {}, role: Role = "tester") {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  queryClient.setQueryData(endpointKeys.detail("local", "demo"), detail(over));
  render(
    <QueryClientProvider client={queryClient}>
      <NuqsTestingAdapter>
        <WorkspaceProvider
          workspace={{ id: "local", label: "Local", region: "us-east-1", isEmulator: true }}
          member={{ id: "1", name: "Ada", role }}
        >
          <Playground target={{ endpointName: "demo", region: "us-east-1", endpointUrl: null }} />
        </WorkspaceProvider>
      </NuqsTestingAdapter>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

const calls: { url: string; body: unknown }[] = [];

function answerWith(body: unknown, init: ResponseInit = {}) {
  vi.stubGlobal("fetch", async (url: string, request: RequestInit) => {
    calls.push({ url, body: JSON.parse(String(request.body)) });
    return Response.json(body, init);
  });
}

beforeEach(() => {
  calls.length = 0;
  sessionStorage.clear();
});
afterEach(() => vi.unstubAllGlobals());

test("a sentence gets its best label and all scores, drawn for people", async () => {
  answerWith([
    { label: "negative", score: 0.08 },
    { label: "positive", score: 0.92 },
  ]);
  const user = show();
  await user.type(screen.getByRole("textbox", { name: "Text" }), "A lovely day");
  await user.click(screen.getByRole("button", { name: "Run" }));

  const scores = await screen.findByRole("list", { name: "Scores" });
  expect(
    within(scores)
      .getAllByRole("listitem")
      .map((item) => item.textContent),
  ).toStrictEqual(["positive92%", "negative8%"]);
  expect(screen.getByText("92% sure")).toBeInTheDocument();
  expect(calls).toStrictEqual([
    { url: "/api/workspaces/local/endpoints/demo/invocations", body: { inputs: "A lovely day" } },
  ]);
});

test("Ctrl+Enter runs, and the call is kept in this tab's history", async () => {
  answerWith([{ label: "positive", score: 1 }]);
  const user = show();
  await user.type(screen.getByRole("textbox", { name: "Text" }), "Nice{Control>}{Enter}{/Control}");
  expect(await screen.findByRole("list", { name: "Scores" })).toBeInTheDocument();
  expect(screen.getByRole("button", { name: /^Nice/ })).toBeInTheDocument();
});

test("the example is one click away", async () => {
  const user = show({ task: "token-classification" });
  await user.click(screen.getByRole("button", { name: "Use the example" }));
  expect(screen.getByRole("textbox", { name: "Text" })).toHaveValue(
    "My name is Sylvain and I work at Hugging Face in Brooklyn.",
  );
});

test("entities are marked in the text they were found in", async () => {
  answerWith([{ entity_group: "PER", word: "ada", start: 0, end: 3, score: 0.99 }]);
  const user = show({ task: "token-classification" });
  await user.type(screen.getByRole("textbox", { name: "Text" }), "Ada wrote");
  await user.click(screen.getByRole("button", { name: "Run" }));
  const table = await screen.findByRole("table", { name: "Entities" });
  expect(within(table).getByRole("row", { name: "Ada PER 99%" })).toBeInTheDocument();
});

test("what the model added stands out from the prompt", async () => {
  answerWith([{ generated_text: "Once upon a time" }]);
  const user = show({ task: "text-generation" });
  await user.type(screen.getByRole("textbox", { name: "Prompt" }), "Once");
  await user.click(screen.getByRole("button", { name: "Run" }));
  expect(await screen.findByText("upon a time", { selector: "strong" })).toBeInTheDocument();
});

test("a container's refusal is told in plain words, with its own words and the way to the log", async () => {
  answerWith(
    {
      code: "invalid",
      message: "The request is not a JSON object.",
      hint: 'Wrap the input: {"inputs": …}.',
      awsCode: "ModelError",
      requestId: "abc-123",
      detail: { container: { status: 400, type: "InternalServerException", message: "pop expected at most 1" } },
    },
    { status: 400 },
  );
  const user = show();
  await user.type(screen.getByRole("textbox", { name: "Text" }), "x");
  await user.click(screen.getByRole("button", { name: "Run" }));
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("The request is not a JSON object.");
  expect(alert).toHaveTextContent("The container answered 400, InternalServerException:");
  expect(alert).toHaveTextContent("pop expected at most 1");
  expect(screen.getByRole("link", { name: "Read the container's log" })).toHaveAttribute(
    "href",
    "/local/endpoints/demo?tab=logs",
  );
});

test("a viewer sees the form, disabled, with the reason", () => {
  show({}, "viewer");
  expect(screen.getByRole("textbox", { name: "Text" })).toBeDisabled();
  expect(screen.getByRole("button", { name: "Run" })).toBeDisabled();
  expect(screen.getByRole("note")).toHaveTextContent("Needs the tester role.");
});

test("an endpoint that is not in service says so instead of failing", () => {
  show({ status: "Creating" });
  expect(screen.getByRole("button", { name: "Run" })).toBeDisabled();
  expect(screen.getByRole("note")).toHaveTextContent("still starting");
});

test("a task without a form is asked by JSON, checked while it is typed", async () => {
  const user = show({ task: "question-answering" });
  const field = screen.getByRole("textbox", { name: "Request body" });
  expect(field).toHaveDisplayValue(/"question"/);
  await user.clear(field);
  await user.type(field, "{{oops");
  expect(field).toHaveAccessibleDescription(/not valid JSON: look at line 1/);
  expect(screen.getByRole("button", { name: "Run" })).toBeDisabled();
});
