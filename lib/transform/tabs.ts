export const TRANSFORM_TABS = [
  { id: "overview", label: "Overview" },
  { id: "results", label: "Results" },
  { id: "logs", label: "Logs" },
] as const;
export type TransformTab = (typeof TRANSFORM_TABS)[number]["id"];

/** The tab of an address; the overview for anything unknown. */
export function toTransformTab(value: string | string[] | undefined): TransformTab {
  return TRANSFORM_TABS.find(({ id }) => id === value)?.id ?? "overview";
}
