"use client";

import { useRef, useState } from "react";

import { useCan } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { useDebounced } from "@/components/ui/use-debounced";
import { cn } from "@/lib/cn";
import { type S3Aim, s3Address } from "@/lib/s3/address";

import { AddressBar } from "./address-bar";
import { BucketList } from "./bucket-list";
import { Folder } from "./folder";
import { ObjectPane } from "./object-pane";
import { PlaceCrumbs } from "./place-crumbs";
import { SendList } from "./send-list";
import { UploadButton } from "./upload-button";
import { useEntries } from "./use-entries";
import { useS3Place } from "./use-s3-place";
import { useSends } from "./use-sends";

/** What a field takes: a folder, an object, either; `null`: nothing is picked, one only looks. */
export type S3PickKind = "prefix" | "object" | "any" | null;

type S3BrowserProps = { start: string; kind: S3PickKind; onPick: (uri: string) => void };

/** Buckets, folders and objects of the workspace's account. */
export function S3Browser({ start, kind, onPick }: S3BrowserProps) {
  const { place, goTo, goToAddress, goToBuckets, goUp, setFilter } = useS3Place(start);
  const { add, ...sends } = useSends();
  const mayUpload = useCan("storage:write");
  const listRef = useRef<HTMLDivElement>(null);
  const address = place ? s3Address(place.bucket, place.prefix) : "s3://";
  // What opens next takes the place of what had the focus: the list keeps it.
  const toList = () => requestAnimationFrame(() => listRef.current?.focus());
  const upload = (files: readonly File[]) => place && mayUpload && add(place.bucket, place.prefix, files);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping files is one way more beside the button
    <div
      className="flex flex-col gap-3"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        upload([...event.dataTransfer.files]);
      }}
    >
      <AddressBar key={address} address={address} onGo={goToAddress} onList={toList} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <PlaceCrumbs place={place} onBuckets={goToBuckets} onStep={(prefix) => place && goTo(place.bucket, prefix)} />
        {place ? <UploadButton onFiles={upload} /> : null}
      </div>
      {place ? (
        <OpenFolder
          key={place.bucket + place.prefix}
          place={place}
          kind={kind}
          onPick={onPick}
          onFilter={setFilter}
          onGo={(prefix) => goTo(place.bucket, prefix)}
          onUp={goUp}
          listRef={listRef}
        />
      ) : (
        <BucketList onOpen={(bucket) => goTo(bucket, "")} listRef={listRef} />
      )}
      <SendList {...sends} />
    </div>
  );
}

type OpenFolderProps = {
  place: S3Aim;
  kind: S3PickKind;
  onPick: (uri: string) => void;
  onFilter: (filter: string) => void;
  onGo: (prefix: string) => void;
  onUp: () => void;
  listRef: React.RefObject<HTMLDivElement | null>;
};

function OpenFolder({ place, kind, onPick, onFilter, onGo, onUp, listRef }: OpenFolderProps) {
  const found = useEntries(place);
  const [active, setActive] = useState(-1);
  const entry = found.entries[active];
  const object = entry?.kind === "object" ? entry : null;
  // Moving through the list by the arrows must not read each object on the way.
  const rested = useDebounced(active, 150);
  const shownEntry = found.entries[rested];
  const shown = object && shownEntry?.kind === "object" ? shownEntry : null;
  const takesObject = kind === "object" || kind === "any";
  const picked = object && takesObject ? object.key : kind === "object" || kind === null ? null : place.prefix;

  return (
    <>
      <div className={cn("grid gap-4", shown && "md:grid-cols-2")}>
        <Folder
          {...found}
          place={place}
          active={active}
          onActive={setActive}
          onFilter={(filter) => {
            setActive(-1);
            onFilter(filter);
          }}
          onOpen={(row) => {
            if (row.kind === "prefix") onGo(row.id);
            else if (takesObject) onPick(s3Address(place.bucket, row.id));
          }}
          onUp={onUp}
          listRef={listRef}
        />
        {shown ? <ObjectPane bucket={place.bucket} object={shown} /> : null}
      </div>
      {kind === null ? null : (
        <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-2 border-t border-border pt-3">
          <span className="min-w-0 flex-1 font-mono text-sm break-all text-muted">
            {picked === null ? "Choose an object." : s3Address(place.bucket, picked)}
          </span>
          <Button
            variant="primary"
            disabled={picked === null}
            onClick={() => picked !== null && onPick(s3Address(place.bucket, picked))}
          >
            {object && takesObject ? "Use this object" : kind === "object" ? "Use the object" : "Use this folder"}
          </Button>
        </div>
      )}
    </>
  );
}
