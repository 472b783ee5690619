import { expect, test } from "vitest";

import { workspaceApi, workspacePath } from "./routes";

test("a page's address starts with its workspace", () => {
  expect(workspacePath("local", "/endpoints")).toBe("/local/endpoints");
  expect(workspacePath("local")).toBe("/local");
  expect(workspacePath("local", "/")).toBe("/local");
});

test("a workspace's id cannot leave its segment", () => {
  expect(workspacePath("a/b", "/endpoints")).toBe("/a%2Fb/endpoints");
  expect(workspaceApi("a/b", "/endpoints?search=x")).toBe("/api/workspaces/a%2Fb/endpoints?search=x");
});
