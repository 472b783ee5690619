"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";

import { Kbd } from "@/components/ui/kbd";
import { useModifierKey } from "@/components/ui/use-modifier-key";

import type { ShellWorkspace } from "../workspace-context";
import { KeyList } from "./key-list";
import { PaletteSearch } from "./palette-search";
import { closeOverlay, openPalette, useOpenings, useOverlay } from "./palette-store";
import { useNoteVisits } from "./use-note-visits";
import { useShellKeys } from "./use-shell-keys";

/** The search button, the palette it opens, the key list, and the keys that work everywhere. */
export function Palette({ workspaces }: { workspaces: readonly ShellWorkspace[] }) {
  const overlay = useOverlay();
  const openings = useOpenings();
  const modifier = useModifierKey();
  useShellKeys();
  useNoteVisits();

  return (
    <>
      <button
        type="button"
        onClick={openPalette}
        aria-keyshortcuts="Meta+K Control+K"
        className="flex h-8 items-center gap-2 rounded-control text-sm text-muted transition-colors hover:bg-hover max-md:size-9 max-md:justify-center md:w-52 md:border md:border-border-control md:px-2.5"
      >
        <Search aria-hidden="true" className="size-4" />
        <span className="max-md:sr-only">Search</span>
        <span className="ml-auto flex gap-1 max-md:hidden" aria-hidden="true">
          <Kbd>{modifier === "⌘" ? "⌘K" : "Ctrl K"}</Kbd>
        </span>
      </button>
      <Dialog.Root open={overlay === "palette"} onOpenChange={(open) => (open ? openPalette() : closeOverlay())}>
        <Dialog.Portal>
          <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
          <Dialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center px-3 pt-[12vh] max-sm:pt-3">
            <Dialog.Popup
              aria-label="Search and commands"
              className="flex max-h-[min(32rem,80dvh)] w-full max-w-xl flex-col overflow-hidden rounded-panel border border-border bg-overlay shadow-overlay outline-none transition-[opacity,translate] duration-150 data-ending-style:opacity-0 data-starting-style:-translate-y-1 data-starting-style:opacity-0"
            >
              <PaletteSearch key={openings} workspaces={workspaces} />
            </Dialog.Popup>
          </Dialog.Viewport>
        </Dialog.Portal>
      </Dialog.Root>
      <KeyList open={overlay === "keys"} onOpenChange={(open) => (open ? null : closeOverlay())} />
    </>
  );
}
