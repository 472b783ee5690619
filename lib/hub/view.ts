/** What the Hub says of a model. None of it keeps anybody from deploying: only the container's own look counts. */
export type HubModel =
  | {
      state: "found";
      /** The task that the model's card names; it need not be one that the containers know. */
      task: string | null;
      isGated: boolean;
      isPrivate: boolean;
      /** Whether the workspace's saved token was used to look. */
      withToken: boolean;
      /** `model_type` of its config.json; null: the Hub knows none. */
      modelType: string | null;
      architectures: string[];
      /** Its config.json names code of its own (`auto_map`). */
      bringsCode: boolean;
      /** `transformers`, `diffusers`, `peft`. */
      library: string | null;
      weights: HubWeights | null;
    }
  /** `hidden`: the Hub does not tell strangers whether a model is private or not there. */
  | { state: "missing" | "no-revision" | "hidden"; withToken: boolean }
  | { state: "unknown"; reason: "unreachable" | "too-slow" | "refused" };

/** Size of a model's weights as the Hub counts them by their types; `storedAs`: the type of most of them. */
export type HubWeights = { bytes: number; parameters: number; storedAs: string; isQuantized: boolean };
