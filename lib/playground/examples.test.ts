import { expect, test } from "vitest";

import type { Member } from "@/lib/auth/member";
import { database } from "@/lib/db/database";
import { onBothDatabases } from "@/lib/testing/test-database";

import { deleteExample, editExample, listExamples, readExample, saveExample } from "./examples";

const local = { id: "local" };
const ada: Member = { id: "ada", name: "ada", role: "tester" };
const bob: Member = { id: "bob", name: "bob", role: "tester" };
const operator: Member = { id: "ops", name: "ops", role: "operator" };
const input = (name: string) => ({ task: "text-classification", name, note: "" });
const json = (value: unknown) => ({
  body: new TextEncoder().encode(JSON.stringify(value)),
  contentType: "application/json",
});
const names = async () => (await listExamples(local, "text-classification")).map(({ name }) => name);

onBothDatabases(() => {
  test("an example is there for everybody of the workspace, by name, and in no other workspace", async () => {
    await saveExample(local, ada, input("Zebra"), json({ inputs: "z" }));
    const { id } = await saveExample(local, bob, { ...input("Ape"), note: "the short one" }, json({ inputs: "a" }));
    expect(await names()).toStrictEqual(["Ape", "Zebra"]);
    expect(await listExamples({ id: "other" }, "text-classification")).toStrictEqual([]);
    await expect(readExample({ id: "other" }, id)).rejects.toThrow("not there any more");
    expect(await readExample(local, id)).toMatchObject({
      note: "the short one",
      memberName: "bob",
      request: { text: '{"inputs":"a"}' },
    });
  });

  test("a file of a megabyte comes back byte by byte", async () => {
    const body = new Uint8Array(1024 * 1024).fill(200);
    const { id } = await saveExample(
      local,
      ada,
      { ...input("Photo"), task: "image-classification" },
      {
        body,
        contentType: "image/png",
      },
    );
    const { request } = await readExample(local, id);
    expect(Buffer.from(request.base64 ?? "", "base64").equals(Buffer.from(body))).toBe(true);
  });

  test("a name is taken once for each task", async () => {
    const one = await saveExample(local, ada, input("One"), json({}));
    await saveExample(local, ada, input("Two"), json({}));
    await expect(saveExample(local, bob, input("One"), json({}))).rejects.toThrow('already an example "One"');
    await expect(editExample(local, ada, { id: one.id, name: "Two", note: "" })).rejects.toThrow("already");
    await saveExample(local, bob, { ...input("One"), task: "fill-mask" }, json({}));
  });

  test("one's own can be edited and deleted, those of others only by operators", async () => {
    const { id } = await saveExample(local, ada, input("One"), json({}));
    await expect(editExample(local, bob, { id, name: "Mine", note: "" })).rejects.toThrow("Only ada and operators");
    await expect(deleteExample(local, bob, id)).rejects.toThrow("Only ada and operators");
    await editExample(local, ada, { id, name: "First", note: "better" });
    expect(await names()).toStrictEqual(["First"]);
    await deleteExample(local, operator, id);
    expect(await names()).toStrictEqual([]);
  });

  test("tokens do not become part of an example", async () => {
    await saveExample(local, ada, input("One"), json({ inputs: "hf_abcdefghijklmnop" }));
    const stored = JSON.stringify(await (await database()).selectFrom("playground_examples").selectAll().execute());
    expect(stored).not.toContain("hf_abcdefghijklmnop");
  });
});
