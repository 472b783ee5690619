import { changedSettings, type Prepared, runSettings, totalsOf } from "./run";
import type { ReplayChange, ReplayHistory, ReplayRun, SweepPoint } from "./view";

/** What the page asks its worker for. */
export type ReplayAsk =
  | { kind: "load"; history: ReplayHistory; newTarget: number }
  | { kind: "run"; id: number; change: ReplayChange | null; judgedBy: number; startUpMinutes: number }
  | { kind: "sweep"; id: number; change: ReplayChange; judgedBy: number; startUpMinutes: number };

/** What it answers; a sweep comes in parts. */
export type ReplayAnswer =
  | { kind: "run"; id: number; run: ReplayRun }
  | { kind: "sweep-part"; id: number; done: number; total: number }
  | { kind: "sweep"; id: number; points: SweepPoint[]; ms: number }
  | { kind: "failed"; id: number; message: string };

/** One run; without a change that of the settings as they are. */
export function answerRun(
  prepared: Prepared,
  usdPerHour: number | null,
  {
    change,
    judgedBy,
    startUpMinutes,
  }: Pick<Extract<ReplayAsk, { kind: "run" }>, "change" | "judgedBy" | "startUpMinutes">,
): ReplayRun {
  const settings = change ? changedSettings(prepared, change) : prepared.settings;
  const outcome = runSettings(prepared, settings, startUpMinutes);
  return { running: outcome.running, totals: totalsOf(outcome, prepared, judgedBy, usdPerHour) };
}
