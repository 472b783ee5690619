import { HUB_HYPERPARAMETERS, hubTokenNames } from "./hub-push";
import type { TrainingFieldValues } from "./schema";

type Refusal = { path: (string | number)[]; message: string };

/** What is wrong with pushing to the Hub, with the field that can mend it. */
export function hubRefusals(values: TrainingFieldValues): Refusal[] {
  const { hyperparameters, environment, networkIsolation, hubPush } = values;
  const pushesByRow = hyperparameters.some(
    ({ name, value }) => name === "push_to_hub" && value.trim().toLowerCase() === "true",
  );
  const refusals: Refusal[] = [];
  if (networkIsolation && (hubPush || pushesByRow)) {
    const message = "Network isolation keeps the script from the Hub: it could not push, and the job would fail.";
    refusals.push({ path: ["hubPush"], message });
  }
  if (!hubPush) return refusals;
  if (values.hubTokenWay !== "script" && values.hubTokenFrom === "typed" && !values.hubToken) {
    refusals.push({ path: ["hubToken"], message: "Type the token, or choose another way." });
  }
  const message = "“Push to the Hub” sets this one.";
  hyperparameters.forEach(({ name }, index) => {
    if (HUB_HYPERPARAMETERS.includes(name)) refusals.push({ path: ["hyperparameters", index, "name"], message });
  });
  const ours = hubTokenNames(values);
  environment.forEach(({ name }, index) => {
    if (ours.includes(name)) refusals.push({ path: ["environment", index, "name"], message });
  });
  return refusals;
}
