import type { AwsRequest } from "./aws-request.ts";
import { eventFrame } from "./event-stream.ts";

/** Sends events of an answer; `fail` sends the one that ends it. */
export type EventSink = {
  event(type: string, payload: unknown): void;
  fail(exception: string, message: string): void;
};

/** What an operation returns whose answer is a stream of events: `start` begins it and returns what ends it. */
export class EventStreamOutput {
  readonly start: (sink: EventSink) => () => void;
  constructor(start: (sink: EventSink) => () => void) {
    this.start = start;
  }
}

/** Answers with the events as they come, until they fail or the client leaves. */
export function sendEventStream({ res }: AwsRequest, output: EventStreamOutput): void {
  res.writeHead(200, { "content-type": "application/vnd.amazon.eventstream" });
  const send = (type: string, payload: unknown) =>
    res.write(
      eventFrame(
        { ":message-type": "event", ":event-type": type, ":content-type": "application/json" },
        Buffer.from(JSON.stringify(payload)),
      ),
    );
  // botocore takes nothing before it: the output's members outside of the stream, of which there are none.
  send("initial-response", {});
  const stop = output.start({
    event: send,
    fail(exception, message) {
      res.end(
        eventFrame(
          { ":message-type": "exception", ":exception-type": exception, ":content-type": "application/json" },
          Buffer.from(JSON.stringify({ message })),
        ),
      );
    },
  });
  res.on("close", stop);
}
