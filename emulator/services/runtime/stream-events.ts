import { eventFrame } from "../../protocol/event-stream.ts";

/** A piece of a streamed answer, as InvokeEndpointWithResponseStream sends it: raw bytes. */
export function payloadPart(bytes: Uint8Array): Buffer {
  return eventFrame(
    { ":message-type": "event", ":event-type": "PayloadPart", ":content-type": "application/octet-stream" },
    bytes,
  );
}

/** How a stream that has begun reports that the container broke it off. */
export function streamError(message: string, code: "ModelInvocationTimeExceeded" | "StreamBroken"): Buffer {
  return eventFrame(
    { ":message-type": "exception", ":exception-type": "ModelStreamError", ":content-type": "application/json" },
    Buffer.from(JSON.stringify({ Message: message, ErrorCode: code })),
  );
}
