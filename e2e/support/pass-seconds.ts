import type { OwnProcess } from "./own-process";

/** Puts the emulator's clock forward. */
export async function passSeconds(emulator: OwnProcess, seconds: number): Promise<void> {
  const body = JSON.stringify({ advanceMs: seconds * 1_000 });
  const answer = await fetch(`${emulator.url}/_emulator/clock`, { method: "POST", body });
  if (!answer.ok) throw new Error(`The emulator refused: ${await answer.text()}`);
}
