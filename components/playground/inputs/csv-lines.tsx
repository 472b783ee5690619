"use client";

import { FileSpreadsheet } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { parseCells } from "@/lib/inference/inputs/delimited";

import { TextFileButton } from "./text-file-button";

/** Fills lines from a column of a CSV file; a file with one column is one line per row. */
export function CsvLines({ onText }: { onText: (text: string) => void }) {
  const [cells, setCells] = useState<string[][] | null>(null);
  const [head = [], ...rows] = cells ?? [];

  function take(read: string[][]) {
    if (Math.max(0, ...read.map((row) => row.length)) > 1) return setCells(read);
    onText(read.map((row) => oneLine(row[0])).join("\n"));
  }

  if (!cells) {
    return (
      <TextFileButton
        label="Open a CSV file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        icon={<FileSpreadsheet aria-hidden="true" />}
        onText={(text) => take(parseCells(text))}
      />
    );
  }
  return (
    <div className="flex items-center gap-2">
      <Select
        aria-label="Column with the texts"
        value=""
        onChange={({ target }) => {
          onText(rows.map((row) => oneLine(row[Number(target.value)])).join("\n"));
          setCells(null);
        }}
      >
        <option value="" disabled>
          Which column?
        </option>
        {head.map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
          <option key={at} value={at}>
            {name || `Column ${at + 1}`}
          </option>
        ))}
      </Select>
      <Button size="sm" variant="ghost" onClick={() => setCells(null)}>
        Cancel
      </Button>
    </div>
  );
}

function oneLine(text = ""): string {
  return text.replace(/\s*\n\s*/g, " ");
}
