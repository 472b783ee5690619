"use client";

import { useQuery } from "@tanstack/react-query";
import { Clock, GraduationCap, Keyboard, Layers, Monitor, Moon, Rocket, Server, Sun } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";

import { endpointQueries } from "@/lib/endpoints/queries";
import { rank } from "@/lib/palette/rank";
import { workspacePath } from "@/lib/routes";
import { trainingQueries } from "@/lib/training/queries";

import { PAGES } from "../pages";
import { chooseTheme, type Theme } from "../theme";
import { type ShellWorkspace, useWorkspace } from "../workspace-context";
import type { PaletteGroup, PaletteItem } from "./palette-item";
import { openKeyList } from "./palette-store";
import { readVisits } from "./recent";
import { useContainerItems } from "./use-container-items";
import { useSettled } from "./use-settled";

const ENDPOINTS_SHOWN = 8;
const JOBS_SHOWN = 5;
/** What SageMaker's filter by name takes; anything else cannot be in a name. */
const ENDPOINT_NAME = /^[a-zA-Z0-9-]{1,63}$/;

type PaletteResults = { groups: PaletteGroup[]; isSearching: boolean };

/**
 * What the palette offers for what is typed: recent things, pages, endpoints and training jobs by name, actions, other
 * workspaces, container images.
 */
export function usePaletteGroups(query: string, workspaces: readonly ShellWorkspace[]): PaletteResults {
  const workspace = useWorkspace();
  const router = useRouter();
  const go = (path: `/${string}` | "") => () => router.push(workspacePath(workspace.id, path));

  const containers = useContainerItems(workspace.id, query);
  const search = useSettled(query.trim());
  const found = useQuery({
    ...endpointQueries.list(workspace.id, { search, limit: ENDPOINTS_SHOWN }),
    enabled: ENDPOINT_NAME.test(search),
    refetchInterval: false,
  });

  const foundJobs = useQuery({
    ...trainingQueries.list(workspace.id, { search, limit: JOBS_SHOWN }),
    enabled: ENDPOINT_NAME.test(search),
    refetchInterval: false,
  });

  const recent: PaletteItem[] = readVisits(workspace.id).map(({ path, label }) => ({
    id: `recent ${path}`,
    label,
    icon: Clock,
    mono: true,
    run: () => router.push(path as Route),
  }));
  const pages: PaletteItem[] = PAGES.map(({ path, label, icon, goKey }) => ({
    id: `page ${path}`,
    label,
    icon,
    keys: `g ${goKey}`,
    run: go(path),
  }));
  const endpoints: PaletteItem[] = (ENDPOINT_NAME.test(search) ? (found.data?.items ?? []) : []).map(
    ({ name, status }) => ({
      id: `endpoint ${name}`,
      label: name,
      note: status,
      icon: Server,
      mono: true,
      run: go(`/endpoints/${encodeURIComponent(name)}`),
    }),
  );
  const jobs: PaletteItem[] = (ENDPOINT_NAME.test(search) ? (foundJobs.data?.items ?? []) : []).map(
    ({ name, status }) => ({
      id: `training job ${name}`,
      label: name,
      note: status,
      icon: GraduationCap,
      mono: true,
      run: go(`/training/${encodeURIComponent(name)}`),
    }),
  );
  const others: PaletteItem[] = workspaces
    .filter(({ id }) => id !== workspace.id)
    .map(({ id, label, region }) => ({
      id: `workspace ${id}`,
      label: `Switch to ${label}`,
      keywords: "workspace account region",
      note: region,
      icon: Layers,
      run: () => router.push(workspacePath(id)),
    }));
  const deploy: PaletteItem = {
    id: "deploy",
    label: "Deploy a model",
    keywords: "new create endpoint",
    icon: Rocket,
    run: go("/deploy"),
  };
  const train: PaletteItem = {
    id: "train",
    label: "Train a model",
    keywords: "new create training job",
    icon: GraduationCap,
    run: go("/training/new"),
  };

  const groups = [
    { value: "Recent", items: rank(recent, query) },
    { value: "Endpoints", items: endpoints },
    { value: "Training jobs", items: jobs },
    { value: "Pages", items: rank(pages, query) },
    { value: "Actions", items: rank([deploy, train, ...THEME_ITEMS, KEYS_ITEM], query) },
    { value: "Workspaces", items: rank(others, query) },
    { value: "Containers", items: containers },
  ].filter(({ items }) => items.length > 0);
  return { groups, isSearching: found.isFetching || foundJobs.isFetching || search !== query.trim() };
}

const KEYS_ITEM: PaletteItem = {
  id: "keys",
  label: "Show keyboard shortcuts",
  keywords: "help keys",
  icon: Keyboard,
  keys: "?",
  run: openKeyList,
};

const THEME_ITEMS: PaletteItem[] = (
  [
    ["light", "Use the light theme", Sun],
    ["dark", "Use the dark theme", Moon],
    ["system", "Use the system's theme", Monitor],
  ] satisfies [Theme, string, typeof Sun][]
).map(([theme, label, icon]) => ({
  id: `theme ${theme}`,
  label,
  keywords: "appearance colour",
  icon,
  run: () => chooseTheme(theme),
}));
