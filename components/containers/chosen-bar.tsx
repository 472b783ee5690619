import { buildImageUri } from "@/catalog/containers/image-uri";
import { describeContainer } from "@/catalog/containers/labels";
import type { Container } from "@/catalog/containers/schema";
import { CopyButton } from "@/components/ui/copy-button";

/** On narrow screens the result lies below the matrix: this keeps it in sight while one chooses. */
export function ChosenBar({ container, region }: { container: Container; region: string }) {
  const built = buildImageUri(container, region);
  return (
    <div className="sticky bottom-2 z-10 flex items-center gap-2 rounded-panel border border-border bg-overlay py-2 pr-2 pl-3 shadow-overlay xl:hidden">
      <p className="min-w-0 flex-1 truncate text-sm">{describeContainer(container)}</p>
      {built.ok ? (
        <CopyButton value={built.imageUri} label="Copy image_uri" />
      ) : (
        <p className="text-sm text-warning">Not in {region}</p>
      )}
    </div>
  );
}
