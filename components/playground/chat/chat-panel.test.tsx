import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { taskById } from "@/catalog/tasks/select";
import { WorkspaceProvider } from "@/components/shell/workspace-context";
import { NO_OPTIONS } from "@/lib/inference/call-options";
import type { Chat } from "@/lib/inference/chat/saved-chat";
import { frameLine, type StreamFrame } from "@/lib/inference/stream/frames";
import { playgroundKeys } from "@/lib/playground/queries";
import type { KeptCall } from "@/lib/playground/view";

import { ChatPanel } from "./chat-panel";

// Typing letter by letter takes its time where many tests share two cores.
vi.setConfig({ testTimeout: 20_000 });

/** One call of the page, whose answer the test writes. */
type Asked = {
  body: { messages: { role: string; content: string }[]; [name: string]: unknown };
  headers: Headers;
  signal: AbortSignal | null | undefined;
  say(text: string): void;
  write(frame: StreamFrame): void;
  end(): void;
};

const asked: Asked[] = [];
let endpoint = 0;

beforeEach(() => {
  asked.length = 0;
  sessionStorage.clear();
  endpoint += 1;
  vi.stubGlobal("fetch", async (_url: string, init: RequestInit) => {
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const write = (frame: StreamFrame) => controller.enqueue(encoder.encode(frameLine(frame)));
        init.signal?.addEventListener("abort", () => controller.error(init.signal?.reason));
        const event = (value: unknown) => write({ text: `data: ${JSON.stringify(value)}\n\n` });
        asked.push({
          body: JSON.parse(String(init.body)),
          headers: new Headers(init.headers),
          signal: init.signal,
          say: (content) => event({ choices: [{ index: 0, delta: { content } }] }),
          write,
          end: () => {
            event({ choices: [], usage: { prompt_tokens: 5, completion_tokens: 3 } });
            write({ end: { latencyMs: 20, bytes: 10 } });
            controller.close();
          },
        });
        write({ start: { contentType: "text/event-stream", variant: "AllTraffic", requestId: "r-1" } });
      },
    });
    return new Response(body);
  });
});
afterEach(() => vi.unstubAllGlobals());

const task = taskById("text-generation");
if (!task) throw new Error("text-generation is missing");

