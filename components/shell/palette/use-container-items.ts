"use client";

import { queryOptions, useQuery } from "@tanstack/react-query";
import { Box } from "lucide-react";
import { useRouter } from "next/navigation";

import { rank } from "@/lib/palette/rank";
import { workspacePath } from "@/lib/routes";

import type { PaletteItem } from "./palette-item";

const MIN_QUERY = 2;
const SHOWN = 6;

/** The catalogue is fetched when somebody first searches for more than a letter: it would weigh on every page. */
const containerNames = queryOptions({
  queryKey: ["catalog", "containers", "names"],
  queryFn: async () => {
    const { containers } = await import("@/catalog/containers/data");
    return containers.map(({ id, family, device, use }) => ({
      label: id,
      keywords: `${family} ${device} ${use} image`,
    }));
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** Container images whose name, family, device or use matches. */
export function useContainerItems(workspaceId: string, query: string): PaletteItem[] {
  const router = useRouter();
  const wanted = query.trim().length >= MIN_QUERY;
  const { data = [] } = useQuery({ ...containerNames, enabled: wanted });
  if (!wanted) return [];
  return rank(data, query)
    .slice(0, SHOWN)
    .map(({ label }) => ({
      id: `container ${label}`,
      label,
      icon: Box,
      mono: true,
      run: () => router.push(workspacePath(workspaceId, `/containers?image=${encodeURIComponent(label)}`)),
    }));
}
