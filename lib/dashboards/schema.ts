import { z } from "zod";

import { pickableChart } from "@/catalog/metrics/select";
import { ResourceName } from "@/lib/fields/aws-fields";

/** More charts are slow to read, for people and for CloudWatch. */
export const MAX_PANELS = 24;
/** As many as can be told apart by colour. */
export const MAX_NAMES = 8;

const Id = z.string().regex(/^[a-zA-Z0-9-]{1,40}$/, "This is not an id.");

/** A chart of the catalogue with the endpoints or jobs that it shows. */
export const DashboardPanel = z.object({
  /** Unique in its dashboard. */
  id: Id,
  chart: z.string().refine((id) => pickableChart(id) !== undefined, "There is no such chart."),
  names: z
    .array(ResourceName)
    .min(1, "Choose what the chart shows.")
    .max(MAX_NAMES, `Choose at most ${MAX_NAMES}.`)
    .refine((names) => new Set(names).size === names.length, "Choose each once."),
});
export type DashboardPanel = z.output<typeof DashboardPanel>;

const Panels = z
  .array(DashboardPanel)
  .max(MAX_PANELS, `A dashboard holds at most ${MAX_PANELS} charts.`)
  .refine((panels) => new Set(panels.map(({ id }) => id)).size === panels.length, "Two charts have the same id.");

export const DashboardName = z.string().trim().min(1, "Give it a name.").max(80, "Use at most 80 characters.");

export const CreateDashboardInput = z.object({ name: DashboardName, panels: Panels.default([]) });
export type CreateDashboardInput = z.output<typeof CreateDashboardInput>;

/** `version` is the one that was read: another one means that somebody saved meanwhile. */
export const SaveDashboardInput = z.object({ id: Id, version: z.int().min(1), name: DashboardName, panels: Panels });
export type SaveDashboardInput = z.output<typeof SaveDashboardInput>;

export const DeleteDashboardInput = z.object({ id: Id, name: DashboardName });
