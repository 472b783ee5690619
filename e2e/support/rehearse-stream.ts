import { E2E } from "./settings";

type Rehearsal = { tokenDelayMs?: number; breakAfterParts?: number };

/** Makes the next streamed answer slow, or break off: that one alone, because other specs run beside. */
export async function rehearseStream({ tokenDelayMs = 0, breakAfterParts }: Rehearsal): Promise<void> {
  const answer = await fetch(`${E2E.emulatorUrl}/_emulator/faults`, {
    method: "POST",
    body: JSON.stringify({
      service: "sagemaker-runtime",
      operation: "InvokeEndpointWithResponseStream",
      times: 1,
      stream: { tokenDelayMs, breakAfterParts: breakAfterParts ?? null },
    }),
  });
  if (!answer.ok) throw new Error(`The emulator refused the rehearsal: ${await answer.text()}`);
}
