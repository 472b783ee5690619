import type { ChatQuestion } from "./chat-request";

/** Without it the model writes the person's next question too. */
export const OWN_STOP = "\nUser:";

/** A conversation as one text, the way models without a chat template have been asked from the start. */
export function asText({ system, turns }: Pick<ChatQuestion, "system" | "turns">): string {
  const lines = turns.map(({ role, content }) => `${role === "user" ? "User" : "Assistant"}: ${content}`);
  return [...(system.trim() ? [system.trim(), ""] : []), ...lines, "Assistant:"].join("\n");
}
