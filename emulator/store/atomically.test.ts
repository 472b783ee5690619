import { expect, test } from "vitest";
import { openSqlite } from "@/lib/sqlite/open-sqlite.ts";
import { atomically } from "./atomically.ts";

function openNumbers() {
  const database = openSqlite(":memory:");
  database.exec("create table number (value integer primary key)");
  const insert = (value: number) => database.exec(`insert into number values (${value})`);
  const kept = () =>
    (database.prepare("select value from number").all() as { value: number }[]).map((row) => row.value);
  return { database, insert, kept };
}

test("a failed step leaves nothing, and later steps work", () => {
  const { database, insert, kept } = openNumbers();
  const failing = () =>
    atomically(database, () => {
      insert(1);
      insert(1);
    });
  expect(failing).toThrow("UNIQUE");
  atomically(database, () => insert(2));
  database.exec("begin immediate; commit");
  expect(kept()).toStrictEqual([2]);
});

test("a failed step within a step takes back only itself when the outer one goes on", () => {
  const { database, insert, kept } = openNumbers();
  atomically(database, () => {
    insert(1);
    expect(() => atomically(database, () => [insert(2), insert(1)])).toThrow("UNIQUE");
    insert(3);
  });
  expect(kept()).toStrictEqual([1, 3]);
});
