import { TriangleAlert } from "lucide-react";
import { HelpMark } from "@/components/ui/help-mark";
import { type ScalingWarning, WARNING_KINDS } from "@/lib/scaling/warnings";

/** What needs a look: words in the row, the whole story on the question mark. */
export function ReviewWarnings({ warnings }: { warnings: readonly ScalingWarning[] }) {
  if (warnings.length === 0) return <span className="text-muted max-sm:hidden">–</span>;
  return (
    <ul className="flex flex-col">
      {warnings.map(({ kind, text }) => (
        <li key={text} className="flex items-center gap-1 whitespace-nowrap text-warning">
          <TriangleAlert aria-hidden="true" className="size-3.5 shrink-0" />
          {WARNING_KINDS[kind]}
          <HelpMark label={WARNING_KINDS[kind]}>{text}</HelpMark>
        </li>
      ))}
    </ul>
  );
}
