"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { useState } from "react";

import { Kbd } from "@/components/ui/kbd";
import { cn } from "@/lib/cn";

import type { ShellWorkspace } from "../workspace-context";
import type { PaletteGroup, PaletteItem } from "./palette-item";
import { closeOverlay } from "./palette-store";
import { usePaletteGroups } from "./use-palette-groups";

/** What is inside the palette: a field, the groups it finds, and the keys that work in it. */
export function PaletteSearch({ workspaces }: { workspaces: readonly ShellWorkspace[] }) {
  const [query, setQuery] = useState("");
  const { groups, isSearching } = usePaletteGroups(query, workspaces);

  return (
    <Autocomplete.Root
      open
      inline
      mode="none"
      items={groups}
      value={query}
      // Choosing an item would write its label into the field: it closes instead.
      onValueChange={(value, { reason }) => (reason === "item-press" ? null : setQuery(value))}
      itemToStringValue={(item: PaletteItem) => item.label}
      autoHighlight="always"
      keepHighlight
    >
      <div className="flex items-center gap-2.5 border-b border-border px-4">
        <Search aria-hidden="true" className="size-4 shrink-0 text-muted" />
        <Autocomplete.Input
          aria-label="Search pages, endpoints and commands"
          placeholder="Search pages, endpoints and commands"
          className="h-12 w-full bg-transparent text-base outline-none max-sm:text-lg"
        />
        <Dialog.Close aria-label="Close" className="rounded-sm">
          <Kbd>Esc</Kbd>
        </Dialog.Close>
      </div>
      <Autocomplete.Empty className="px-3 py-8 text-center text-muted empty:p-0">
        {isSearching ? "Searching…" : "Nothing is called like this."}
      </Autocomplete.Empty>
      <Autocomplete.List
        aria-label="Results"
        className="min-h-0 flex-1 overflow-y-auto p-1.5 outline-none data-empty:p-0"
      >
        {(group: PaletteGroup) => (
          <Autocomplete.Group key={group.value} items={group.items} className="pb-1.5">
            <Autocomplete.GroupLabel className="px-2.5 pt-1.5 pb-1 text-xs font-medium text-muted">
              {group.value}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: PaletteItem) => <PaletteRow key={item.id} item={item} />}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      <p className="flex gap-4 border-t border-border px-4 py-2 text-xs text-muted max-sm:hidden">
        <span className="flex items-center gap-1.5">
          <Kbd>↑</Kbd>
          <Kbd>↓</Kbd> to move
        </span>
        <span className="flex items-center gap-1.5">
          <Kbd>↵</Kbd> to open
        </span>
      </p>
    </Autocomplete.Root>
  );
}

function PaletteRow({ item }: { item: PaletteItem }) {
  const Icon = item.icon;
  return (
    <Autocomplete.Item
      value={item}
      onClick={() => {
        closeOverlay();
        item.run();
      }}
      className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-control px-2.5 outline-none select-none data-highlighted:bg-hover max-sm:min-h-11"
    >
      <Icon aria-hidden="true" className="size-4 shrink-0 text-muted" />
      <span className={cn("min-w-0 truncate", item.mono && "font-mono text-sm")}>{item.label}</span>
      <span className="ml-auto flex shrink-0 items-center gap-1 text-sm text-muted">
        {item.note}
        {item.keys?.split(" ").map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </span>
    </Autocomplete.Item>
  );
}
