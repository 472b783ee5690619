"use client";

import { useQueryStates } from "nuqs";

import { PageHead } from "@/components/ui/page-head";
import { alarmListParams } from "@/lib/alarms/search-params";

import { AlarmDetail } from "./alarm-detail";
import { AlarmsList } from "./alarms-list";

/** The list of alarms, or the one that the address names. */
export function AlarmsPage() {
  const [{ alarm }] = useQueryStates(alarmListParams);
  if (alarm) return <AlarmDetail name={alarm} />;
  return (
    <>
      <PageHead title="Alarms" summary="What CloudWatch watches on your endpoints, and whom it tells." />
      <AlarmsList />
    </>
  );
}
