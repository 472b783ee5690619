"use client";

import { useState } from "react";

import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { NewRequest } from "@/lib/async/send-request";
import { newRequestId } from "@/lib/deploy/request-id";
import { plural } from "@/lib/format/numbers";

import { S3Objects } from "./s3-objects";
import { useSendRequests } from "./use-send-requests";

const WAYS = [
  { value: "text", label: "Text" },
  { value: "files", label: "Files" },
  { value: "s3", label: "From S3" },
] as const;
type Way = (typeof WAYS)[number]["value"];

type Props = {
  endpoints: { name: string; task: string | null }[];
  endpoint: string;
  onEndpoint: (name: string) => void;
};

/** One request or many: typed, chosen as files, or named by their addresses in S3. */
export function SendPanel({ endpoints, endpoint, onEndpoint }: Props) {
  const [way, setWay] = useState<Way>("text");
  const [text, setText] = useState('{"inputs": "I love this"}');
  const [contentType, setContentType] = useState("application/json");
  const [files, setFiles] = useState<File[]>([]);
  const [uris, setUris] = useState("");
  const [ttlSeconds, setTtl] = useState("");
  const [timeoutSeconds, setTimeout] = useState("");
  const { send, isSending, progress } = useSendRequests();
  const refusal = useRefusal("endpoint:invoke");
  const chosen = endpoints.find(({ name }) => name === endpoint) ?? endpoints[0];

  function requests(): NewRequest[] {
    const common = {
      endpoint: chosen?.name ?? "",
      task: chosen?.task ?? undefined,
      ttlSeconds: ttlSeconds || undefined,
      timeoutSeconds: timeoutSeconds || undefined,
    };
    if (way === "text") return text.trim() ? [{ ...common, id: newRequestId(), body: text, contentType }] : [];
    if (way === "files") {
      return files.map((file) => ({
        ...common,
        id: newRequestId(),
        fileName: file.name,
        body: file,
        contentType: file.type || typeOf(file.name),
      }));
    }
    return addresses(uris).map((inputUri) => ({ ...common, id: newRequestId(), inputUri }));
  }

  const count = way === "text" ? (text.trim() ? 1 : 0) : way === "files" ? files.length : addresses(uris).length;

  return (
    <Panel title="Send requests" description="They wait at the endpoint until an instance takes them.">
      <form
        aria-label="Send requests"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (count > 0 && !isSending) void send(requests());
        }}
      >
        <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_11rem_11rem]">
          <Field label="Endpoint" required>
            {(ids) => (
              <Select {...ids} value={chosen?.name ?? ""} onChange={(event) => onEndpoint(event.target.value)}>
                {endpoints.map(({ name }) => (
                  <option key={name}>{name}</option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Time to live (s)" help="60 to 21,600">
            {(ids) => (
              <Input
                {...ids}
                type="number"
                min={60}
                max={21_600}
                placeholder="21600"
                value={ttlSeconds}
                onChange={(event) => setTtl(event.target.value)}
              />
            )}
          </Field>
          <Field label="Time-out (s)" help="1 to 3,600">
            {(ids) => (
              <Input
                {...ids}
                type="number"
                min={1}
                max={3_600}
                placeholder="900"
                value={timeoutSeconds}
                onChange={(event) => setTimeout(event.target.value)}
              />
            )}
          </Field>
        </div>
        <SegmentedControl label="What to send" value={way} onChange={setWay} segments={WAYS} className="self-start" />
        {way === "text" ? (
          <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_12rem]">
            <Field label="Payload" required>
              {(ids) => (
                <Textarea
                  {...ids}
                  rows={4}
                  spellCheck={false}
                  className="font-mono"
                  value={text}
                  onChange={(event) => setText(event.target.value)}
                />
              )}
            </Field>
            <Field label="Content type" required>
              {(ids) => <Input {...ids} mono value={contentType} onChange={(e) => setContentType(e.target.value)} />}
            </Field>
          </div>
        ) : null}
        {way === "files" ? (
          <Field label="Files" required help="One request for each, up to 25 MB. Put larger ones into S3.">
            {(ids) => (
              <input
                {...ids}
                type="file"
                multiple
                className="text-sm file:mr-3 file:rounded-control file:border file:border-border-control file:bg-panel file:px-3 file:py-1.5"
                onChange={(event) => setFiles([...(event.target.files ?? [])])}
              />
            )}
          </Field>
        ) : null}
        {way === "s3" ? <S3Objects uris={uris} onUris={setUris} /> : null}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary" busy={isSending} disabled={refusal !== null || count === 0}>
            {count > 1 ? `Send ${count} requests` : "Send"}
          </Button>
          <span role="status" className="text-sm text-muted">
            {refusal ?? (progress ? said(progress, isSending) : "")}
          </span>
        </div>
        {progress && progress.failed.length > 0 ? (
          <Callout tone="danger" title={`${plural(progress.failed.length, "request")} could not be sent`}>
            <ul className="list-disc pl-4">
              {progress.failed.slice(0, 5).map(({ name, problem }) => (
                <li key={`${name} ${problem.requestId ?? ""}`}>
                  {name}: {problem.message} {problem.hint}
                </li>
              ))}
            </ul>
          </Callout>
        ) : null}
      </form>
    </Panel>
  );
}

function said(
  { total, ended, failed }: { total: number; ended: number; failed: unknown[] },
  isSending: boolean,
): string {
  if (isSending) return `${ended} of ${total} sent`;
  return `${plural(total - failed.length, "request")} sent.`;
}

const addresses = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Browsers do not know the type of every file that models take. */
function typeOf(name: string): string {
  if (/\.jsonl$/i.test(name)) return "application/jsonlines";
  if (/\.json$/i.test(name)) return "application/json";
  return /\.csv$/i.test(name) ? "text/csv" : "application/octet-stream";
}
