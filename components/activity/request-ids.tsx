import { CopyButton } from "@/components/ui/copy-button";

/** AWS's request ids of a change: the first one to read, all of them to copy. */
export function RequestIds({ ids }: { ids: readonly string[] }) {
  const [first, ...others] = ids;
  if (!first) return <span className="text-muted">–</span>;
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      <span title={ids.join("\n")} className="font-mono">
        {first.slice(0, 8)}…
      </span>
      {others.length > 0 ? <span className="text-muted">+{others.length}</span> : null}
      <CopyButton
        value={ids.join("\n")}
        label={others.length > 0 ? `Copy ${ids.length} AWS request ids` : "Copy AWS request id"}
      />
    </span>
  );
}
