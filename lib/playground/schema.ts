import { z } from "zod";

import { taskById } from "@/catalog/tasks/select";

/** Made by the browser, so that a page knows its call before it is answered: 32 hex digits. */
export const CallId = z.string().regex(/^[0-9a-f]{32}$/, "There is no such call.");

/** A call id that nobody has used. */
export function newCallId(): string {
  // Not randomUUID: browsers give it only to pages that came over HTTPS.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What a page says about its call beside the body. */
export function callHeaders(id: string, task: string | null): Record<string, string> {
  return { "x-call-id": id, ...(task ? { "x-task": task } : {}) };
}

/** The same as the server reads it: a missing or odd id is replaced, a task that nobody knows is none. */
export function readCallHeaders(headers: Headers): { id: string; task: string | null } {
  const id = CallId.safeParse(headers.get("x-call-id"));
  return { id: id.success ? id.data : newCallId(), task: taskById(headers.get("x-task") ?? "")?.id ?? null };
}

const ExampleName = z.string().trim().min(1, "Give it a name.").max(80, "Use at most 80 characters.");
const Note = z.string().trim().max(300, "Use at most 300 characters.");
const TaskId = z.string().refine((id) => taskById(id) !== null, "Choose a task first.");

/** So large an input can be saved. */
export const MAX_EXAMPLE_BYTES = 1024 * 1024;

export const ExampleId = z.uuid("There is no such example.");

/** What is said about an example beside its body. */
export const SaveExampleInput = z.object({ task: TaskId, name: ExampleName, note: Note.default("") });
export type SaveExampleInput = z.output<typeof SaveExampleInput>;

export const ListExamplesInput = z.object({ task: TaskId });

export const EditExampleInput = z.object({ id: ExampleId, name: ExampleName, note: Note });
export type EditExampleInput = z.output<typeof EditExampleInput>;

export const DeleteExampleInput = z.object({ id: ExampleId, name: z.string().max(80) });
export type DeleteExampleInput = z.output<typeof DeleteExampleInput>;
