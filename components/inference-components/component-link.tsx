"use client";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Link } from "@/components/ui/link";
import { Truncate } from "@/components/ui/truncate";
import { componentPath } from "@/lib/inference-components/paths";
import { workspacePath } from "@/lib/routes";

/** A component's name, leading to its part of the endpoint's page. */
export function ComponentLink({ endpoint, name }: { endpoint: string; name: string }) {
  const { id } = useWorkspace();
  return (
    <Link
      href={workspacePath(id, componentPath(endpoint, name))}
      scroll={false}
      // The shortened name stands in two pieces, which would be read with a gap between them.
      aria-label={name}
      className="flex max-w-72 font-medium hover:underline max-sm:max-w-full"
    >
      <Truncate text={name} />
    </Link>
  );
}
