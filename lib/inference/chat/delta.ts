/** What a container's answer is made of, whatever its protocol. */
export type Delta =
  | { kind: "text"; text: string }
  /** What the model thought before it answered, where the container tells it apart. */
  | { kind: "reasoning"; text: string }
  /** Token counts as the container gives them; null: it does not say. */
  | { kind: "usage"; promptTokens: number | null; answerTokens: number | null }
  /** Why the model stopped, in the container's word: `length` is the limit of new tokens. */
  | { kind: "finish"; reason: string }
  /** The container gave up inside its answer; in its own words. */
  | { kind: "error"; message: string };

/** Turns the text of an answer into deltas; it may come in pieces cut anywhere. */
export type AnswerReader = {
  push(text: string): Delta[];
  /** After the last piece. */
  end(): Delta[];
};
