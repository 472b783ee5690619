import { createParser } from "eventsource-parser";

import type { AnswerReader, Delta } from "./delta";
import { readValue } from "./read-value";

/** Reads an answer that is either a stream of events or JSON in one piece; its first characters tell which. */
export function answerReader(): AnswerReader {
  let reader: AnswerReader | null = null;
  let head = "";
  return {
    push(text) {
      if (reader) return reader.push(text);
      head += text;
      const start = head.trimStart();
      // `:` begins a comment; five characters are needed to tell `data:` from other text.
      if (start.length < 5 && !/^[[{":]/.test(start)) return [];
      reader = /^(data:|event:?|id:|retry|:)/.test(start) ? eventReader() : wholeReader();
      return reader.push(head);
    },
    end() {
      if (reader) return reader.end();
      return [...wholeText(head)];
    },
  };
}

function eventReader(): AnswerReader {
  let found: Delta[] = [];
  const parser = createParser({ onEvent: ({ data }) => found.push(...readEvent(data)) });
  const feed = (text: string) => {
    parser.feed(text);
    const taken = found;
    found = [];
    return taken;
  };
  // Some servers leave out the empty line after the last event.
  return { push: feed, end: () => feed("\n\n") };
}

function readEvent(data: string): Delta[] {
  if (data.trim() === "[DONE]") return [];
  const value = parse(data);
  return value === undefined ? [] : readValue(value);
}

function wholeReader(): AnswerReader {
  let all = "";
  return {
    push(text) {
      all += text;
      return [];
    },
    end: () => wholeText(all),
  };
}

/** A container with an own handler may answer bare text. */
function wholeText(all: string): Delta[] {
  if (all.trim() === "") return [];
  const value = parse(all);
  if (value === undefined) return [{ kind: "text", text: all }];
  return typeof value === "string" ? [{ kind: "text", text: value }] : readValue(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
