import { expect, test } from "vitest";

import { guessEntryPoint, packSource, readSourceArchive } from "./source-archive";

const file = (path: string, text: string) => ({ path, file: new Blob([text]) });

test("a folder is packed with its content at the root, without what is no source, and can be read again", async () => {
  const long = `${"deep/".repeat(30)}module.py`;
  const packed = await packSource([
    file("train.py", "print(1)"),
    file(long, "x = 1"),
    file("__pycache__/train.cpython-310.pyc", "…"),
    file(".git/HEAD", "ref"),
  ]);
  expect(packed).toMatchObject({ files: [long, "train.py"], leftOut: 2 });
  expect(await readSourceArchive(packed.archive)).toMatchObject({ files: [long, "train.py"] });
});

test("the same files give the same archive, so that a repeated upload changes nothing", async () => {
  const once = await packSource([file("a.py", "1"), file("b.py", "2")]);
  const again = await packSource([file("b.py", "2"), file("a.py", "1")]);
  expect(await again.archive.bytes()).toStrictEqual(await once.archive.bytes());
});

test("what is no archive is refused", async () => {
  await expect(readSourceArchive(new Blob(["not gzip"]))).rejects.toThrow();
});

test("the entry point is guessed only when it is plain", () => {
  expect(guessEntryPoint(["helpers.py", "train.py"])).toBe("train.py");
  expect(guessEntryPoint(["fine_tune.py", "lib/other.py"])).toBe("fine_tune.py");
  expect(guessEntryPoint(["a.py", "b.py"])).toBe("");
});
