import { FlaskConical } from "lucide-react";

/** On every page of an emulator workspace, so that nobody takes it for an account, or an account for it. */
export function EmulatorRibbon() {
  return (
    <p className="flex h-(--ribbon-height) items-center justify-center gap-2 overflow-hidden bg-emulator px-3 text-xs font-medium whitespace-nowrap text-on-emulator">
      <FlaskConical aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="truncate">
        <span className="font-semibold">Emulator</span> — nothing here touches AWS or costs money
      </span>
    </p>
  );
}
