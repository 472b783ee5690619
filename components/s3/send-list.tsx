"use client";

import { Button } from "@/components/ui/button";
import { ErrorPanel } from "@/components/ui/error-panel";
import { formatBytes } from "@/lib/format/bytes";
import { formatPercent } from "@/lib/format/numbers";
import { lastPart, s3Address } from "@/lib/s3/address";

import type { Send, useSends } from "./use-sends";

type SendListProps = Omit<ReturnType<typeof useSends>, "add">;

/** Files on their way into S3: how far each is, and what to do when one stops. */
export function SendList({ sends, ...deeds }: SendListProps) {
  if (sends.length === 0) return null;
  return (
    <ul aria-label="Uploads" className="flex flex-col gap-2">
      {sends.map((send) => (
        <SendItem key={send.id} send={send} {...deeds} />
      ))}
    </ul>
  );
}

function SendItem({ send, resume, replace, cancel }: { send: Send } & Omit<SendListProps, "sends">) {
  const { id, bucket, key, bytes, progress } = send;
  const name = lastPart(key);
  const share = "sent" in progress && bytes > 0 ? progress.sent / bytes : 0;
  return (
    <li className="flex flex-col gap-2 rounded-control border border-border px-3 py-2 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 truncate font-mono" title={s3Address(bucket, key)}>
          {name}
        </span>
        <span className="text-muted tabular-nums" aria-live="polite">
          {words(send, share)}
        </span>
        <span className="ml-auto flex gap-2">
          {progress.state === "exists" ? (
            <Button size="sm" variant="danger" onClick={() => replace(id)}>
              Replace {name}
            </Button>
          ) : null}
          {progress.state === "interrupted" ? (
            <Button size="sm" onClick={() => resume(id)}>
              Resume {name}
            </Button>
          ) : null}
          {progress.state === "done" ? null : (
            <Button size="sm" variant="ghost" onClick={() => cancel(id)}>
              {progress.state === "exists" ? "Keep what is there" : `Cancel ${name}`}
            </Button>
          )}
        </span>
      </div>
      {progress.state === "sending" ? (
        <progress aria-label={`Upload of ${name}`} max={1} value={share} className="h-2 w-full accent-accent" />
      ) : null}
      {progress.state === "interrupted" ? (
        <ErrorPanel title={`The upload stopped at ${formatBytes(progress.sent)}`} problem={progress.problem} />
      ) : null}
    </li>
  );
}

function words({ bytes, progress }: Send, share: number): string {
  if (progress.state === "exists") return "There is an object of this name already.";
  if (progress.state === "done") return `${formatBytes(bytes)} uploaded`;
  if (progress.state === "sending" && share >= 1) return "Storing it in S3 …";
  return `${formatPercent(share)} of ${formatBytes(bytes)}`;
}
