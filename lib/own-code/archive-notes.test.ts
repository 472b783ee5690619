import { expect, test } from "vitest";

import { type ArchiveFacts, archiveNotes } from "./archive-notes";
import { LARGE_ARCHIVE_BYTES, MAX_CODE_BYTES } from "./limits";
import { previewArchive } from "./preview-archive";
import { TEMPLATES } from "./templates";
import { treeRows } from "./tree-rows";
import type { ArchiveListing } from "./view";

function listing(paths: string[], over: Partial<ArchiveListing> = {}): ArchiveListing {
  const files = paths.map((path) => ({ path, bytes: 10 }));
  return {
    files,
    isWhole: true,
    archiveBytes: 100,
    inferencePy: null,
    requirementsTxt: null,
    configJson: null,
    ...over,
  };
}

const SCRIPT = { path: "inference.py", bytes: 5 };

function notes(archive: ArchiveListing | null, over: Partial<ArchiveFacts> = {}, code = [SCRIPT]) {
  const facts: ArchiveFacts = {
    listing: archive,
    files: previewArchive(archive, code),
    inferencePy: TEMPLATES.hooks.inferencePy,
    requirementsTxt: "",
    hasModel: true,
    hasNetwork: true,
    isEmulator: false,
    ...over,
  };
  return archiveNotes(facts).map(({ tone, text }) => `${tone}: ${text}`);
}

test("the tree shows what packing adds, replaces and takes out", () => {
  const before = listing(["code/inference.py", "code/old.py", "config.json"]);
  const files = previewArchive(before, [SCRIPT, { path: "lib/helper.py", bytes: 7 }]);
  expect(files.map(({ path, change }) => [path, change])).toStrictEqual([
    ["code/inference.py", "replaced"],
    ["code/lib/helper.py", "added"],
    ["code/old.py", "dropped"],
    ["config.json", "kept"],
  ]);
  expect(treeRows(files).map(({ name, depth }) => `${"  ".repeat(depth)}${name}`)).toStrictEqual([
    "code/",
    "  inference.py",
    "  lib/",
    "    helper.py",
    "  old.py",
    "config.json",
  ]);
  expect(notes(before)).toStrictEqual(["info: The archive has a folder code/ already: yours takes its place, whole."]);
});

test("an archive and a script that fit need no note", () => {
  expect(notes(listing(["config.json", "model.safetensors"]))).toStrictEqual([]);
});

test.each<[string, string[], RegExp]>([
  [
    "a folder around the model",
    ["model/config.json", "model/model.safetensors"],
    /^warning: The model lies in the folder model\//,
  ],
  ["a script at the root", ["config.json", "inference.py"], /^info: inference\.py is not run/],
  ["code in code", ["config.json", "code/code/inference.py"], /^info: code\/code\/inference\.py is not run/],
])("%s is found", (_what, paths, note) => {
  expect(notes(listing(paths)).some((text) => note.test(text))).toBe(true);
});

test("a script that nobody runs is a warning when there is none beside it", () => {
  const own = { inferencePy: "" };
  expect(notes(listing(["config.json", "inference.py"]), own, [])).toStrictEqual([
    "warning: inference.py is not run: the container looks for code/inference.py only.",
  ]);
});

test.each<[string, Partial<ArchiveFacts>, RegExp]>([
  [
    "mixed functions",
    { inferencePy: "def transform_fn(m, d, c, a): ...\ndef input_fn(d, c): ..." },
    /^danger: .*conjunction/,
  ],
  ["no function", { inferencePy: "x = 1" }, /^warning: None of the toolkit's functions/],
  [
    "neither model nor model_fn",
    { inferencePy: "def predict_fn(d, m): ...", hasModel: false },
    /^danger: There is no model/,
  ],
  ["packages without network", { requirementsTxt: "numpy", hasNetwork: false }, /^danger: .*network isolation/],
  ["packages", { requirementsTxt: "# nothing\nnumpy\n" }, /^info: requirements\.txt is installed at each start/],
])("%s is said", (_what, over, note) => {
  expect(notes(null, over)[0]).toMatch(note);
});

test("sizes are said", () => {
  const large = listing(["config.json"], { archiveBytes: LARGE_ARCHIVE_BYTES + 1, isWhole: false });
  expect(
    notes(large, {}, [{ path: "inference.py", bytes: MAX_CODE_BYTES + 1 }]).map((note) => note.slice(0, 16)),
  ).toStrictEqual(["danger: The code", "warning: The arc", "info: The archiv"]);
});
