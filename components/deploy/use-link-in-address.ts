"use client";

import { useEffect } from "react";
import { type Control, useWatch } from "react-hook-form";

import { toLink } from "@/lib/deploy/from-link";
import type { DeployFormValues, DeployInput } from "@/lib/deploy/schema";

const QUIET_MS = 400;

/**
 * Keeps the address a link to the form as it is filled in, for a colleague or a reload. No secret goes into it. `beside`
 * are parameters of what stands beside the form.
 */
export function useLinkInAddress(
  control: Control<DeployFormValues, unknown, DeployInput>,
  beside: Record<string, string> = {},
): void {
  const own = toLink(useWatch({ control }) as DeployFormValues);
  const link = [own, new URLSearchParams(beside).toString()].filter(Boolean).join("&");
  useEffect(() => {
    const write = () => {
      const { pathname, search } = window.location;
      if (search !== `?${link}`) window.history.replaceState(null, "", `${pathname}?${link}`);
    };
    const timer = setTimeout(write, QUIET_MS);
    // Next drops a navigation that is under way when the address is written: whatever a click leads to comes after.
    const writeNow = () => {
      clearTimeout(timer);
      write();
    };
    window.addEventListener("click", writeNow, { capture: true, once: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener("click", writeNow, { capture: true });
    };
  }, [link]);
}
