import "server-only";
import type { AwsTarget } from "@/lib/aws/client";
import { filterLogEvents } from "@/lib/aws/logs/filter-log-events";
import { getLogEvents } from "@/lib/aws/logs/get-log-events";
import { parseInput } from "@/lib/http/parse-input";
import { savedLine } from "./log-text";
import { DownloadLogInput } from "./schema";
import { requireOwn } from "./service";
import { type LogEvent, type LogScope, type LogSource, logScope } from "./view";

const PAGE_EVENTS = 10_000;

/** A source's whole log as a text file, oldest first; each page is read when the browser has taken the one before. */
export async function downloadLog(
  target: AwsTarget,
  source: LogSource,
  query: Record<string, string>,
): Promise<Response> {
  const { stream } = parseInput(DownloadLogInput, query);
  const scope = logScope(source);
  requireOwn(scope, stream);
  const pages = stream ? pagesOfStream(target, scope.group, stream) : pagesOfAll(target, scope);
  // The first page before the answer begins: a log that is not there is told as a failure and not as an empty file.
  let next = await pages.next();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (next.done) return controller.close();
      const lines = next.value.map((event) => savedLine(stream ? { ...event, stream: "" } : event));
      controller.enqueue(encoder.encode(lines.join("")));
      next = await pages.next();
    },
    async cancel() {
      await pages.return();
    },
  });
  return new Response(body, { headers: headersFor(`${(stream ?? source.name).replaceAll("/", "-")}.log`) });
}

async function* pagesOfStream(target: AwsTarget, group: string, stream: string): AsyncGenerator<LogEvent[], void> {
  let token: string | undefined;
  for (;;) {
    const page = await getLogEvents(target, group, { stream, isForward: true, token, limit: PAGE_EVENTS });
    if (page.events.length > 0) yield page.events;
    if (page.isEnd || page.forward === token) return;
    token = page.forward;
  }
}

async function* pagesOfAll(target: AwsTarget, { group, prefix }: LogScope): AsyncGenerator<LogEvent[], void> {
  let token: string | undefined;
  do {
    const page = await filterLogEvents(target, group, { prefix, token, limit: PAGE_EVENTS });
    if (page.events.length > 0) yield page.events;
    token = page.token ?? undefined;
  } while (token);
}

function headersFor(name: string): Record<string, string> {
  return {
    "content-type": "text/plain; charset=utf-8",
    "content-disposition": `attachment; filename="${name.replace(/[^a-zA-Z0-9._-]/g, "_")}"`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
}
