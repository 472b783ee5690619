import { chatForm } from "../inputs/chat";
import { isRecord } from "../is-record";
import type { Parameters } from "../parameters";
import type { ChatQuestion, ChatTurn } from "./chat-request";
import { asText, OWN_STOP } from "./chat-text";

/** What a chat asked in a request that it wrote, in whichever dialect; null: it is no conversation of a chat. */
export function readChatRequest(body: string): ChatQuestion | null {
  const value = parse(body);
  if (!isRecord(value)) return null;
  if (Array.isArray(value.messages)) {
    const { messages, stream: _stream, stream_options: _options, ...parameters } = value;
    return fromMessages(messages, parameters as Parameters);
  }
  const { inputs } = value;
  const parameters = isRecord(value.parameters) ? (value.parameters as Parameters) : {};
  if (Array.isArray(inputs)) return fromMessages(inputs, parameters);
  if (typeof inputs === "string") return fromText(inputs, parameters);
  const read = chatForm.read(inputs, parameters, null);
  return read && withTurns("", read.value.messages, parameters);
}

function fromMessages(messages: readonly unknown[], parameters: Parameters): ChatQuestion | null {
  const [first] = messages;
  const system = isRecord(first) && first.role === "system" ? first.content : "";
  if (typeof system !== "string") return null;
  return withTurns(system, system === "" ? messages : messages.slice(1), parameters);
}

/** Both sides in turn, the person first and last, each in words: what a chat can show and go on with. */
function withTurns(system: string, messages: readonly unknown[], parameters: Parameters): ChatQuestion | null {
  const turns: ChatTurn[] = [];
  for (const [at, message] of messages.entries()) {
    const role = at % 2 === 0 ? "user" : "assistant";
    if (!isRecord(message) || message.role !== role || typeof message.content !== "string") return null;
    turns.push({ role, content: message.content });
  }
  return turns.length % 2 === 1 ? { system, turns, parameters } : null;
}

/** Containers that take no messages were sent the conversation as one text. */
function fromText(text: string, all: Parameters): ChatQuestion | null {
  const start = text.search(/(?:^|\n)User: /);
  if (start < 0) return null;
  const system = text.slice(0, start).trim();
  const spoken = text
    .slice(start)
    .trimStart()
    .replace(/\nAssistant:$/, "");
  const turns = spoken.split(/\n(?=(?:User|Assistant): )/).map((line): ChatTurn => {
    const at = line.indexOf(": ");
    return { role: line.startsWith("User") ? "user" : "assistant", content: line.slice(at + 2) };
  });
  const { details: _details, return_full_text: _full, stop, ...parameters } = all;
  const stops = Array.isArray(stop) ? stop.filter((each) => each !== OWN_STOP) : [];
  const question = withTurns(system, turns, stops.length > 0 ? { ...parameters, stop: stops } : parameters);
  // A text that only looks like one would not come out the same.
  return question && asText(question) === text ? question : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
