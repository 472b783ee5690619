import { buildImageUri } from "@/catalog/containers/image-uri";
import type { Container } from "@/catalog/containers/schema";
import { explainTag } from "@/catalog/containers/tag-parts";
import { CopyButton } from "@/components/ui/copy-button";

import { PART_UNDERLINES } from "./part-colours";

/** The URI itself, large, its tag's parts underlined in the colours of the explanation below it. */
export function ImageUri({ container, region }: { container: Container; region: string }) {
  const built = buildImageUri(container, region);
  if (!built.ok) return null;
  const parts = explainTag(container);
  return (
    <div className="flex items-start gap-2 rounded-control border border-border bg-inset py-2.5 pr-1.5 pl-3">
      <output aria-label="image_uri" className="min-w-0 flex-1 font-mono text-sm leading-6 break-words">
        {built.host}
        <wbr />/<wbr />
        {container.repository}
        <wbr />:<wbr />
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one tag keep their places
          <span key={index}>
            <span className={`border-b-2 pb-px ${PART_UNDERLINES[index % PART_UNDERLINES.length]}`}>{part.text}</span>
            {index < parts.length - 1 ? (
              <>
                -<wbr />
              </>
            ) : null}
          </span>
        ))}
      </output>
      <CopyButton value={built.imageUri} label="Copy image_uri" />
    </div>
  );
}
