"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useRefusal, useWorkspace } from "@/components/shell/workspace-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { endpointQueries } from "@/lib/endpoints/queries";

import { TagsDialog } from "./tags-dialog";

/** An endpoint's tags, and the way to change them. */
export function EndpointTags({ name }: { name: string }) {
  const refusal = useRefusal("endpoint:deploy");
  const [isOpen, setOpen] = useState(false);
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <TagList name={name} />
      <Button
        size="sm"
        variant="ghost"
        disabled={refusal !== null}
        title={refusal ?? undefined}
        aria-label="Edit tags"
        onClick={() => setOpen(true)}
      >
        Edit
      </Button>
      {isOpen ? <TagsDialog names={[name]} onClose={() => setOpen(false)} /> : null}
    </span>
  );
}

function TagList({ name }: { name: string }) {
  const { id } = useWorkspace();
  const tags = useQuery(endpointQueries.tags(id, name));
  if (tags.isError) return <span className="text-muted">could not be read</span>;
  if (!tags.data) return <span className="text-muted">…</span>;
  if (tags.data.length === 0) return <span className="text-muted">none</span>;
  return (
    <>
      {tags.data.map((tag) => (
        <Badge key={tag.key} className="h-auto font-mono break-all whitespace-normal">
          {tag.value ? `${tag.key} = ${tag.value}` : tag.key}
        </Badge>
      ))}
    </>
  );
}
