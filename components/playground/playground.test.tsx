import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { WorkspaceProvider } from "@/components/shell/workspace-context";
import type { Role } from "@/lib/auth/permissions";
import type { EndpointDetail, VariantDetail } from "@/lib/endpoints/detail-view";
import { endpointKeys } from "@/lib/endpoints/queries";
import { readModelError } from "@/lib/inference/model-error";
import { playgroundKeys } from "@/lib/playground/queries";
import type { CallRow, KeptBody, KeptCall, SavedExample } from "@/lib/playground/view";

import { Playground } from "./playground";
import { PlaygroundPage } from "./playground-page";

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
  shadows: [],
  pending: null,
  lastDeployment: null,
  oldFleet: [],
  shadowFleets: [],
  mode: "real-time",
  task: "text-classification",
  isConfigMissing: false,
  metricFrequencySeconds: 60,
  variants: [],
  cost: { usdPerHour: null, priceDate: null },
  ...over,
});

const VARIANT: Omit<VariantDetail, "name"> = {
  modelName: "demo",
  isModelMissing: false,
  executionRoleArn: null,
  container: null,
  source: null,
  task: "text-classification",
  instanceType: "ml.m5.xlarge",
  inferenceAmiVersion: null,
  currentInstances: 1,
  desiredInstances: 1,
  trafficShare: 0.5,
  serverless: null,
  stages: [],
  cost: { usdPerHour: null, priceDate: null },
};

const body = (value: unknown): KeptBody => {
  const text = JSON.stringify(value);
  return { contentType: "application/json", bytes: text.length, text, base64: null };
};

const keptCall = (): KeptCall => ({
  id: "a".repeat(32),
  at: "2026-01-01T00:00:00.000Z",
  endpoint: "demo",
  variant: "AllTraffic",
  task: "text-classification",
  title: "A dark night",
  latencyMs: 20,
  requestId: "r-1",
  request: body({ inputs: "A dark night" }),
  answer: body([{ label: "negative", score: 0.9 }]),
  problem: null,
});

const SAVED: SavedExample = {
  id: "3b0e1b9c-4c59-4e6f-8d4a-0a3f1c1f5a11",
  task: "text-classification",
  name: "Grumpy guest",
  note: "",
  memberId: "2",
  memberName: "Grace",
  createdAt: "2026-01-01T00:00:00.000Z",
  request: body({ inputs: "The soup was cold" }),
};

const TARGET = { region: "us-east-1", endpointUrl: null };

