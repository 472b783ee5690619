import { SearchX } from "lucide-react";

import { PageHead } from "@/components/ui/page-head";

export default function PageNotFound() {
  return (
    <main>
      <PageHead title="Not found" />
      <p className="flex items-center gap-2 text-muted">
        <SearchX aria-hidden="true" className="size-4" />
        What this address shows was deleted, or is in another workspace or region.
      </p>
    </main>
  );
}
