"use client";

import { FileUp, X } from "lucide-react";
import { useId, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { HelpMark } from "@/components/ui/help-mark";
import { plural } from "@/lib/format/numbers";
import { type CsvOutcome, type CsvTraffic, parseTrafficCsv } from "@/lib/scaling/replay/csv";

export type Upload = { name: string; traffic: CsvTraffic };

/** Larger files cannot be fifteen days of minutes. */
const MOST_BYTES = 4 * 1024 * 1024;

type CsvUploadProps = { upload: Upload | null; onUpload: (upload: Upload | null) => void };

/** Takes traffic from a file, which stays in the browser; says what is wrong line by line. */
export function CsvUpload({ upload, onUpload }: CsvUploadProps) {
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [refused, setRefused] = useState<Extract<CsvOutcome, { ok: false }> | null>(null);

  async function read(file: File) {
    const outcome: CsvOutcome =
      file.size > MOST_BYTES
        ? { ok: false, problems: [{ line: 1, message: "The file is larger than 4 MB." }], more: 0 }
        : parseTrafficCsv(await file.text());
    setRefused(outcome.ok ? null : outcome);
    if (outcome.ok) onUpload({ name: file.name, traffic: outcome.traffic });
  }

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={id} className="sr-only">
          Traffic as CSV
        </label>
        <input
          ref={input}
          id={id}
          type="file"
          accept=".csv,text/csv"
          className="sr-only"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void read(file);
            event.target.value = "";
          }}
        />
        <Button onClick={() => input.current?.click()}>
          <FileUp aria-hidden="true" />
          Use a CSV file
        </Button>
        <HelpMark label="the CSV file">
          One line a minute with the columns time (as 2026-01-31T14:05Z), invocations and, if you have it, instances.
          The file stays in your browser.
        </HelpMark>
        {upload ? (
          <span className="flex min-w-0 items-center gap-1 text-sm">
            <span className="truncate font-mono">{upload.name}</span>
            <Button size="sm" variant="ghost" onClick={() => onUpload(null)}>
              <X aria-hidden="true" />
              Back to CloudWatch
            </Button>
          </span>
        ) : null}
      </div>
      {refused ? (
        <div role="alert">
          <Callout tone="danger" title="The file cannot be used">
            <ul className="list-disc pl-5">
              {refused.problems.map(({ line, message }) => (
                <li key={line}>
                  Line {line}: {message}
                </li>
              ))}
            </ul>
            {refused.more > 0 ? <p>And {plural(refused.more, "more line")}.</p> : null}
          </Callout>
        </div>
      ) : null}
    </div>
  );
}
