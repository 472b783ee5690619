"use client";

import { useQueries } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Checkbox } from "@/components/ui/checkbox";
import { endpointQueries } from "@/lib/endpoints/queries";
import { plural } from "@/lib/format/numbers";

type Props = { names: readonly string[]; removed: readonly string[]; onToggle: (key: string) => void };

/** The tags that these endpoints have, each to be taken off all of them. */
export function ExistingTags({ names, removed, onToggle }: Props) {
  const { id } = useWorkspace();
  const reads = useQueries({ queries: names.map((name) => endpointQueries.tagsNow(id, name)) });
  if (reads.some(({ isPending }) => isPending)) return <p className="text-muted">Reading their tags…</p>;
  const tags = reads.flatMap(({ data }) => data ?? []).filter(({ key }) => !key.startsWith("aws:"));
  const keys = [...new Set(tags.map(({ key }) => key))].sort();
  const unread = reads.filter(({ isError }) => isError).length;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1 text-sm font-medium">Keep these tags</legend>
      {keys.length === 0 ? <p className="text-muted">None so far.</p> : null}
      {keys.map((key) => {
        const values = [...new Set(tags.filter((tag) => tag.key === key).map(({ value }) => value))];
        const count = tags.filter((tag) => tag.key === key).length;
        return (
          <Checkbox
            key={key}
            checked={!removed.includes(key)}
            onChange={() => onToggle(key)}
            label={
              <span className="font-mono break-all">
                {key}
                {values.length === 1 && values[0] ? ` = ${values[0]}` : null}
              </span>
            }
            help={
              names.length === 1
                ? undefined
                : `On ${plural(count, "endpoint")}${values.length > 1 ? `, ${plural(values.length, "value")}` : ""}`
            }
          />
        );
      })}
      {unread > 0 ? (
        <p className="text-sm text-danger">The tags of {plural(unread, "endpoint")} could not be read.</p>
      ) : null}
    </fieldset>
  );
}
