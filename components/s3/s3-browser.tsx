"use client";

import { useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { type S3Aim, s3Address } from "@/lib/s3/address";

import { AddressBar } from "./address-bar";
import { BucketList } from "./bucket-list";
import { Folder } from "./folder";
import { ObjectPane } from "./object-pane";
import { PlaceCrumbs } from "./place-crumbs";
import { useEntries } from "./use-entries";
import { useS3Place } from "./use-s3-place";

/** What a field takes: a folder, an object, either; `null`: nothing is picked, one only looks. */
export type S3PickKind = "prefix" | "object" | "any" | null;

type S3BrowserProps = { start: string; kind: S3PickKind; onPick: (uri: string) => void };

/** Buckets, folders and objects of the workspace's account. */
export function S3Browser({ start, kind, onPick }: S3BrowserProps) {
  const { place, goTo, goToAddress, goToBuckets, goUp, setFilter } = useS3Place(start);
  const listRef = useRef<HTMLDivElement>(null);
  const address = place ? s3Address(place.bucket, place.prefix) : "s3://";
  // What opens next takes the place of what had the focus: the list keeps it.
  const toList = () => requestAnimationFrame(() => listRef.current?.focus());
  return (
    <div className="flex flex-col gap-3">
      <AddressBar key={address} address={address} onGo={goToAddress} onList={toList} />
      <PlaceCrumbs place={place} onBuckets={goToBuckets} onStep={(prefix) => place && goTo(place.bucket, prefix)} />
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
  const takesObject = kind === "object" || kind === "any";
  const picked = object && takesObject ? object.key : kind === "object" || kind === null ? null : place.prefix;

  return (
    <>
      <div className={cn("grid gap-4", object && "md:grid-cols-2")}>
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
        {object ? <ObjectPane bucket={place.bucket} object={object} /> : null}
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
