import { expect, test } from "vitest";

import { PERMISSIONS } from "@/lib/auth/permissions";

import { ACCESS } from "./access-table";
import { discoverAccess, filesWithInlineActions, keysOf } from "./discover-access";

const found = discoverAccess(process.cwd());

test("every server action and route handler has a row in the access table", () => {
  expect(found.filter((key) => !(key in ACCESS))).toStrictEqual([]);
});

test("the access table has no row for something that is gone", () => {
  expect(Object.keys(ACCESS).filter((key) => !found.includes(key))).toStrictEqual([]);
});

test("every row names a permission that exists", () => {
  const unknown = Object.values(ACCESS).filter((permission) => permission !== "public" && !(permission in PERMISSIONS));
  expect(unknown).toStrictEqual([]);
});

test("no action hides inside a function, where it would be missed", () => {
  expect(filesWithInlineActions(process.cwd())).toStrictEqual([]);
});

test("actions and handlers are found in each way of exporting them", () => {
  const actions =
    '// why\n"use server";\nexport const aAction = x();\nexport async function bAction() {}\nexport { c as cAction };';
  expect(keysOf("lib/x/actions.ts", actions)).toStrictEqual([
    "lib/x/actions.ts#aAction",
    "lib/x/actions.ts#bAction",
    "lib/x/actions.ts#cAction",
  ]);
  expect(keysOf("app/(console)/api/x/route.ts", "export function GET() {}\nexport const helper = 1;")).toStrictEqual([
    "GET /api/x",
  ]);
});
