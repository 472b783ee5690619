"use client";

import type { ReactNode } from "react";

import { LogLines } from "@/components/logs/log-lines";
import { Callout } from "@/components/ui/callout";
import { CopyButton } from "@/components/ui/copy-button";
import type { Diagnosis } from "@/lib/failures/diagnose";

import { FindingEvidence } from "./finding-evidence";
import { OtherFindings } from "./other-findings";

type Props = {
  diagnosis: Diagnosis;
  /** Said where nothing was recognised, as a title. */
  unrecognized: string;
  /** FailureReason in full. */
  reason: string | null;
  /** Said instead of "none fits", where something is known all the same. */
  hint?: string | null;
  isReadingLog: boolean;
  /** A failure of something that never answered, or one beside what still serves. */
  tone?: "danger" | "warning";
  /** What this kind of job knows beside the rules. */
  details?: ReactNode;
  /** The way on: the corrected form, the whole log. */
  children: ReactNode;
};

/** What is known to lie behind a failure: the cause by name, the evidence, the remedy, and what else was found. */
export function FailureDoctor({
  diagnosis,
  unrecognized,
  reason,
  hint = null,
  isReadingLog,
  tone = "danger",
  details,
  children,
}: Props) {
  const [first, ...others] = diagnosis.findings;
  return (
    <Callout tone={tone} title={first ? `${first.rule.title}.` : unrecognized}>
      {first ? (
        <>
          <p>{first.rule.cause}</p>
          <p className="mt-1">
            <span className="font-medium text-foreground">What to do: </span>
            {first.rule.remedy}
          </p>
          <FindingEvidence finding={first} />
        </>
      ) : (
        <p>
          {isReadingLog
            ? "Reading its log for the cause …"
            : (hint ??
              "None of the known failures fits. Its own words and the last lines of its log are all there is.")}
        </p>
      )}
      {reason && reason !== first?.quote ? <Reason text={reason} /> : null}
      {diagnosis.lastLines.length > 0 ? (
        <div className="mt-3 flex flex-col gap-1">
          <p className="text-sm">The last lines of its log</p>
          <LogLines events={[...diagnosis.lastLines]} />
        </div>
      ) : null}
      {details}
      <OtherFindings findings={others} />
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">{children}</div>
    </Callout>
  );
}

function Reason({ text }: { text: string }) {
  return (
    <div className="mt-3">
      <p className="text-sm">SageMaker's own words</p>
      <div className="flex items-start gap-1">
        <p className="min-w-0 font-mono text-sm break-words whitespace-pre-wrap text-foreground">{text}</p>
        <CopyButton value={text} label="Copy the reason" />
      </div>
    </div>
  );
}
