import { FAILURE_RANKS, type FailureRule, type FailureSubject } from "@/catalog/failures/schema";
import { failureRules } from "@/catalog/failures/select";
import { logLevel } from "@/lib/logs/log-text";
import type { LogEvent } from "@/lib/logs/view";

import { type Silence, silenceRule } from "./silence";

/** All that is known of something that failed, or that seems to hang. */
export type FailureEvidence = {
  subject: FailureSubject;
  /** False: nothing failed, and whatever the log says is no diagnosis. */
  hasFailed: boolean;
  /** FailureReason, or the words of the call's error. */
  reason: string | null;
  /** The last lines of its log, oldest first. */
  lines: readonly LogEvent[];
  /** Of a training job: `MaxRuntimeExceeded`, `Interrupted`. */
  secondaryStatus?: string | null;
  isServerless?: boolean;
  /** Set while an endpoint is being created, or failed, without a log. */
  silence?: Silence | null;
};

/** A rule that matched, and where. */
export type Finding = {
  rule: FailureRule;
  from: "reason" | "log" | "state";
  /** The text that gave it away; "" for a state without one. */
  quote: string;
  /** The line with those around it, oldest first. */
  context: readonly LogEvent[];
  /** The id of the line in `context`. */
  lineId: string | null;
  /** What the pattern's groups caught: the model type, the two lengths. */
  values: readonly string[];
};

export type Diagnosis = {
  /** The most telling first; empty: nothing was recognised. */
  findings: readonly Finding[];
  /** The lines up to the last loud one, where the first finding shows none of the log; oldest first. */
  lastLines: readonly LogEvent[];
};

const CONTEXT_LINES = 2;
/** A traceback's telling frames stand near its last line. */
const BESIDE_LINES = 8;
/** A traceback with what was printed before it. */
const LAST_LINES = 15;

/** What is known to lie behind a failure; null where nothing failed and nothing hangs. Pure. */
export function diagnose(evidence: FailureEvidence): Diagnosis | null {
  const silent = evidence.silence ? silenceRule(evidence.silence) : null;
  if (!evidence.hasFailed && !silent) return null;
  const told = evidence.hasFailed ? failureRules.flatMap((rule) => findingOf(rule, evidence) ?? []) : [];
  told.sort((a, b) => tellingness(a) - tellingness(b));
  const findings = silent ? [...told, atState(silent)] : told;
  const showsLog = (findings[0]?.context.length ?? 0) > 0;
  return { findings, lastLines: showsLog ? [] : lastLinesOf(evidence.lines) };
}

/** Of two equally telling rules the one that the log shows: what SageMaker says of a dead container is always the same. */
function tellingness({ rule, from }: Finding): number {
  return FAILURE_RANKS.indexOf(rule.rank) * 2 + (from === "log" ? 0 : 1);
}

function findingOf(rule: FailureRule, evidence: FailureEvidence): Finding | null {
  const { pattern } = rule;
  if (!pattern || !rule.subjects.includes(evidence.subject)) return null;
  if (rule.onlyServerless && !evidence.isServerless) return null;
  if (rule.where === "state") return pattern.test(evidence.secondaryStatus ?? "") ? atState(rule) : null;
  return inLog(rule, pattern, evidence.lines) ?? inReason(rule, pattern, evidence.reason);
}

/** The last line that matches: earlier starts of the same container wrote into the same log. */
function inLog(rule: FailureRule, pattern: RegExp, lines: readonly LogEvent[]): Finding | null {
  const index = lines.findLastIndex(({ message }, at) => pattern.test(message) && isBeside(rule, lines, at));
  const line = lines[index];
  if (!line) return null;
  const context = lines.slice(Math.max(0, index - CONTEXT_LINES), index + CONTEXT_LINES + 1);
  return { rule, from: "log", quote: line.message, context, lineId: line.id, values: valuesOf(pattern, line.message) };
}

function inReason(rule: FailureRule, pattern: RegExp, reason: string | null): Finding | null {
  if (!reason || !pattern.test(reason) || (rule.beside && !rule.beside.test(reason))) return null;
  return { rule, from: "reason", quote: reason, context: [], lineId: null, values: valuesOf(pattern, reason) };
}

function atState(rule: FailureRule): Finding {
  return { rule, from: "state", quote: "", context: [], lineId: null, values: [] };
}

function isBeside({ beside }: FailureRule, lines: readonly LogEvent[], at: number): boolean {
  if (!beside) return true;
  return lines.slice(Math.max(0, at - BESIDE_LINES), at + 1).some(({ message }) => beside.test(message));
}

function valuesOf(pattern: RegExp, text: string): string[] {
  return (pattern.exec(text)?.slice(1) ?? []).filter((value) => value !== undefined);
}

/** What a container prints on its way out follows the line that tells; frames of a traceback stand before it and are not loud. */
function lastLinesOf(lines: readonly LogEvent[]): readonly LogEvent[] {
  const loud = lines.findLastIndex(({ message }) => logLevel(message) === "error");
  return lines.slice(0, loud < 0 ? lines.length : loud + 1 + CONTEXT_LINES).slice(-LAST_LINES);
}
