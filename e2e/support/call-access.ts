import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIRequestContext } from "@playwright/test";

/** What became of a call: stopped at the door (and why), or let in, whatever it then said about the input. */
export type Verdict = "unauthenticated" | "forbidden" | "let in" | "failed";

/** Never valid as input, so that nothing changes even where the call is let in. */
const NOT_AN_INPUT = "not an input";

/** Calls a route handler by its key in the access table: `GET /api/members`. */
export async function callRoute(context: APIRequestContext, key: string): Promise<Verdict> {
  const [method = "GET", path = "/"] = key.split(" ");
  const data = method === "GET" ? undefined : NOT_AN_INPUT;
  const answer = await context.fetch(`${fillIn(path)}${isEndless(path) ? NOT_A_STREAM : ""}`, {
    method,
    data,
    maxRedirects: 0,
    maxRetries: 2,
  });
  if (answer.status() === 401) return "unauthenticated";
  if (answer.status() === 403) return "forbidden";
  return answer.status() === 500 ? "failed" : "let in";
}

/** A log that is being written has no end to wait for: such a call is let in to be told that its input is not valid. */
const isEndless = (path: string) => path.endsWith("/live-log");
const NOT_A_STREAM = `?stream=${"x".repeat(600)}`;

/** Calls a server action by its key (`lib/members/actions.ts#addMemberAction`) the way Next's browser code does. */
export async function callAction(context: APIRequestContext, key: string, page?: string): Promise<Verdict> {
  const action = builtActions().get(key);
  if (!action) throw new Error(`${key} is not in the build: no page uses it. Use it or delete it.`);
  const answer = await context.post(page ?? action.page, {
    headers: { "next-action": action.id, "content-type": "text/plain;charset=UTF-8" },
    data: JSON.stringify(["local", NOT_AN_INPUT]),
    maxRedirects: 0,
    maxRetries: 2, // the server closes connections that were idle between two tests
  });
  if (answer.status() === 307 && answer.headers().location?.includes("/sign-in")) return "unauthenticated";
  return verdictOf(await answer.text());
}

// The answer is React's stream: a line `1:{"ok":false,"error":{"code":"forbidden",…}}` holds what the action returned.
function verdictOf(stream: string): Verdict {
  const returned = /^\w+:(\{"ok":.*\})$/m.exec(stream)?.[1];
  if (!returned) return "unauthenticated"; // nothing ran
  const result = JSON.parse(returned) as { ok: boolean; error?: { code: string } };
  const code = result.error?.code;
  if (code === "unauthenticated" || code === "forbidden") return code;
  return code === "unexpected" ? "failed" : "let in";
}

type BuiltAction = { id: string; page: string };
type Manifest = { node: Record<string, { workers: Record<string, unknown>; exportedName: string; filename: string }> };

let actions: Map<string, BuiltAction> | undefined;

/** Every server action of the build with its id and a page that it can be posted to. */
function builtActions(): Map<string, BuiltAction> {
  if (actions) return actions;
  actions = new Map();
  for (const file of manifests(process.env.E2E_NEXT_SERVER ?? ".next/server")) {
    const { node } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
    for (const [id, { workers, exportedName, filename }] of Object.entries(node)) {
      const [page = ""] = Object.keys(workers);
      actions.set(`${filename}#${exportedName}`, { id, page: fillIn(page.replace(/^app/, "").replace(/\/page$/, "")) });
    }
  }
  return actions;
}

function manifests(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("server-reference-manifest.json"))
    .map((file) => join(folder, file));
}

/** An address for a path of the file tree: `/api/workspaces/[workspace]/endpoints/[name]`. */
function fillIn(path: string): string {
  return path
    .replace(/\/\([^/]+\)/g, "")
    .replace("[workspace]", "local")
    .replace(/\[\[?\.\.\.\w+\]?\]|\[\w+\]/g, "no-such-thing");
}