function show({ options = NO_OPTIONS, chat = null as Chat | null } = {}) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  queryClient.setQueryData(playgroundKeys.calls("local"), []);
  const target = { endpointName: `talker-${endpoint}`, region: "us-east-1", endpointUrl: null };
  render(
    <QueryClientProvider client={queryClient}>
      <NuqsTestingAdapter hasMemory>
        <WorkspaceProvider
          workspace={{ id: "local", label: "Local", region: "us-east-1", isEmulator: true }}
          member={{ id: "1", name: "Ada", role: "tester" }}
        >
          <ChatPanel
            target={target}
            dialect="messages"
            task={task as NonNullable<typeof task>}
            onTask={() => undefined}
            refusal={null}
            callOptions={null}
            options={options}
            optionError={null}
            shown={chat && { call: CALL, chat }}
            onBack={() => undefined}
          />
        </WorkspaceProvider>
      </NuqsTestingAdapter>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

const CALL: KeptCall = {
  id: "a".repeat(32),
  at: "2026-01-01T00:00:00.000Z",
  endpoint: "demo",
  variant: null,
  task: "text-generation",
  title: "Before",
  latencyMs: 1,
  requestId: null,
  request: { contentType: "application/json", bytes: 2, text: "{}", base64: null },
  answer: null,
  problem: null,
};

const message = () => screen.getByRole("textbox", { name: "Message" });
const answers = () => screen.getAllByRole("article", { name: "Model" });
const button = (name: string) => screen.getByRole("button", { name });

/** The latest call, once the page has made so many. */
async function call(count: number): Promise<Asked> {
  await waitFor(() => expect(asked).toHaveLength(count));
  return asked[count - 1] as Asked;
}

async function exchange(user: ReturnType<typeof show>, question: string, answer: string, count: number) {
  await user.type(message(), `${question}{Enter}`);
  const made = await call(count);
  made.say(answer);
  made.end();
  await waitFor(() => expect(answers().at(-1)).toHaveAttribute("aria-busy", "false"));
}

test("Enter sends, Shift Enter begins a line, and the answer comes piece by piece with its facts", async () => {
  const user = show({ options: { ...NO_OPTIONS, targetVariant: "Blue" } });
  await user.type(message(), "Hello{Shift>}{Enter}{/Shift}there{Enter}");
  expect(message()).toHaveValue("");
  const made = await call(1);
  expect(made.body).toMatchObject({ messages: [{ role: "user", content: "Hello\nthere" }], stream: true });
  expect(made.headers.get("x-target-variant")).toBe("Blue");
  made.say("Nice to");
  expect(await screen.findByText("Nice to")).toBeInTheDocument();
  expect(answers()[0]).toHaveAttribute("aria-busy", "true");
  made.say(" meet you");
  made.end();
  expect(await screen.findByText("Nice to meet you")).toBeInTheDocument();
  await waitFor(() => expect(answers()[0]).toHaveTextContent("3 tokens"));
  await exchange(user, "Again", "Sure", 2);
  expect(asked[1]?.body.messages.map(({ content }) => content)).toStrictEqual([
    "Hello\nthere",
    "Nice to meet you",
    "Again",
  ]);
});

test("Escape stops: the call is taken back and the text that came stays", async () => {
  const user = show();
  await user.type(message(), "Tell me{Enter}");
  const made = await call(1);
  made.say("Once upon");
  await screen.findByText("Once upon");
  await user.type(message(), "{Escape}");
  expect(made.signal?.aborted).toBe(true);
  expect(await screen.findByText("Stopped here.")).toBeInTheDocument();
  expect(answers()[0]).toHaveTextContent("Once upon");
  expect(button("Send")).toBeInTheDocument();
});

test("another answer stands beside the first, and one flips between them", async () => {
  const user = show();
  await exchange(user, "Who?", "Ada", 1);
  await user.click(button("Answer again"));
  const made = await call(2);
  expect(made.body.messages).toStrictEqual([{ role: "user", content: "Who?" }]);
  made.say("Grace");
  made.end();
  await waitFor(() => expect(answers()[0]).toHaveTextContent("answer 2 / 2"));
  expect(answers()[0]).toHaveTextContent("Grace");
  await user.click(button("Earlier answer"));
  expect(answers()[0]).toHaveTextContent("Ada");
  expect(answers()[0]).toHaveTextContent("answer 1 / 2");
});

test("a reworded question begins a branch, and the first one keeps its own answers", async () => {
  const user = show();
  await exchange(user, "One", "First", 1);
  await exchange(user, "Two", "Second", 2);
  await user.click(screen.getAllByRole("button", { name: "Edit and send again" })[0] as HTMLElement);
  const field = screen.getByRole("textbox", { name: "Your message" });
  await user.clear(field);
  await user.type(field, "Uno");
  await user.click(
    within(screen.getByRole("form", { name: "Edit the message" })).getByRole("button", { name: "Send" }),
  );
  const made = await call(3);
  expect(made.body.messages).toStrictEqual([{ role: "user", content: "Uno" }]);
  made.say("Primo");
  made.end();
  await waitFor(() =>
    expect(answers().map((each) => each.textContent)).toStrictEqual([expect.stringMatching(/Primo/)]),
  );
  await waitFor(() => expect(button("Earlier wording")).toBeEnabled());
  await user.click(button("Earlier wording"));
  expect(answers().map((each) => each.textContent)).toStrictEqual([
    expect.stringMatching(/First/),
    expect.stringMatching(/Second/),
  ]);
});

test("an answer that breaks off keeps its text, and is tried again", async () => {
  const user = show();
  await user.type(message(), "Go{Enter}");
  const made = await call(1);
  made.say("Half of");
  made.write({ problem: { code: "unavailable", message: "The container broke off its answer." } });
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("The container broke off its answer.");
  expect(alert).toHaveTextContent("What came before it is kept.");
  expect(answers()[0]).toHaveTextContent("Half of");
  await user.click(within(alert).getByRole("button", { name: "Try again" }));
  const second = await call(2);
  second.say("Whole");
  second.end();
  expect(await screen.findByText("Whole")).toBeInTheDocument();
});

test("clearing is undone", async () => {
  const user = show();
  await exchange(user, "Keep me", "Kept", 1);
  await user.click(button("Clear the conversation"));
  expect(screen.queryByText("Kept")).not.toBeInTheDocument();
  await user.click(button("Undo clearing"));
  expect(screen.getByText("Kept")).toBeInTheDocument();
});

test("what the model thought is folded away, and not sent again", async () => {
  const user = show();
  await user.type(message(), "Why?{Enter}");
  const made = await call(1);
  made.write({ text: `data: {"choices":[{"index":0,"delta":{"reasoning_content":"Let me think"}}]}\n\n` });
  expect(await screen.findByText("Reasoning…")).toBeInTheDocument();
  made.say("Because");
  made.end();
  expect(await screen.findByText("Because")).toBeInTheDocument();
  expect(screen.getByText("Reasoning").closest("details")).not.toHaveAttribute("open");
  await exchange(user, "And?", "So", 2);
  expect(JSON.stringify(asked[1]?.body)).not.toContain("Let me think");
});

test("the request is shown as code that reads a stream", async () => {
  const user = show({ options: { ...NO_OPTIONS, targetVariant: "Blue" } });
  await user.click(button("Show the request as code"));
  const code = await screen.findByRole("figure", { name: "The request as code" });
  await user.click(within(code).getByRole("radio", { name: "boto3" }));
  expect(code).toHaveTextContent("invoke_endpoint_with_response_stream");
  expect(code).toHaveTextContent('"stream": True');
  expect(code).toHaveTextContent('TargetVariant="Blue"');
  await user.click(within(code).getByRole("radio", { name: "JavaScript" }));
  expect(code).toHaveTextContent("InvokeEndpointWithResponseStreamCommand");
});

test("a chat of the past is gone on with, apart from one's own", async () => {
  const chat: Chat = {
    system: "Be brief",
    parameters: { max_tokens: 9 },
    conversation: {
      chosen: {},
      messages: [{ id: "q", parentId: null, role: "user", content: "Before" }],
    },
  };
  const user = show({ chat });
  expect(screen.getByText("Before")).toBeInTheDocument();
  expect(screen.getByText(/From your history/)).toBeInTheDocument();
  await user.type(message(), "Now{Enter}");
  const made = await call(1);
  expect(made.body).toMatchObject({
    max_tokens: 9,
    messages: [{ role: "system" }, { role: "user" }, { content: "Now" }],
  });
  made.end();
});
