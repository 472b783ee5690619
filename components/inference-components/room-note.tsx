import { Callout } from "@/components/ui/callout";
import type { VariantDetail } from "@/lib/endpoints/detail-view";
import { plural } from "@/lib/format/numbers";
import { type Amount, amountWords, hardwareOf, type Room, roomFor } from "@/lib/inference-components/room";
import type { ComponentDetail } from "@/lib/inference-components/view";

type Props = { variant: VariantDetail; others: readonly ComponentDetail[]; need: Amount; copies: number };

/** The arithmetic of what the instances hold, and whether the copies fit. */
export function RoomNote({ variant, others, need, copies }: Props) {
  const { instanceType, hosting } = variant;
  const hardware = hardwareOf(instanceType);
  const isAsked = need.cpuCores > 0 && need.memoryMiB > 0 && copies > 0;
  if (!hardware || !isAsked) return null;
  const now = variant.currentInstances ?? variant.desiredInstances ?? 0;
  const most = Math.max(now, hosting?.managed?.max ?? now);
  const placed = others.map(({ specification, desiredCopies }) => ({ specification, copies: desiredCopies ?? 0 }));
  const room = roomFor(need, hardware, { now, most }, placed);
  const { tone, title } = verdict(room, copies, { now, most });
  return (
    <Callout tone={tone} title={title}>
      One {instanceType} has {amountWords(hardware)} and holds {plural(room.perInstance, "such copy", "such copies")}
      {room.perInstance > 0 ? `; ${room.endsFirst} ends first` : `: ${room.endsFirst} is too little`}. Other components
      take {amountWords(room.taken)} of the {amountWords(room.total)} on {plural(now, "running instance")}.
    </Callout>
  );
}

function verdict(
  { perInstance, fitsNow, fitsAtMost }: Room,
  copies: number,
  { now, most }: { now: number; most: number },
): { tone: "good" | "info" | "warning"; title: string } {
  const asked = plural(copies, "copy", "copies");
  if (perInstance === 0)
    return { tone: "warning", title: "A copy is larger than an instance: it can never be placed." };
  if (copies <= fitsNow) return { tone: "good", title: `The running instances have room for ${asked}.` };
  if (copies <= fitsAtMost) {
    return { tone: "info", title: `SageMaker adds instances for ${asked}: ${now} run, and there may be ${most}.` };
  }
  return {
    tone: "warning",
    title: `There is room for ${plural(fitsAtMost, "copy", "copies")} of ${copies}, with all ${plural(most, "instance")} that there may be.`,
  };
}
