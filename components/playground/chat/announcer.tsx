import type { Message } from "@/lib/inference/chat/conversation";

const MAX_CHARS = 500;

/** Tells people who listen that the model works and, once, what it said: not each piece of it. */
export function Announcer({ last }: { last: Message | undefined }) {
  return (
    <p role="status" className="sr-only">
      {last?.role === "assistant" ? announcement(last) : null}
    </p>
  );
}

function announcement({ status, content }: Extract<Message, { role: "assistant" }>): string {
  if (status === "running") return "The model is answering.";
  if (status === "stopped") return "Stopped.";
  // Failures are alerts of their own.
  if (status === "failed") return "";
  return content.length > MAX_CHARS ? `The model said: ${content.slice(0, MAX_CHARS)}…` : `The model said: ${content}`;
}
