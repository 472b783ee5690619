import type { Container } from "@/catalog/containers/schema";
import { explainTag } from "@/catalog/containers/tag-parts";

import { PART_UNDERLINES } from "./part-colours";

/** The tag part by part: the text, what kind of thing it is, what it means. */
export function TagAnatomy({ container }: { container: Container }) {
  return (
    <dl aria-label="Parts of the tag" className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm">
      {explainTag(container).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one tag keep their places
        <div key={index} className="contents">
          <dt className={`border-l-4 pl-2 font-mono ${PART_UNDERLINES[index % PART_UNDERLINES.length]}`}>
            {part.text}
          </dt>
          <dd className="min-w-0">
            <span className="text-muted">{part.label}: </span>
            {part.meaning}
          </dd>
        </div>
      ))}
    </dl>
  );
}
