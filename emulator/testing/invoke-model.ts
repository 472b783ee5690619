import {
  InvokeEndpointCommand,
  InvokeEndpointWithResponseStreamCommand,
  SageMakerRuntimeClient,
} from "@aws-sdk/client-sagemaker-runtime";
import type { TestEmulator } from "./start-test-emulator.ts";

export type ModelCaller = {
  /** The body of an answer, as text. */
  text(endpointName: string, body: unknown): Promise<string>;
  json(endpointName: string, body: unknown): Promise<unknown>;
  /** The parts of a streamed answer as they come; throws what ends the stream early. */
  parts(endpointName: string, body: unknown, signal?: AbortSignal): AsyncGenerator<string>;
  /** What the container answered to a request that it refuses. */
  refusal(endpointName: string, body: unknown): Promise<{ status: number; body: unknown }>;
};

/** Calls endpoints with the AWS SDK, as an application does. */
export function modelCaller(emulator: TestEmulator): ModelCaller {
  const runtime = new SageMakerRuntimeClient({ ...emulator.sdk, maxAttempts: 1 });
  const input = (EndpointName: string, body: unknown) => ({
    EndpointName,
    Body: JSON.stringify(body),
    ContentType: "application/json",
  });

  async function text(endpointName: string, body: unknown): Promise<string> {
    const answer = await runtime.send(new InvokeEndpointCommand(input(endpointName, body)));
    return answer.Body.transformToString();
  }

  return {
    text,
    json: async (endpointName, body) => JSON.parse(await text(endpointName, body)) as unknown,
    async *parts(endpointName, body, abortSignal) {
      const command = new InvokeEndpointWithResponseStreamCommand(input(endpointName, body));
      const answer = await runtime.send(command, { abortSignal });
      for await (const event of answer.Body ?? []) {
        if (event.PayloadPart) yield Buffer.from(event.PayloadPart.Bytes ?? []).toString();
        else throw event.ModelStreamError ?? event.InternalStreamFailure ?? new Error(JSON.stringify(event));
      }
    },
    async refusal(endpointName, body) {
      try {
        await text(endpointName, body);
      } catch (cause) {
        const { OriginalStatusCode, OriginalMessage } = cause as {
          OriginalStatusCode: number;
          OriginalMessage: string;
        };
        return { status: OriginalStatusCode, body: jsonOrText(OriginalMessage) };
      }
      throw new Error("The call succeeded.");
    },
  };
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The data of server-sent events: JSON where it is JSON, else text such as `[DONE]`. */
export function eventsOf(text: string): unknown[] {
  return text
    .split("\n\n")
    .filter((block) => block !== "")
    .map((block) => jsonOrText(block.replace(/^data: ?/, "")));
}

/** A whole stream, put together. */
export async function gathered(parts: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const part of parts) text += part;
  return text;
}
