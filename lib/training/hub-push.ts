import type { Hyperparameter } from "./hyperparameters";
import type { TrainingFieldValues, TrainingFormValues } from "./schema";

/** `hub_strategy` of the transformers Trainer. */
export const HUB_STRATEGIES = ["end", "every_save", "checkpoint", "all_checkpoints"] as const;
/** How the script comes by the token. */
export const HUB_TOKEN_WAYS = ["environment", "hyperparameter", "script"] as const;

/**
 * Where the script looks for the token in the environment: images with transformers before 4.36 bring a huggingface_hub
 * that knows only the longer name.
 */
const TOKEN_VARIABLES = ["HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"];
/** What the section sets, so that no row may set it too. */
export const HUB_HYPERPARAMETERS = ["push_to_hub", "hub_model_id", "hub_strategy", "hub_token"];

type HubFields = Pick<
  TrainingFieldValues,
  "hubPush" | "hubModelId" | "hubStrategy" | "hubTokenWay" | "hubTokenFrom" | "hubToken"
>;

export const NO_HUB_PUSH: HubFields = {
  hubPush: false,
  hubModelId: "",
  hubStrategy: "every_save",
  hubTokenWay: "environment",
  hubTokenFrom: "typed",
  hubToken: "",
};

/** Whether the request carries a token. */
export function carriesToken(input: HubFields): boolean {
  return input.hubPush && input.hubTokenWay !== "script";
}

/** The Trainer's arguments for a push, as the sample notebook sends them; `token` is null where the script has it. */
export function hubHyperparameters(input: HubFields, token: string | null): Hyperparameter[] {
  if (!input.hubPush) return [];
  return [
    { name: "push_to_hub", type: "boolean", value: "true" },
    ...(input.hubModelId ? [{ name: "hub_model_id", type: "string" as const, value: input.hubModelId }] : []),
    { name: "hub_strategy", type: "string", value: input.hubStrategy },
    ...(token && input.hubTokenWay === "hyperparameter"
      ? [{ name: "hub_token", type: "string" as const, value: token }]
      : []),
  ];
}

/** The variables that carry the token to the script. */
export function hubVariables(input: HubFields, token: string | null): Record<string, string> {
  if (!token || !input.hubPush || input.hubTokenWay !== "environment") return {};
  return Object.fromEntries(hubTokenNames(input).map((name) => [name, token]));
}

/** The names of variables that the section sets. */
export function hubTokenNames(input: Pick<HubFields, "hubPush" | "hubTokenWay">): string[] {
  return input.hubPush && input.hubTokenWay === "environment" ? TOKEN_VARIABLES : [];
}

type Rows = Pick<TrainingFormValues, "hyperparameters" | "environment">;

/** The section filled from rows that push to the Hub, and the rows that are left. The token never comes along. */
export function hubSection({ hyperparameters, environment }: Rows): Partial<HubFields> & Rows {
  const value = (name: string) => hyperparameters.find((row) => row.name === name)?.value;
  if (value("push_to_hub")?.toLowerCase() !== "true") return { hyperparameters, environment };
  const isInEnvironment = environment.some(({ name }) => TOKEN_VARIABLES.includes(name));
  const hasToken = hyperparameters.some(({ name }) => name === "hub_token");
  const strategy = HUB_STRATEGIES.find((each) => each === value("hub_strategy"));
  return {
    hubPush: true,
    hubModelId: value("hub_model_id") ?? "",
    hubStrategy: strategy ?? "every_save",
    hubTokenWay: hasToken ? "hyperparameter" : isInEnvironment ? "environment" : "script",
    hyperparameters: hyperparameters.filter(({ name }) => !HUB_HYPERPARAMETERS.includes(name)),
    environment: environment.filter(({ name }) => !(isInEnvironment && !hasToken && TOKEN_VARIABLES.includes(name))),
  };
}
