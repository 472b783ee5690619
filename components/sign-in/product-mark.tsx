import { Waypoints } from "lucide-react";

/** The console's sign on pages without the shell. */
export function ProductMark() {
  return (
    <span className="inline-flex size-11 items-center justify-center rounded-panel bg-accent text-on-accent">
      <Waypoints aria-hidden="true" className="size-6" />
    </span>
  );
}
