"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

import { workspacePath } from "@/lib/routes";

import { PAGES } from "../pages";
import { useWorkspace } from "../workspace-context";
import { openKeyList, openPalette } from "./palette-store";
import { readShortcutsOn } from "./shortcuts";

/** How long `g` waits for its second key. */
const SEQUENCE_MS = 1_500;

/** Keys that work on every page: ⌘K or Ctrl K, `?`, and `g` followed by a page's letter. */
export function useShellKeys(): void {
  const { id } = useWorkspace();
  const router = useRouter();

  useEffect(() => {
    let pressedGAt = 0;
    function onKeyDown(event: KeyboardEvent) {
      if ((event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        openPalette();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isBusy(event.target) || !readShortcutsOn()) return;
      const waiting = event.timeStamp - pressedGAt < SEQUENCE_MS;
      const page = waiting ? PAGES.find(({ goKey }) => goKey === event.key) : undefined;
      pressedGAt = event.key === "g" ? event.timeStamp : 0;
      if (page) router.push(workspacePath(id, page.path));
      else if (event.key === "?") openKeyList();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [id, router]);
}

/** True while typing, and while a dialog or menu has the keyboard. */
function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest("input, textarea, select, [role=dialog], [role=menu], [role=listbox]") !== null
  );
}
