"use client";

import { Download, Search } from "lucide-react";
import { useEffect, useState } from "react";

import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { saveFile } from "@/components/ui/save-file";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Toolbar } from "@/components/ui/toolbar";
import { logText } from "@/lib/logs/log-text";

import type { useLogs } from "./use-logs";

export type LogView = { timestamps: boolean; wrap: boolean };

type Props = {
  logs: ReturnType<typeof useLogs>;
  view: LogView;
  onView: (view: LogView) => void;
  fileName: string;
};

/** Which lines, how they are shown, and how to take them away. */
export function LogToolbar({ logs, view, onView, fileName }: Props) {
  const text = logText(logs.events, view.timestamps);
  return (
    <Toolbar
      label="Log"
      end={
        <>
          <CopyButton value={text} label="Copy the shown lines" />
          <IconButton label="Download the shown lines" size="sm" onClick={() => saveFile(fileName, text)}>
            <Download aria-hidden="true" />
          </IconButton>
        </>
      }
    >
      <SearchField value={logs.params.search} onSearch={(search) => void logs.setParams({ search: search || null })} />
      <Select
        aria-label="Stream"
        className="w-64 max-sm:w-full"
        value={logs.params.stream}
        onChange={(event) => void logs.setParams({ stream: event.target.value || null })}
      >
        <option value="">{logs.isSearching ? "All streams" : "Newest stream"}</option>
        {logs.streams.data?.streams.map((stream) => (
          <option key={stream.name} value={stream.name}>
            {stream.name}
          </option>
        ))}
      </Select>
      <div className="flex flex-wrap gap-x-5 gap-y-2 sm:pl-3">
        <Switch label="Follow" checked={logs.isFollowing} onCheckedChange={logs.setFollowing} />
        <Switch
          label="Times"
          checked={view.timestamps}
          onCheckedChange={(timestamps) => onView({ ...view, timestamps })}
        />
        <Switch label="Wrap" checked={view.wrap} onCheckedChange={(wrap) => onView({ ...view, wrap })} />
      </div>
    </Toolbar>
  );
}

/** Searches when asked to, not with each key: CloudWatch reads through the whole log for it. */
function SearchField({ value, onSearch }: { value: string; onSearch: (search: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    setTyped(value);
  }, [value]); // the address can change without this field: back, a link
  return (
    <form
      className="relative w-64 max-sm:w-full"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
      />
      <Input
        type="search"
        aria-label="Search the log"
        placeholder="Search, then Enter"
        className="pl-8"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          if (event.target.value === "") onSearch("");
        }}
      />
    </form>
  );
}
