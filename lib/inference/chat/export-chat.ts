import type { Chat } from "./saved-chat";
import { thread } from "./thread";

/** The conversation as it is shown, to be read by people. */
export function toMarkdown({ conversation, system }: Chat, endpoint: string): string {
  const parts = [`# Chat with ${endpoint}`];
  if (system.trim()) parts.push("## System", system.trim());
  for (const { role, content } of thread(conversation)) parts.push(role === "user" ? "## You" : "## Model", content);
  return `${parts.join("\n\n")}\n`;
}

/** Everything that was said, other wordings and answers included, with what is known of each answer. */
export function toExportedJson({ conversation, system, parameters }: Chat, endpoint: string): string {
  const messages = thread(conversation).map(({ role, content }) => ({ role, content }));
  const shown = system.trim() ? [{ role: "system", content: system }, ...messages] : messages;
  const all = conversation.messages.map((message) => {
    if (message.role === "user") return message;
    const { raw: _raw, ...rest } = message;
    return rest;
  });
  return `${JSON.stringify({ endpoint, parameters, messages: shown, all }, null, 2)}\n`;
}
