import { formatBytes } from "@/lib/format/bytes";

import { LARGE_ARCHIVE_BYTES, MAX_CODE_BYTES } from "./limits";
import type { PreviewFile } from "./preview-archive";
import { readHooks } from "./read-hooks";
import type { ArchiveListing } from "./view";

export type ArchiveNote = { tone: "info" | "warning" | "danger"; text: string };

export type ArchiveFacts = {
  /** The archive in S3; null: none is taken, or it could not be read. */
  listing: ArchiveListing | null;
  /** The files as they will be. */
  files: readonly PreviewFile[];
  /** The script that will run; empty: none. */
  inferencePy: string;
  requirementsTxt: string;
  /** HF_MODEL_ID or an archive brings a model. */
  hasModel: boolean;
  hasNetwork: boolean;
  isEmulator: boolean;
};

/** What will go wrong with an archive, or is worth knowing before it is deployed: the worst first. */
export function archiveNotes(facts: ArchiveFacts): ArchiveNote[] {
  const notes = [...scriptNotes(facts), ...nestingNotes(facts), ...sizeNotes(facts), ...packageNotes(facts)];
  const weight = { danger: 0, warning: 1, info: 2 };
  return notes.toSorted((a, b) => weight[a.tone] - weight[b.tone]);
}

function scriptNotes({ inferencePy, hasModel, isEmulator, files }: ArchiveFacts): ArchiveNote[] {
  if (!inferencePy.trim()) return [];
  const { found, problems } = readHooks(inferencePy);
  const notes = problems.map(
    (text): ArchiveNote => ({ tone: "danger", text: `The container will not start: ${text}` }),
  );
  if (found.length === 0) {
    notes.push({ tone: "warning", text: "None of the toolkit's functions is in inference.py: it changes nothing." });
  }
  if (!found.includes("model_fn") && !hasModel) {
    notes.push({ tone: "danger", text: "There is no model, and without model_fn the toolkit tries to load one." });
  } else if (!found.includes("model_fn") && isEmulator && files.some(({ path }) => /\.(safetensors|bin)$/.test(path))) {
    notes.push({
      tone: "info",
      text: "Without model_fn the toolkit loads the model itself; the emulator can do so for ONNX weights only.",
    });
  }
  return notes;
}

function nestingNotes({ listing, inferencePy }: ArchiveFacts): ArchiveNote[] {
  if (!listing) return [];
  const paths = listing.files.map(({ path }) => path);
  const notes: ArchiveNote[] = [];
  const nested = paths.find((path) => /^[^/]+\/config\.json$/.test(path) && !path.startsWith("code/"));
  if (nested && !paths.includes("config.json")) {
    const folder = nested.slice(0, nested.indexOf("/"));
    notes.push({
      tone: "warning",
      text: `The model lies in the folder ${folder}/: the container looks for config.json at the archive's root. Pack what is inside of it.`,
    });
  }
  const strayScript = paths.find((path) => /(^|\/)inference\.py$/.test(path) && path !== "code/inference.py");
  if (strayScript && !paths.includes("code/inference.py")) {
    notes.push({
      tone: inferencePy ? "info" : "warning",
      text: `${strayScript} is not run: the container looks for code/inference.py only.`,
    });
  }
  return notes;
}

function sizeNotes({ listing, files }: ArchiveFacts): ArchiveNote[] {
  const notes: ArchiveNote[] = [];
  const code = files.filter(({ change }) => change === "added" || change === "replaced");
  const codeBytes = code.reduce((sum, { bytes }) => sum + bytes, 0);
  if (codeBytes > MAX_CODE_BYTES) {
    notes.push({
      tone: "danger",
      text: `The code is ${formatBytes(codeBytes)}; ${formatBytes(MAX_CODE_BYTES)} can be packed. Put data into the model's archive.`,
    });
  }
  if (listing && listing.archiveBytes > LARGE_ARCHIVE_BYTES) {
    notes.push({
      tone: "warning",
      text: `The archive is ${formatBytes(listing.archiveBytes)}: packing takes a while, and the instance needs room and time to unpack it. Raise volume and time-outs under Advanced.`,
    });
  }
  if (code.length > 0 && files.some(({ change }) => change === "dropped" || change === "replaced")) {
    notes.push({ tone: "info", text: "The archive has a folder code/ already: yours takes its place, whole." });
  }
  if (listing && !listing.isWhole) {
    notes.push({ tone: "info", text: "The archive is large: only its first files are shown." });
  }
  return notes;
}

function packageNotes({ requirementsTxt, hasNetwork, isEmulator }: ArchiveFacts): ArchiveNote[] {
  if (!/^\s*[^#\s]/m.test(requirementsTxt)) return [];
  if (!hasNetwork) {
    const text =
      "requirements.txt needs the network, and network isolation takes it away: the container will not start.";
    return [{ tone: "danger", text }];
  }
  const where = isEmulator ? "this machine" : "the container";
  return [
    { tone: "info", text: `requirements.txt is installed at each start: ${where} needs to reach a package index.` },
  ];
}
