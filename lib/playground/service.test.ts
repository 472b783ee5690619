import { expect, test } from "vitest";

import { database } from "@/lib/db/database";
import { AppError } from "@/lib/errors";
import { MASK } from "@/lib/secrets/mask";
import { onBothDatabases } from "@/lib/testing/test-database";

import { newCallId } from "./schema";
import { forgetCall, forgetCalls, KEPT_CALLS, listCalls, type MadeCall, readCall, rememberCall } from "./service";

const ada = { workspace: { id: "local" }, member: { id: "ada" } };
const admin = { workspace: { id: "local" }, member: { id: "admin" } };
const elsewhere = { workspace: { id: "other" }, member: { id: "ada" } };
const bytes = (text: string) => new TextEncoder().encode(text);
const json = (value: unknown) => ({ body: bytes(JSON.stringify(value)), contentType: "application/json" });
const start = Date.parse("2026-01-01T00:00:00Z");

const made = (over: Partial<MadeCall> = {}): MadeCall => ({
  ...ada,
  id: newCallId(),
  task: "text-classification",
  at: new Date(start),
  endpoint: "demo",
  variant: "AllTraffic",
  request: json({ inputs: "A lovely day" }),
  outcome: { answer: json([{ label: "positive", score: 1 }]) },
  latencyMs: 12.4,
  requestId: "r-1",
  ...over,
});

onBothDatabases(() => {
  test("a call is there with what was sent and what came back", async () => {
    const call = made();
    await rememberCall(call);
    const row = {
      id: call.id,
      at: "2026-01-01T00:00:00.000Z",
      endpoint: "demo",
      variant: "AllTraffic",
      task: "text-classification",
      title: "A lovely day",
      latencyMs: 12,
      requestId: "r-1",
    };
    expect(await listCalls(ada)).toStrictEqual([{ ...row, problem: null }]);
    expect(await readCall(ada, call.id)).toStrictEqual({
      ...row,
      request: { contentType: "application/json", bytes: 25, text: '{"inputs":"A lovely day"}', base64: null },
      answer: {
        contentType: "application/json",
        bytes: 32,
        text: '[{"label":"positive","score":1}]',
        base64: null,
      },
      problem: null,
    });
  });

  test("nobody else finds it: no colleague, no administrator, not even oneself in another workspace", async () => {
    const call = made();
    await rememberCall(call);
    for (const other of [admin, elsewhere]) {
      expect(await listCalls(other)).toStrictEqual([]);
      await expect(readCall(other, call.id)).rejects.toThrow(AppError);
      await forgetCall(other, call.id);
      await forgetCalls(other);
    }
    expect(await listCalls(ada)).toHaveLength(1);
  });

  test("an id that is taken changes nothing of the call that has it", async () => {
    const call = made();
    await rememberCall(call);
    await rememberCall({ ...made(), ...admin, id: call.id });
    expect(await listCalls(admin)).toStrictEqual([]);
    expect((await readCall(ada, call.id)).title).toBe("A lovely day");
  });

  test("the oldest calls go when there are too many; other people's stay", async () => {
    await rememberCall(made(admin));
    for (let second = 0; second < KEPT_CALLS + 3; second += 1) {
      await rememberCall(made({ at: new Date(start + second * 1000), endpoint: `e-${second}` }));
    }
    const rows = await (await database()).selectFrom("playground_calls").select("member_id").execute();
    expect(rows.filter((row) => row.member_id === "ada")).toHaveLength(KEPT_CALLS);
    const calls = await listCalls(ada);
    expect([calls.at(0)?.endpoint, calls.at(-1)?.endpoint]).toStrictEqual([`e-${KEPT_CALLS + 2}`, "e-3"]);
    expect(await listCalls(admin)).toHaveLength(1);
  });

  test("tokens reach the database in no column", async () => {
    const token = "hf_abcdefghijklmnop";
    const problem = { code: "invalid" as const, message: `no ${token}`, detail: { container: { message: token } } };
    await rememberCall(made({ request: json({ inputs: `use ${token}` }), outcome: { answer: json({ said: token }) } }));
    await rememberCall(made({ outcome: { problem } }));
    const stored = JSON.stringify(await (await database()).selectFrom("playground_calls").selectAll().execute());
    expect(stored).not.toContain(token);
    expect(stored).toContain(`use ${MASK}`);
    expect(stored).toContain(`no ${MASK}`);
  });

  test("of what is too large only its size is kept", async () => {
    const call = made({ outcome: { answer: { body: new Uint8Array(300 * 1024), contentType: "image/png" } } });
    await rememberCall(call);
    expect((await readCall(ada, call.id)).answer).toStrictEqual({
      contentType: "image/png",
      bytes: 300 * 1024,
      text: null,
      base64: null,
    });
  });

  test("one call or all can be forgotten", async () => {
    const [one, two, three] = [made(), made(), made()];
    for (const call of [one, two, three]) await rememberCall(call);
    await forgetCall(ada, two.id);
    expect((await listCalls(ada)).map(({ id }) => id).sort()).toStrictEqual([one.id, three.id].sort());
    await forgetCalls(ada);
    expect(await listCalls(ada)).toStrictEqual([]);
  });
});
