"use client";

import { Download, SlidersHorizontal } from "lucide-react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Button, buttonStyles } from "@/components/ui/button";
import { Menu, MenuCheckbox, MenuNote, MenuRadio, MenuSeparator } from "@/components/ui/menu";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Toolbar } from "@/components/ui/toolbar";
import { Tooltip } from "@/components/ui/tooltip";
import { LOG_LEVELS } from "@/lib/logs/log-text";
import { ALL_STREAMS, logFilePath } from "@/lib/logs/queries";
import { shortStream } from "@/lib/logs/view";

import { LogFind } from "./log-find";
import type { Find } from "./use-find";
import type { LogReader } from "./use-log-reader";

const LEVELS = { error: "Errors", warning: "Errors and warnings" } as const;

/** Which lines, how they are shown, and how to take them away. */
export function LogToolbar({ reader, find }: { reader: LogReader; find: Find }) {
  const { id } = useWorkspace();
  const { params, setParams } = reader;
  return (
    <Toolbar
      label="Log"
      end={
        <>
          <ViewMenu reader={reader} />
          <Tooltip label="Download the whole log">
            <a
              href={logFilePath(id, reader.source, reader.stream)}
              download
              aria-label="Download the whole log"
              className={buttonStyles({ className: "px-2" })}
            >
              <Download aria-hidden="true" />
            </a>
          </Tooltip>
        </>
      }
    >
      <LogFind reader={reader} find={find} />
      <Select
        aria-label="Level"
        className="w-40 max-sm:w-[calc(50%-0.25rem)]"
        value={params.level ?? ""}
        onChange={(event) => {
          void setParams({ level: LOG_LEVELS.find((level) => level === event.target.value) ?? null });
        }}
      >
        <option value="">All levels</option>
        {LOG_LEVELS.map((level) => (
          <option key={level} value={level}>
            {LEVELS[level]}
          </option>
        ))}
      </Select>
      {reader.streams.length > 1 ? <StreamSelect reader={reader} /> : null}
      {reader.mayWrite ? (
        <Tooltip label="Lines within a second or two, by CloudWatch's live tail. AWS bills it by the minute, after 1,800 free minutes a month.">
          <span>
            <Switch
              label="Live"
              className="sm:pl-2"
              checked={params.live}
              disabled={reader.isFiltered}
              onCheckedChange={(live) => {
                void setParams({ live });
                if (live) reader.toNewest();
              }}
            />
          </span>
        </Tooltip>
      ) : null}
    </Toolbar>
  );
}

function StreamSelect({ reader }: { reader: LogReader }) {
  return (
    <Select
      aria-label="Stream"
      className="w-48 max-sm:w-[calc(50%-0.25rem)]"
      value={reader.stream}
      onChange={(event) => reader.setStream(event.target.value)}
    >
      <option value={ALL_STREAMS}>All streams</option>
      {reader.streams.map(({ name }) => (
        <option key={name} value={name}>
          {shortStream(name, reader.source)}
        </option>
      ))}
    </Select>
  );
}

function ViewMenu({ reader: { params, setParams } }: { reader: LogReader }) {
  return (
    <Menu
      trigger={
        <Button>
          <SlidersHorizontal aria-hidden="true" />
          View
        </Button>
      }
    >
      <MenuNote>Order</MenuNote>
      <MenuRadio
        label="Order"
        value={params.order}
        onChange={(order) => void setParams({ order })}
        choices={[
          { value: "oldest", label: "Oldest first" },
          { value: "newest", label: "Newest first" },
        ]}
      />
      <MenuSeparator />
      <MenuNote>Times</MenuNote>
      <MenuRadio
        label="Times"
        value={params.times}
        onChange={(times) => void setParams({ times })}
        choices={[
          { value: "local", label: "Local" },
          { value: "utc", label: "UTC" },
          { value: "off", label: "Off" },
        ]}
      />
      <MenuSeparator />
      <MenuCheckbox checked={params.wrap} onChange={(wrap) => void setParams({ wrap })}>
        Wrap long lines
      </MenuCheckbox>
    </Menu>
  );
}
