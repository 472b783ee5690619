"use client";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Link } from "@/components/ui/link";
import { Truncate } from "@/components/ui/truncate";
import { alarmPath } from "@/lib/alarms/paths";
import type { AlarmView } from "@/lib/alarms/view";
import { workspacePath } from "@/lib/routes";

/** An alarm's name, leading to its page. */
export function AlarmLink({ name }: { name: string }) {
  const { id } = useWorkspace();
  return (
    <Link
      href={workspacePath(id, alarmPath(name))}
      aria-label={name}
      className="flex max-w-60 font-medium hover:underline max-sm:max-w-full"
    >
      <Truncate text={name} />
    </Link>
  );
}

/** The endpoint that an alarm watches, leading to its charts. */
export function WatchedEndpoint({ alarm: { endpoint, variant } }: { alarm: Pick<AlarmView, "endpoint" | "variant"> }) {
  const { id } = useWorkspace();
  const query = `?tab=metrics${variant ? `&variant=${encodeURIComponent(variant)}` : ""}`;
  return (
    <Link
      href={workspacePath(id, `/endpoints/${encodeURIComponent(endpoint)}${query}`)}
      className="font-mono break-all text-accent-text hover:underline"
    >
      {endpoint}
    </Link>
  );
}
