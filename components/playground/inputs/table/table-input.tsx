"use client";

import { FileSpreadsheet, Plus } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { parseCells } from "@/lib/inference/inputs/delimited";
import type { InputValues } from "@/lib/inference/inputs/input-form";
import {
  MANY_ROWS,
  MAX_COLUMNS,
  MAX_ROWS,
  pasted,
  tableOf,
  withColumn,
  withRow,
} from "@/lib/inference/inputs/table-edit";

import { QuestionField } from "../question-context-input";
import { TextFileButton } from "../text-file-button";
import { TableGrid } from "./table-grid";

type Value = InputValues["table"];
type Props = { value: Value; onValue: (value: Value) => void };

const CUT = `A table takes at most ${MAX_ROWS} rows and ${MAX_COLUMNS} columns here; the rest was left out.`;

/** A question and the table that the model reads. */
export function TableInput({ value, onValue }: Props) {
  const [note, setNote] = useState<string | null>(null);

  function put(result: ReturnType<typeof pasted>) {
    setNote(result.isCut ? CUT : null);
    onValue({ ...value, ...result.table });
  }

  return (
    <div className="flex flex-col gap-3">
      <QuestionField value={value} onValue={onValue} />
      <div className="flex flex-col gap-1.5">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <span className="text-sm font-medium">Table</span>
          <TextFileButton
            label="Open a CSV file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
            icon={<FileSpreadsheet aria-hidden="true" />}
            onText={(text) => put(tableOf(parseCells(text)))}
          />
        </div>
        <TableGrid
          table={value}
          onTable={(table) => onValue({ ...value, ...table })}
          onPaste={(row, column, text) => put(pasted(value, row, column, parseCells(text)))}
          onFile={(text) => put(tableOf(parseCells(text)))}
        />
        <div className="-ml-2.5 flex flex-wrap gap-1">
          <Button
            size="sm"
            variant="ghost"
            disabled={value.rows.length >= MAX_ROWS}
            onClick={() => onValue({ ...value, ...withRow(value) })}
          >
            <Plus aria-hidden="true" />
            Row
          </Button>
          <Button
            size="sm"
            variant="ghost"
            disabled={value.columns.length >= MAX_COLUMNS}
            onClick={() => onValue({ ...value, ...withColumn(value) })}
          >
            <Plus aria-hidden="true" />
            Column
          </Button>
        </div>
        <p className="text-sm text-muted">Paste cells from a spreadsheet into any cell, or drop a CSV file.</p>
        <p role="status" className="text-sm text-warning empty:hidden">
          {note ??
            (value.rows.length > MANY_ROWS
              ? `Most table models read at most ${MANY_ROWS} rows and fail on more.`
              : null)}
        </p>
      </div>
    </div>
  );
}
