"use client";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Link } from "@/components/ui/link";
import { requestLogPath } from "@/lib/logs/log-link";

import { Fact } from "./fact";

/** The way from an answer to what the container wrote when it was asked. */
export function LogFact({ endpoint, at }: { endpoint: string; at: string }) {
  const { id } = useWorkspace();
  return (
    <Fact term="Log" help="The endpoint's log, opened at the time of this request.">
      <Link href={requestLogPath(id, endpoint, at)} className="font-medium text-accent-text underline">
        Lines of this request
      </Link>
    </Fact>
  );
}
