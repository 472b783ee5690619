"use client";

import { useEffect } from "react";
import { type Control, useWatch } from "react-hook-form";

import { toLink } from "@/lib/deploy/from-link";
import type { DeployFormValues, DeployInput } from "@/lib/deploy/schema";

const QUIET_MS = 400;

/** Keeps the address a link to the form as it is filled in, for a colleague or a reload. No secret goes into it. */
export function useLinkInAddress(control: Control<DeployFormValues, unknown, DeployInput>): void {
  const link = toLink(useWatch({ control }) as DeployFormValues);
  useEffect(() => {
    const timer = setTimeout(() => {
      const { pathname, search } = window.location;
      if (search !== `?${link}`) window.history.replaceState(null, "", `${pathname}?${link}`);
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [link]);
}
