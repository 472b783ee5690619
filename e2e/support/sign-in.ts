import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { hash } from "@node-rs/argon2";
import { type APIRequestContext, expect, request } from "@playwright/test";

import type { Role } from "../../lib/auth/permissions";
import { openSqlite } from "../../lib/sqlite/open-sqlite";
import { E2E } from "./settings";

export type StorageState = Awaited<ReturnType<APIRequestContext["storageState"]>>;
export type TestMember = { id: string; name: string; password: string };

const PASSWORD = "correct horse battery staple";
const states = new Map<string, Promise<StorageState>>();

/** Cookies of a member with that role (made when missing, shared by all specs): sign in once per worker. */
export function stateOfRole(role: Role): Promise<StorageState> {
  const known = states.get(role);
  if (known) return known;
  const state = addMember(`e2e-${role}`, role).then(({ name, password }) => stateAfterSignIn(name, password));
  states.set(role, state);
  return state;
}

/** Puts a member into the console's own database; one of that name is left as it is. */
export async function addMember(name: string, role: Role): Promise<TestMember> {
  const passwordHash = await hash(PASSWORD);
  return withDatabase((database) => {
    database
      .prepare(
        "insert into members (id, name, password_hash, role, created_at) values (?, ?, ?, ?, ?) on conflict (name) do nothing",
      )
      .run(randomUUID(), name, passwordHash, role, new Date().toISOString());
    const row = database.prepare("select id from members where name = ?").get(name) as { id: string };
    return { id: row.id, name, password: PASSWORD };
  });
}

/** Changes a member behind the console's back, as an administrator elsewhere would. */
export function disableMember(id: string): void {
  withDatabase((database) => database.prepare("update members set is_disabled = 1 where id = ?").run(id));
}

/** Gives a member of the console in `dataDir` another role, as an administrator elsewhere would. */
export function giveRole(name: string, role: Role, dataDir: string): void {
  withDatabase((database) => database.prepare("update members set role = ? where name = ?").run(role, name), dataDir);
}

/** Signs in over HTTP, the way the sign-in page does, and gives the cookies back. */
export async function stateAfterSignIn(name: string, password: string): Promise<StorageState> {
  const context = await request.newContext({ baseURL: E2E.consoleUrl });
  try {
    const { csrfToken } = await (await context.get("/api/auth/csrf")).json();
    const form = { csrfToken, name, password, json: "true", callbackUrl: "/" };
    const answer = await context.post("/api/auth/callback/credentials", { form });
    expect(answer.status(), `signing in as ${name}`).toBe(200);
    return await context.storageState();
  } finally {
    await context.dispose();
  }
}

function withDatabase<T>(work: (database: ReturnType<typeof openSqlite>) => T, dataDir = E2E.dataDir): T {
  const database = openSqlite(join(dataDir, "console.db"));
  try {
    return work(database);
  } finally {
    database.close();
  }
}
