import { formatDuration } from "@/lib/format/duration";
import { formatNumber } from "@/lib/format/numbers";
import type { AnswerFacts as Facts } from "@/lib/inference/chat/conversation";
import { answerSpeed, tokenCount } from "@/lib/inference/chat/speed";

/** How long an answer took and how fast it came, in one line. */
export function AnswerFacts({ facts }: { facts: Facts }) {
  const tokens = tokenCount(facts);
  const speed = answerSpeed(facts);
  const parts = [
    facts.totalMs === null ? null : { text: formatDuration(facts.totalMs), title: "From sending to the whole answer" },
    facts.firstTextMs === null
      ? null
      : { text: `first ${formatDuration(facts.firstTextMs)}`, title: "From sending to the first text" },
    tokens && {
      text: `${formatNumber(tokens.count)} ${tokens.isCounted ? "tokens" : "pieces"}`,
      title: tokens.isCounted
        ? "As the container counted them"
        : "Pieces of the stream; the container gives no token counts. A piece is about a token.",
    },
    speed === null
      ? null
      : {
          text: `${formatNumber(Math.round(speed * 10) / 10)} ${tokens?.isCounted ? "tokens" : "pieces"}/s`,
          title: "After the first text",
        },
    facts.promptTokens === null
      ? null
      : { text: `${formatNumber(facts.promptTokens)} in`, title: "Tokens of the conversation that was sent" },
    facts.finishReason === "length" ? { text: "cut at the token limit", title: "Raise the limit of new tokens" } : null,
  ].filter((part) => part !== null);
  return (
    <ul aria-label="About this answer" className="flex flex-wrap gap-x-3 text-xs text-muted tabular-nums">
      {parts.map(({ text, title }) => (
        <li key={title} title={title}>
          {text}
        </li>
      ))}
    </ul>
  );
}
