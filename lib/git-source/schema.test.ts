import { expect, test } from "vitest";

import { isPublicAddress } from "./public-address";
import { GitSourceInput } from "./schema";

const good = {
  repository: "https://github.com/huggingface/transformers.git",
  ref: "v4.26.0",
  folder: "./examples/pytorch",
};
const problem = (over: Partial<typeof good>) =>
  GitSourceInput.safeParse({ ...good, ...over }).error?.issues[0]?.message;

test("the sample notebooks' git_config is taken", () => {
  expect(problem({})).toBeUndefined();
  expect(problem({ ref: "", folder: "" })).toBeUndefined();
  expect(problem({ ref: "feature/new-trainer_2" })).toBeUndefined();
});

test.each([
  ["ssh://git@github.com/a/b.git", /Only https/],
  ["git@github.com:a/b.git", /Only https/],
  ["file:///etc", /Only https/],
  ["ext::sh -c id", /Only https/],
  ["https://me:secret@github.com/a/b.git", /without a name or token/],
  ["https://github.com/a/b.git?x=1", /behind \? or #/],
  ["https://github.com", /Name the repository/],
  ["github.com/a/b", /whole address/],
  ["", /Write the repository/],
])("the address %s is refused", (repository, expected) => {
  expect(problem({ repository })).toMatch(expected);
});

test.each([
  "--upload-pack=x",
  "a..b",
  "a b",
  "/a",
  "a/",
  "a~1",
  "a:b",
  "a.lock",
  "a@{1}",
])("the reference %s is refused", (ref) => {
  expect(problem({ ref })).toMatch(/no branch/);
});

test.each(["../x", "a/../../b", "/etc", "a\\b"])("the folder %s is refused", (folder) => {
  expect(problem({ folder })).toMatch(/inside the repository/);
});

test.each([
  ["140.82.121.4", true],
  ["2606:50c0:8000::154", true],
  ["127.0.0.1", false],
  ["10.1.2.3", false],
  ["172.31.0.1", false],
  ["192.168.1.1", false],
  ["169.254.169.254", false],
  ["100.100.100.200", false],
  ["0.0.0.0", false],
  ["::1", false],
  ["::", false],
  ["::ffff:127.0.0.1", false],
  ["64:ff9b::7f00:1", false],
  ["fd00:ec2::254", false],
  ["fe80::1", false],
  ["2002:7f00:1::", false],
  ["localhost", false],
])("%s is public: %s", (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});
