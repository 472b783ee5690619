import { cn } from "@/lib/cn";
import type { Chat } from "@/lib/inference/results/generated";

/** A conversation, the person's part right, the model's left. */
export function ChatResult({ drawing: { threads } }: { drawing: Chat }) {
  return (
    <div className="flex flex-col gap-6">
      {threads.map((thread, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: alternatives of one answer
        <ol key={index} className="flex flex-col gap-3">
          {thread.map((message, position) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: turns of one conversation
              key={position}
              className={cn(
                "max-w-[85%] rounded-panel px-3 py-2",
                message.role === "user" ? "self-end bg-accent-soft" : "self-start bg-inset",
              )}
            >
              <p className="text-xs text-muted">{message.role}</p>
              <p className="break-words whitespace-pre-wrap">{message.content}</p>
            </li>
          ))}
        </ol>
      ))}
    </div>
  );
}
