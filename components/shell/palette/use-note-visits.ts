"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";

import { useWorkspace } from "../workspace-context";
import { noteVisit } from "./recent";

/** Remembers each endpoint and training job that is opened, for the palette's recent things. */
export function useNoteVisits(): void {
  const { id } = useWorkspace();
  const pathname = usePathname();
  useEffect(() => {
    const [, , page, name] = pathname.split("/");
    const isThing = page === "endpoints" || (page === "training" && name !== "new");
    if (isThing && name) noteVisit(id, { path: pathname, label: decodeURIComponent(name) });
  }, [id, pathname]);
}
