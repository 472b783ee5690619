import { Callout } from "@/components/ui/callout";
import { formatUsdPerHour } from "@/lib/format/money";
import type { ParkPreview } from "@/lib/parking/view";
import { keptInWords } from "@/lib/parking/words";

const STAYING = { "endpoint config": "Endpoint config", model: "Model", data: "Model data", logs: "Logs" } as const;

/** What parking keeps, deletes, leaves and saves. */
export function ParkFacts({ preview }: { preview: ParkPreview }) {
  const { summary, going, staying, checkedAll } = preview;
  return (
    <>
      <p>
        {summary.usdPerHour === null ? (
          "What it costs per hour is not known."
        ) : (
          <>
            Saves <strong className="tabular-nums">{formatUsdPerHour(summary.usdPerHour)}</strong>. While it is parked
            it answers nothing.
          </>
        )}
      </p>
      <Part title="Kept in the console, encrypted" items={keptInWords(summary).map((text) => ({ key: text, text }))} />
      <Part title="Deleted" items={going.map(({ kind, name }) => ({ key: `${kind} ${name}`, text: kind, name }))} />
      <Part
        title="Stays in the account"
        items={staying.map(({ kind, name, why }) => ({ key: `${kind} ${name}`, text: STAYING[kind], name, why }))}
      />
      {checkedAll ? null : (
        <Callout tone="warning" title="Not everything was looked at">
          There are more endpoints and configurations than were checked for shared parts. One of them may use the same
          model; restoring makes it again.
        </Callout>
      )}
    </>
  );
}

type Item = { key: string; text: string; name?: string; why?: string };

function Part({ title, items }: { title: string; items: Item[] }) {
  return (
    <section aria-label={title}>
      <h3 className="pb-1 text-sm font-medium">{title}</h3>
      <ul className="flex list-disc flex-col gap-1 pl-5 text-muted marker:text-border-control">
        {items.map(({ key, text, name, why }) => (
          <li key={key}>
            {text}
            {name ? <span className="font-mono text-[0.93em] break-all text-foreground"> {name}</span> : null}
            {why ? `. ${why}` : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
