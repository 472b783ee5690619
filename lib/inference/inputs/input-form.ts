import type { Task } from "@/catalog/tasks/schema";

import type { Parameters } from "../parameters";

/** A picture or a recording: a file that was picked, read whole, or an address that the container fetches itself. */
export type Media =
  | { source: "file"; name: string; type: string; blob: Blob; base64: string }
  | { source: "url"; url: string };

export type ChatMessage = { role: string; content: string };

/** What a person gives for each kind of input. */
export type InputValues = {
  text: { text: string; isBatch: boolean };
  "text-labels": { text: string; labels: string[] };
  "question-context": { question: string; context: string };
  table: { question: string; columns: string[]; rows: string[][] };
  chat: { messages: ChatMessage[] };
  image: { media: Media | null };
  "image-labels": { media: Media | null; labels: string[] };
  audio: { media: Media | null };
};

/** The body that an input stands for: members of a JSON object, or a file as it is, or why there is none yet. */
export type Written =
  | { ok: true; inputs: unknown; parameters?: Parameters }
  | { ok: true; file: Blob; contentType: string }
  | { ok: false; reason: string };

/** How one kind of input is started, written into a request, and read back from one. Pure. */
export type InputForm<V> = {
  empty: V;
  /** `parameters` are those that are set; a file as the raw body can carry none. */
  write(value: V, task: Task | null, parameters: Parameters): Written;
  /**
   * The value that a request's `inputs` came from, and the parameters that are fields of the form; null: it has a
   * shape that the form cannot show.
   */
  read(inputs: unknown, parameters: Parameters, task: Task | null): { value: V; parameters: Parameters } | null;
};
