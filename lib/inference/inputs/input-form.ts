import type { Task } from "@/catalog/tasks/schema";

import type { Parameters } from "../parameters";

/** A picture or a recording: a file that was picked, read whole, or an address that the container fetches itself. */
export type Media =
  | { source: "file"; name: string; type: string; blob: Blob; base64: string }
  | { source: "url"; url: string };

export type ChatMessage = { role: string; content: string };

/** What a person gives for each kind of input. With `isBatch` each line is an input of its own. */
export type InputValues = {
  /** `second` is compared with the text, or judged together with it; null: there is none. */
  text: { text: string; isBatch: boolean; second: string | null };
  "text-labels": { text: string; isBatch: boolean; labels: string[] };
  "question-context": { question: string; isBatch: boolean; context: string };
  table: { question: string; isBatch: boolean; columns: string[]; rows: string[][] };
  chat: { messages: ChatMessage[] };
  image: { media: Media | null };
  "image-labels": { media: Media | null; labels: string[] };
  audio: { media: Media | null };
};

/** The members of a JSON body that an input stands for. */
export type Written = { inputs: unknown; parameters?: Parameters };

/** How one kind of input is started, checked, written into a request, and read back from one. Pure. */
export type InputForm<V> = {
  empty: V;
  /** Why it cannot be sent yet, in a sentence; null when it can. `parameters` are those that are set. */
  check(value: V, task: Task | null, parameters: Parameters): string | null;
  /** As JSON, also while something is missing: so that a half-filled form can be looked at. */
  write(value: V, task: Task | null): Written;
  /** As a file in place of JSON, where the container takes one; a file carries no parameters. */
  file?(value: V, task: Task | null, parameters: Parameters): { blob: Blob; contentType: string } | null;
  /**
   * The value that a request's `inputs` came from, and the parameters that are not fields of it; null: it has a shape
   * that the form cannot show.
   */
  read(inputs: unknown, parameters: Parameters, task: Task | null): { value: V; parameters: Parameters } | null;
};
