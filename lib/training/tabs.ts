export const TRAINING_TABS = [
  { id: "overview", label: "Overview" },
  { id: "logs", label: "Logs" },
  { id: "code", label: "Code" },
] as const;
export type TrainingTab = (typeof TRAINING_TABS)[number]["id"];

/** The tab of an address; the overview for anything unknown. */
export function toTrainingTab(value: string | string[] | undefined): TrainingTab {
  return TRAINING_TABS.find(({ id }) => id === value)?.id ?? "overview";
}
