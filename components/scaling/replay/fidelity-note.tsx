import { Callout } from "@/components/ui/callout";
import type { Fidelity } from "@/lib/scaling/replay/view";
import { fidelityTone, fidelityWords } from "@/lib/scaling/replay/words";

type FidelityNoteProps = { fidelity: Fidelity | null; isScaled: boolean };

/** How far the replay can be believed: today's settings against what really was. */
export function FidelityNote({ fidelity, isScaled }: FidelityNoteProps) {
  if (!isScaled) {
    return (
      <Callout title="Nothing scales this variant yet">
        Today it keeps the instances that it has. The settings below are a proposal: a target that busy minutes keep
        just below.
      </Callout>
    );
  }
  if (!fidelity) {
    return (
      <Callout title="How well today's settings are reproduced is not known">
        There is no count of the instances that ran in this time.
      </Callout>
    );
  }
  const tone = fidelityTone(fidelity);
  return (
    <Callout tone={tone} title="How well the replay reproduces what was">
      {fidelityWords(fidelity)}
      {tone === "warning" ? " Settings may have changed in this time: read the comparison below with care." : ""}
    </Callout>
  );
}
