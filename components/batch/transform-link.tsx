"use client";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { Link } from "@/components/ui/link";
import { Truncate } from "@/components/ui/truncate";
import { workspacePath } from "@/lib/routes";

/** A job's name, leading to its page. */
export function TransformJobLink({ name }: { name: string }) {
  const { id } = useWorkspace();
  return (
    <Link
      href={workspacePath(id, `/batch/${encodeURIComponent(name)}`)}
      // The shortened name stands in two pieces, which would be read with a gap between them.
      aria-label={name}
      className="flex max-w-80 font-medium hover:underline max-sm:max-w-full"
    >
      <Truncate text={name} />
    </Link>
  );
}

/** The way to the form. */
export function NewTransformLink({ variant = "primary" }: { variant?: "primary" | "secondary" }) {
  const { id } = useWorkspace();
  return (
    <ButtonLink variant={variant} href={workspacePath(id, "/batch/new")}>
      New transform job
    </ButtonLink>
  );
}
