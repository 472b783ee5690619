"use client";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Link } from "@/components/ui/link";
import { Truncate } from "@/components/ui/truncate";
import { workspacePath } from "@/lib/routes";

/** An endpoint's name, leading to its page. */
export function EndpointLink({ name }: { name: string }) {
  const { id } = useWorkspace();
  return (
    <Link
      href={workspacePath(id, `/endpoints/${encodeURIComponent(name)}`)}
      // The shortened name stands in two pieces, which would be read with a gap between them.
      aria-label={name}
      className="flex max-w-72 font-medium hover:underline max-sm:max-w-full"
    >
      <Truncate text={name} />
    </Link>
  );
}
