"use client";

import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Switch } from "@/components/ui/switch";
import { useModifierKey } from "@/components/ui/use-modifier-key";

import { PAGES } from "../pages";
import { setShortcutsOn, useShortcutsOn } from "./shortcuts";

type Keys = { does: string; keys: readonly string[] };

const EVERYWHERE: readonly Keys[] = [
  { does: "Show this list", keys: ["?"] },
  { does: "Close what is open", keys: ["Esc"] },
];
const PAGES_BY_KEY: readonly Keys[] = PAGES.map(({ label, goKey }) => ({ does: label, keys: ["g", goKey] }));

/** Every key that does something, and the switch that turns single-letter keys off. */
export function KeyList({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const on = useShortcutsOn();
  const search = { does: "Search", keys: [useModifierKey(), "K"] };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts" size="md">
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        <KeyGroup title="Everywhere" keys={[search, ...EVERYWHERE]} />
        <KeyGroup title="Go to" keys={PAGES_BY_KEY} />
      </div>
      <Switch
        className="mt-5 border-t border-border pt-4"
        label="Single-letter keys"
        help="Turn them off if you dictate or use a switch device. ⌘K and Ctrl K stay."
        checked={on}
        onCheckedChange={setShortcutsOn}
      />
    </Dialog>
  );
}

function KeyGroup({ title, keys }: { title: string; keys: readonly Keys[] }) {
  return (
    <section>
      <h3 className="pb-1 text-sm font-semibold">{title}</h3>
      <dl>
        {keys.map((entry) => (
          <div key={entry.does} className="flex min-h-8 items-center justify-between gap-3">
            <dt className="text-muted">{entry.does}</dt>
            <dd className="flex shrink-0 gap-1">
              {entry.keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
