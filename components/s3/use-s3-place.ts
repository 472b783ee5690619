"use client";

import { useState } from "react";

import { prefixAbove, readS3Address, type S3Aim } from "@/lib/s3/address";

/** Where the browser stands: null is the list of buckets. */
export function useS3Place(start: string) {
  const [place, setPlace] = useState<S3Aim | null>(() => readS3Address(start));
  return {
    place,
    goTo: (bucket: string, prefix: string) => setPlace({ bucket, prefix, filter: "" }),
    /** Goes where a typed address points; false when it is none. */
    goToAddress: (text: string): boolean => {
      const aim = readS3Address(text);
      if (aim) setPlace(aim);
      return aim !== null;
    },
    goToBuckets: () => setPlace(null),
    goUp: () =>
      setPlace(place && place.prefix !== "" ? { ...place, prefix: prefixAbove(place.prefix), filter: "" } : null),
    setFilter: (filter: string) => setPlace(place && { ...place, filter }),
  };
}