function show(
  over: Partial<EndpointDetail> = {},
  role: Role = "tester",
  history: CallRow[] = [],
  search = "",
  page: ReactNode = <Playground target={{ ...TARGET, endpointName: "demo" }} />,
) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  queryClient.setQueryData(endpointKeys.detail("local", "demo"), detail(over));
  queryClient.setQueryData(playgroundKeys.calls("local"), history);
  const listed = endpointKeys.list("local", { status: "InService", limit: 100 });
  queryClient.setQueryData(listed, { items: [], nextCursor: null });
  render(
    <QueryClientProvider client={queryClient}>
      <NuqsTestingAdapter hasMemory searchParams={search}>
        <WorkspaceProvider
          workspace={{ id: "local", label: "Local", region: "us-east-1", isEmulator: true }}
          member={{ id: "1", name: "Ada", role }}
        >
          {page}
        </WorkspaceProvider>
      </NuqsTestingAdapter>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

const UNKNOWN = `{"code":400,"type":"InternalServerException","message":"got an unexpected keyword argument 'no_such'"}`;
const calls: { url: string; body: unknown }[] = [];
const logLines = ["Model loaded", "pop expected at most 1 argument"].map((message, index) => ({
  id: message,
  at: `2026-01-01T00:00:0${1 + index}.000Z`,
  stream: "s",
  message,
}));
/** What the server keeps of the call that a test opens. */
let kept: KeptCall | null = null;

function answerWith(body: unknown, init: ResponseInit = {}) {
  vi.stubGlobal("fetch", async (url: string, request: RequestInit) => {
    if (url.includes("/playground/calls")) return Response.json(kept);
    if (url.includes("/playground/examples/")) return Response.json(SAVED);
    if (url.includes("/playground/examples")) return Response.json([{ ...SAVED, bytes: 10 }]);
    if (url.includes("/log-lines")) return Response.json({ events: logLines, isCut: false });
    calls.push({ url, body: JSON.parse(String(request.body)) });
    return Response.json(body, init);
  });
}

beforeEach(() => {
  calls.length = 0;
  kept = null;
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

test("Ctrl+Enter runs, and the call stands in the history", async () => {
  answerWith([{ label: "positive", score: 1 }]);
  const user = show();
  await user.type(screen.getByRole("textbox", { name: "Text" }), "Nice{Control>}{Enter}{/Control}");
  expect(await screen.findByRole("list", { name: "Scores" })).toBeInTheDocument();
  expect(screen.getByRole("link", { name: /^Nice/ })).toBeInTheDocument();
});

test("a call of the past comes back as it was, input and answer, until the next one is run", async () => {
  const { request, answer, ...row } = keptCall();
  kept = { ...row, request, answer };
  answerWith([{ label: "positive", score: 1 }]);
  const user = show({}, "tester", [{ ...row, problem: null }]);
  await user.click(screen.getByRole("link", { name: /^A dark night/ }));

  expect(await screen.findByRole("textbox", { name: "Text" })).toHaveValue("A dark night");
  expect(screen.getByText(/From your history/)).toBeInTheDocument();
  expect(screen.getByRole("list", { name: "Scores" })).toHaveTextContent("negative");
  await user.type(screen.getByRole("textbox", { name: "Text" }), "!");
  await user.click(screen.getByRole("button", { name: "Run" }));

  await waitFor(() => expect(screen.getByRole("list", { name: "Scores" })).toHaveTextContent("positive"));
  expect(screen.queryByText(/From your history/)).not.toBeInTheDocument();
  expect(screen.getByRole("textbox", { name: "Text" })).toHaveValue("A dark night!");
  expect(calls).toMatchObject([{ body: { inputs: "A dark night!" } }]);
});

test("a call that is not one's own is said to be missing, and the playground stands below", async () => {
  const missing = { code: "not-found", message: "This call is not in your history." };
  vi.stubGlobal("fetch", async (url: string) =>
    url.includes("/calls/") ? Response.json(missing, { status: 404 }) : Response.json([]),
  );
  show({}, "tester", [], `?endpoint=demo&call=${"a".repeat(32)}`, <PlaygroundPage target={TARGET} />);
  expect(await screen.findByText("This call is not in your history.", {}, { timeout: 10_000 })).toBeInTheDocument();
  expect(screen.getByRole("textbox", { name: "Text" })).toBeInTheDocument();
});

test("the history is searched, and deleted one by one by key", async () => {
  const { request: _request, answer: _answer, ...row } = keptCall();
  const rows = [row, { ...row, id: "b".repeat(32), title: "Second" }, { ...row, id: "c".repeat(32), endpoint: "else" }];
  answerWith(null);
  const user = show(
    {},
    "tester",
    rows.map((call) => ({ ...call, problem: null })),
  );
  const list = () => within(screen.getByRole("list", { name: "Calls" }));
  const links = () => list().getAllByRole("link", { name: (name) => !name.startsWith("Show log lines") });
  expect(list().getAllByRole("link", { name: "Show log lines of this request" })[0]).toHaveAttribute(
    "href",
    "/local/endpoints/demo?tab=logs&stream=all&since=2026-01-01T00%3A00%3A00.000Z&until=2026-01-01T00%3A00%3A00.021Z&request=r-1",
  );
  expect(links()).toHaveLength(2);
  await user.type(screen.getByRole("searchbox", { name: "Search the history" }), "sec");
  expect(links().map((link) => link.textContent)).toStrictEqual([expect.stringContaining("Second")]);
  await user.clear(screen.getByRole("searchbox", { name: "Search the history" }));
  await user.click(screen.getByRole("radio", { name: "All" }));
  expect(links()[2]).toHaveAttribute("href", `/local/playground?endpoint=else&call=${"c".repeat(32)}`);
  links()[0]?.focus();
  await user.keyboard("{ArrowDown}{Delete}");
  expect(links()).toHaveLength(2);
  expect(screen.queryByRole("link", { name: /^Second/ })).not.toBeInTheDocument();
});

test("an example that a colleague saved fills the form, and its link is copied while nothing is changed", async () => {
  answerWith(null);
  const user = show();
  await user.click(await screen.findByRole("button", { name: "Grumpy guest" }));
  await waitFor(() => expect(screen.getByRole("textbox", { name: "Text" })).toHaveValue("The soup was cold"));
  await user.click(screen.getByRole("button", { name: "Copy a link to this input" }));
  expect(await navigator.clipboard.readText()).toMatch(
    /\/local\/playground\?endpoint=demo&task=text-classification&example=3b0e1b9c/,
  );
  await user.type(screen.getByRole("textbox", { name: "Text" }), "!");
  await user.click(screen.getByRole("button", { name: "Link copied" }));
  expect(await navigator.clipboard.readText()).toMatch(/task=text-classification#request=/);
});

test("an input that does not fit into a link is offered to be saved", async () => {
  answerWith(null);
  const user = show();
  await user.click(screen.getByRole("textbox", { name: "Text" }));
  await user.paste("long ".repeat(2_000));
  await user.click(screen.getByRole("button", { name: "Copy a link to this input" }));
  const dialog = await screen.findByRole("dialog", { name: "Save as an example" });
  expect(dialog).toHaveTextContent("does not fit into a link");
});

test("only one's own examples can be edited, and the others say whose they are", async () => {
  answerWith(null);
  const user = show();
  await user.click(await screen.findByRole("button", { name: "Edit" }));
  const dialog = await screen.findByRole("dialog", { name: "Saved examples" });
  expect(within(dialog).getByRole("button", { name: "Delete Grumpy guest" })).toBeDisabled();
  expect(dialog).toHaveTextContent("Grace");
});

test("one run asks every model that is compared, each answer beside the others with its own failure", async () => {
  vi.stubGlobal("fetch", async (url: string, request: RequestInit) => {
    if (request.method !== "POST") return Response.json([]);
    const headers = new Headers(request.headers);
    calls.push({ url, body: headers.get("x-target-variant") });
    if (url.includes("/third/")) return Response.json({ code: "throttled", message: "Too busy." }, { status: 429 });
    const label = url.includes("/second/") ? "negative" : "positive";
    return Response.json([{ label, score: 0.9 }]);
  });
  const user = show({}, "tester", [], "?compare=second,third,demo:Blue");
  await user.type(screen.getByRole("textbox", { name: "Text" }), "Nice");
  await user.click(screen.getByRole("button", { name: "Run" }));

  const column = (name: string) => within(screen.getByRole("region", { name }));
  expect(await column("second").findByText("Differs from the first")).toBeInTheDocument();
  expect(column("third").getByRole("alert")).toHaveTextContent("Too busy.");
  expect(await column("demo:Blue").findByText("Same as the first")).toBeInTheDocument();
  const invoked = (name: string) => `/api/workspaces/local/endpoints/${name}/invocations`;
  expect(calls).toStrictEqual([
    { url: invoked("demo"), body: null },
    { url: invoked("second"), body: null },
    { url: invoked("third"), body: null },
    { url: invoked("demo"), body: "Blue" },
  ]);
  await user.click(column("second").getByRole("button", { name: "Do not compare with second" }));
  expect(screen.queryByRole("region", { name: "second" })).not.toBeInTheDocument();
});

test("a link asks a chosen variant, the answer says which one answered", async () => {
  vi.stubGlobal("fetch", async (url: string, request: RequestInit) => {
    if (request.method !== "POST") return Response.json([]);
    const variant = new Headers(request.headers).get("x-target-variant");
    calls.push({ url, body: variant });
    return Response.json([{ label: "positive", score: 0.9 }], { headers: { "x-invoked-variant": String(variant) } });
  });
  const variants = ["blue", "green"].map((name) => ({ ...VARIANT, name }));
  const user = show({ variants }, "tester", [], "?variant=green");
  const choice = screen.getByRole("combobox", { name: "Variant" });
  expect(choice).toHaveValue("green");
  await user.type(screen.getByRole("textbox", { name: "Text" }), "Nice");
  await user.click(screen.getByRole("button", { name: "Run" }));
  await waitFor(() => expect(calls.map((call) => call.body)).toStrictEqual(["green"]));
  expect(await screen.findByText("green", { selector: "dd, dd *" })).toBeVisible();
  await user.selectOptions(choice, "blue");
  await user.click(screen.getByRole("button", { name: "Run" }));
  await waitFor(() => expect(calls.map((call) => call.body)).toStrictEqual(["green", "blue"]));
});

test("a link to a variant that is gone says so and asks nobody", () => {
  show({ variants: ["blue", "green"].map((name) => ({ ...VARIANT, name })) }, "tester", [], "?variant=red");
  expect(screen.getByText("This endpoint has no variant red. Choose one that it has.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Run" })).toBeDisabled();
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

test("a container's refusal is told in plain words, with its own words and its log lines", async () => {
  answerWith(
    {
      code: "invalid",
      message: "The request is not a JSON object.",
      hint: 'Wrap the input: {"inputs": …}.',
      awsCode: "ModelError",
      requestId: "abc-123",
      detail: {
        container: { status: 400, type: "InternalServerException", message: "pop expected at most 1" },
        span: { from: "2026-01-01T00:00:01.000Z", to: "2026-01-01T00:00:02.000Z" },
      },
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
  await user.click(screen.getByText("Show the log lines"));
  const lines = within(await screen.findByRole("region", { name: "Log lines" })).getAllByRole("listitem");
  expect(lines.map((line) => line.textContent)).toStrictEqual([
    expect.stringMatching(/Model loaded/),
    expect.stringMatching(/About this call: pop expected at most 1/),
  ]);
  expect(screen.getByRole("link", { name: "Open these lines in the log" })).toHaveAttribute(
    "href",
    "/local/endpoints/demo?tab=logs&stream=all&since=2026-01-01T00%3A00%3A00.000Z&until=2026-01-01T00%3A00%3A07.000Z&request=abc-123",
  );
});

test("a parameter that the model does not know is taken out by one click, and the call is made again", async () => {
  answerWith(
    {
      code: "invalid",
      message: "The model does not know one of the parameters.",
      detail: { container: readModelError({ status: 400, originalMessage: UNKNOWN }) },
    },
    { status: 400 },
  );
  const user = show();
  await user.click(screen.getAllByRole("radio", { name: "JSON" })[0] as HTMLElement);
  const field = screen.getByRole("textbox", { name: "Request body" });
  await user.clear(field);
  await user.click(field);
  await user.paste('{"inputs":"x","parameters":{"no_such":1,"top_k":1}}');
  await user.click(screen.getByRole("button", { name: "Run" }));
  await user.click(await screen.findByRole("button", { name: "Remove no_such and run" }));
  await waitFor(() => expect(calls).toHaveLength(2));
  expect(calls[1]?.body).toStrictEqual({ inputs: "x", parameters: { top_k: 1 } });
  expect(screen.getByRole("textbox", { name: "Text" })).toHaveValue("x");
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

test("a model whose task is not known is asked by JSON, checked while it is typed", async () => {
  const user = show({ task: null });
  const field = screen.getByRole("textbox", { name: "Request body" });
  await user.clear(field);
  await user.type(field, "{{oops");
  expect(field).toHaveAccessibleDescription(/not valid JSON: look at line 1/);
  expect(screen.getByRole("button", { name: "Run" })).toBeDisabled();
});
