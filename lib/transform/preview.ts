import "server-only";
import type { Readable } from "node:stream";
import { openObjectFrom } from "@/lib/aws/s3/read-object";
import type { Workspace } from "@/lib/workspaces/view";
import { requireFile } from "./files";
import type { PreviewPage, PreviewRow, TransformJobView } from "./job-view";
import type { PreviewInput } from "./list-schema";
import { type ReadRecord, readGlued, readLines, readWhole } from "./record-reader";

const PAGE_ROWS = 100;
/** A search looks through so many records for one answer; the reader asks on. */
const SEARCH_RECORDS = 20_000;
const INPUT_SHOWN = 4_000;
const OUTPUT_SHOWN = 32_000;

/** A page of records with their answers, read from where the one before ended: never the whole file. */
export async function previewFile(
  workspace: Workspace,
  job: TransformJobView,
  { path, search, cursor }: PreviewInput,
): Promise<PreviewPage> {
  const { input, output } = await requireFile(workspace, job, path);
  const [inputAt = 0, outputAt = 0, before = 0] = cursor.split(".").map(Number);
  const closing = new AbortController();
  try {
    const outputs = await open(workspace, output, outputAt, closing.signal);
    const inputs = isReadable(job) ? await open(workspace, input.place, inputAt, closing.signal) : null;
    const pairs = pairUp(inputs && inputRecords(job, inputs, inputAt), outputRecords(job, outputs, outputAt));
    return await collect(pairs, search.trim().toLowerCase(), { inputAt, before });
  } finally {
    closing.abort();
  }
}

type Pair = { input: ReadRecord | null; output: ReadRecord };

async function collect(
  pairs: AsyncGenerator<Pair>,
  words: string,
  { inputAt, before }: { inputAt: number; before: number },
): Promise<PreviewPage> {
  const rows: PreviewRow[] = [];
  let number = before;
  let last = { input: inputAt, output: 0 };
  for await (const { input, output } of pairs) {
    number += 1;
    last = { input: input?.next ?? last.input, output: output.next };
    const isHit = words === "" || `${input?.text ?? ""}\n${output.text}`.toLowerCase().includes(words);
    if (isHit) {
      const shown = input === null ? null : input.text.slice(0, INPUT_SHOWN);
      rows.push({ number, input: shown, output: output.text.slice(0, OUTPUT_SHOWN) });
    }
    if (rows.length >= PAGE_ROWS || number - before >= SEARCH_RECORDS) {
      const isWhole = output.next === Number.MAX_SAFE_INTEGER;
      return { rows, cursor: isWhole ? null : `${last.input}.${last.output}.${number}`, scanned: number };
    }
  }
  return { rows, cursor: null, scanned: number };
}

/** Records with their answers by their order; an input that is read to its end leaves the rest without one. */
async function* pairUp(
  inputs: AsyncGenerator<ReadRecord> | null,
  outputs: AsyncGenerator<ReadRecord>,
): AsyncGenerator<Pair> {
  for await (const output of outputs) {
    const input = inputs && (await inputs.next());
    yield { input: input && !input.done ? input.value : null, output };
  }
}

/** Gzip cannot be read from its middle, and pictures and sounds are no text. */
function isReadable({ isGzip, contentType }: TransformJobView): boolean {
  return !isGzip && !/^(image|audio|video)\/|octet-stream|x-npy/.test(contentType ?? "");
}

function inputRecords(job: TransformJobView, body: Readable, from: number) {
  return job.split === "Line" ? readLines(body, from) : readWhole(body);
}

function outputRecords(job: TransformJobView, body: Readable, from: number) {
  if (job.assemble === "Line") return readLines(body, from);
  return job.split === "Line" && job.accept !== "text/csv" ? readGlued(body, from) : readWhole(body);
}

async function open(
  workspace: Workspace,
  place: { bucket: string; key: string },
  from: number,
  signal: AbortSignal,
): Promise<Readable> {
  const body = await openObjectFrom(workspace, place, from, signal);
  const { Readable: Stream } = await import("node:stream");
  const stream = body ?? Stream.from([]);
  // The transfer is cut when the page is full; nobody is left who reads that error.
  stream.on("error", () => undefined);
  return stream;
}
