"use client";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Link } from "@/components/ui/link";
import type { Answer } from "@/lib/inference/invoke";
import { endOf, requestLogPath } from "@/lib/logs/log-link";

import { Fact } from "./fact";

type Props = { endpoint: string; component?: string | null; answer: Answer };

/** The way from an answer to what the container wrote while it was asked; nothing where the time is not known. */
export function LogFact({ endpoint, component, answer: { calledAt, endpointMs, requestId } }: Props) {
  const { id } = useWorkspace();
  if (!calledAt) return null;
  const call = { endpoint, component, id: requestId, sentAt: calledAt, endedAt: endOf(calledAt, endpointMs) };
  return (
    <Fact
      term="Log"
      help="What the container wrote between this request's beginning and its end. AWS tells it no request id: lines of other requests at that time are among them."
    >
      <Link href={requestLogPath(id, call)} className="font-medium text-accent-text underline">
        Lines of this request
      </Link>
    </Fact>
  );
}
