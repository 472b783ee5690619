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
