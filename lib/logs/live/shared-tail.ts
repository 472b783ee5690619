import "server-only";
import type { AwsTarget } from "@/lib/aws/client";
import { toAppError } from "@/lib/aws/errors";
import { liveTail } from "@/lib/aws/logs/live-tail";
import type { LogScope, TailMessage } from "../view";

type Viewer = (message: TailMessage) => void;
type Session = { viewers: Set<Viewer>; left: AbortController; hasStarted: boolean };

// Next may load this module more than once: all copies share the sessions, of which an account has few.
const held = globalThis as typeof globalThis & { __liveTails?: Map<string, Session> };
held.__liveTails ??= new Map();
const sessions = held.__liveTails;

/**
 * Tells a viewer what is written to a log from now on. All who look at the same log share one session of CloudWatch,
 * which begins with the first of them and is closed when the last leaves. Returns what leaves it.
 */
export function watchTail(target: AwsTarget, scope: LogScope, viewer: Viewer): () => void {
  const { id, region, endpointUrl, roleArn } = target;
  const key = JSON.stringify([id, region, endpointUrl, roleArn, scope]);
  let session = sessions.get(key);
  if (!session) {
    session = { viewers: new Set(), left: new AbortController(), hasStarted: false };
    sessions.set(key, session);
    void run(session, target, scope, key);
  }
  const joined = session;
  joined.viewers.add(viewer);
  if (joined.hasStarted) viewer({ start: true });
  return () => {
    joined.viewers.delete(viewer);
    if (joined.viewers.size === 0) end(joined, key);
  };
}

async function run(session: Session, target: AwsTarget, scope: LogScope, key: string): Promise<void> {
  const { signal } = session.left;
  const tell = (message: TailMessage) => {
    for (const viewer of [...session.viewers]) viewer(message);
  };
  try {
    // A session that CloudWatch ended after its three hours is followed by another: some viewers came later.
    while (!signal.aborted) {
      let isFirst = true;
      for await (const update of liveTail(target, scope, signal)) {
        session.hasStarted = true;
        tell(isFirst ? { start: true } : update);
        isFirst = false;
      }
    }
  } catch (cause) {
    end(session, key);
    tell({ problem: toAppError(cause).problem });
  }
}

function end(session: Session, key: string): void {
  session.left.abort();
  if (sessions.get(key) === session) sessions.delete(key);
}
