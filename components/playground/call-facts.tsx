import type { ReactNode } from "react";

import { CopyButton } from "@/components/ui/copy-button";
import { formatBytes } from "@/lib/format/bytes";
import { formatDuration } from "@/lib/format/duration";
import { formatNumber } from "@/lib/format/numbers";
import type { AnswerFacts } from "@/lib/inference/chat/conversation";
import { answerSpeed, tokenCount } from "@/lib/inference/chat/speed";
import type { Answer } from "@/lib/inference/invoke";

import { Fact } from "./fact";

/** How long a call took and where, how large it was, and by which id AWS knows it. */
export function CallFacts({ answer, children }: { answer: Answer /** Further facts. */; children?: ReactNode }) {
  const { roundTripMs, endpointMs } = answer;
  const overheadMs = endpointMs === null || roundTripMs === null ? null : Math.max(0, roundTripMs - endpointMs);
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-x-4 gap-y-2 border-t border-border pt-3 text-sm">
      {roundTripMs === null ? null : (
        <Fact term="Round trip" help="From pressing Run to having the whole answer in this browser.">
          {formatDuration(roundTripMs)}
        </Fact>
      )}
      {answer.stream ? <StreamFacts facts={answer.stream} /> : null}
      {endpointMs === null ? null : (
        <Fact
          term="Endpoint"
          help="From the console's server to SageMaker, through the model and back. What the model alone took is not told for a single call: CloudWatch has it as ModelLatency, per minute."
        >
          {formatDuration(endpointMs)}
        </Fact>
      )}
      {overheadMs === null ? null : (
        <Fact
          term="Overhead"
          help="The rest of the round trip: between this browser and the console, and the console itself."
        >
          {formatDuration(overheadMs)}
        </Fact>
      )}
      {children}
      <Fact term="Sent">{formatBytes(answer.bytesIn)}</Fact>
      <Fact term="Received">{formatBytes(answer.bytesOut)}</Fact>
      {answer.contentType ? (
        <Fact term="Content type" help="What the container says its answer is.">
          <span className="font-mono text-xs">{answer.contentType}</span>
        </Fact>
      ) : null}
      {answer.variant ? (
        <Fact term="Variant" help="The group of instances that answered.">
          {answer.variant}
        </Fact>
      ) : null}
      {answer.requestId ? (
        <Fact term="Request id">
          <span className="inline-flex items-center font-mono">
            {answer.requestId.slice(0, 8)}…
            <CopyButton value={answer.requestId} label="Copy request id" />
          </span>
        </Fact>
      ) : null}
    </dl>
  );
}

function StreamFacts({ facts }: { facts: AnswerFacts }) {
  const tokens = tokenCount(facts);
  const speed = answerSpeed(facts);
  const unit = tokens?.isCounted ? "tokens" : "pieces";
  return (
    <>
      {facts.firstTextMs === null ? null : (
        <Fact term="First token" help="From pressing Run to the first text.">
          {formatDuration(facts.firstTextMs)}
        </Fact>
      )}
      {tokens ? (
        <Fact
          term="Length"
          help={
            tokens.isCounted
              ? "As the container counted."
              : "Pieces of the stream, about a token each: the container gives no token counts."
          }
        >
          {formatNumber(tokens.count)} {unit}
          {facts.finishReason === "length" ? ", cut" : ""}
        </Fact>
      ) : null}
      {speed === null ? null : (
        <Fact term="Speed" help="After the first text.">
          {formatNumber(Math.round(speed * 10) / 10)} {unit}/s
        </Fact>
      )}
    </>
  );
}
