import type { LiveLine, LogEvent, LogPage } from "./view";

/** Pages of a log as they are kept: oldest first. The last may hold lines that a live tail showed and nobody read yet. */
export type KeptPages<P> = { pages: LogPage[]; pageParams: P[] };

const contentOf = ({ at, stream, message }: LiveLine) => `${at} ${stream} ${message}`;

/**
 * Adds lines of a live tail behind what was read. While more of the log is yet to be read they are left out: they will
 * be read after it. `nextId` names them until CloudWatch's own answer holds them too.
 */
export function addLive<P>(kept: KeptPages<P>, lines: readonly LiveLine[], nextId: () => string): KeptPages<P> {
  const { read, live } = partsOf(kept);
  const last = read.at(-1);
  if (!last?.isNewest || lines.length === 0) return kept;
  const known = new Set(eventsSince(read, earliest(lines)).map(contentOf));
  const fresh = lines.filter((line) => !known.has(contentOf(line))).map((line) => ({ ...line, id: nextId() }));
  if (fresh.length === 0) return kept;
  return withPages(kept, read, [...live, ...fresh].sort(byTime));
}

/**
 * Adds what was read behind the cursor `newer`. Lines that a live tail showed before keep their ids, so that they stay
 * what they are on the page; lines that were read before (`mayRepeat`) are left out.
 */
export function addRead<P>(kept: KeptPages<P>, page: LogPage, param: P, mayRepeat: boolean): KeptPages<P> {
  const { read, live } = partsOf(kept);
  const first = page.events[0];
  const before = mayRepeat && first ? byContent(eventsSince(read, first.at)) : new Map<string, LogEvent[]>();
  const shown = byContent(live);
  const events = page.events.flatMap((event) => {
    if (before.get(contentOf(event))?.shift()) return [];
    return [shown.get(contentOf(event))?.shift() ?? event];
  });
  if (events.length === 0 && page.newer === read.at(-1)?.newer) return kept;
  // What follows is yet to be read: what a live tail showed of it would stand before it.
  const rest = page.isNewest ? [...shown.values()].flat().sort(byTime) : [];
  if (events.length === 0 && rest.length === live.length && page.isNewest) return kept;
  const pages = [...read, { ...page, events }];
  return withPages({ pages, pageParams: [...kept.pageParams.slice(0, read.length), param] }, pages, rest);
}

/** Lets the oldest pages go until few enough lines are left; they can be read again. */
export function trimPages<P>(kept: KeptPages<P>, most: number): KeptPages<P> {
  let lines = kept.pages.reduce((sum, { events }) => sum + events.length, 0);
  let from = 0;
  while (lines > most && from < kept.pages.length - 2 && kept.pages[from + 1]?.older !== null) {
    lines -= kept.pages[from]?.events.length ?? 0;
    from += 1;
  }
  return from === 0 ? kept : { pages: kept.pages.slice(from), pageParams: kept.pageParams.slice(from) };
}

function partsOf<P>({ pages }: KeptPages<P>): { read: LogPage[]; live: LogEvent[] } {
  const last = pages.at(-1);
  return last?.isLive ? { read: pages.slice(0, -1), live: last.events } : { read: pages, live: [] };
}

function withPages<P>({ pageParams }: KeptPages<P>, read: LogPage[], live: LogEvent[]): KeptPages<P> {
  const [params, last] = [pageParams.slice(0, read.length), read.at(-1)];
  if (live.length === 0 || !last) return { pages: read, pageParams: params };
  const page: LogPage = { events: live, older: null, newer: last.newer, isNewest: true, isLive: true };
  return { pages: [...read, page], pageParams: [...params, params.at(-1) as P] };
}

/** The events of a time and later; pages are looked through from their end. */
function eventsSince(pages: readonly LogPage[], at: string): LogEvent[] {
  const found: LogEvent[] = [];
  for (const { events } of pages.toReversed()) {
    found.push(...events.filter((event) => event.at >= at));
    const first = events[0];
    if (first && first.at < at) break;
  }
  return found;
}

function earliest(lines: readonly LiveLine[]): string {
  return lines.reduce((min, { at }) => (at < min ? at : min), lines[0]?.at ?? "");
}

function byContent(events: readonly LogEvent[]): Map<string, LogEvent[]> {
  const found = new Map<string, LogEvent[]>();
  for (const event of events) {
    const same = found.get(contentOf(event));
    if (same) same.push(event);
    else found.set(contentOf(event), [event]);
  }
  return found;
}

function byTime(a: LogEvent, b: LogEvent): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}
