"use client";

import { useWorkspace } from "@/components/shell/workspace-context";
import type { PriceSource } from "@/lib/costs/view";
import { formatDate, formatDateTime } from "@/lib/format/dates";
import { formatNumber } from "@/lib/format/numbers";

/** Where the prices come from, how old they are and what they leave out. */
export function PriceNote({ prices, action }: { prices: PriceSource; action?: React.ReactNode }) {
  const { region } = useWorkspace();
  const { kind, known, oldest, newest, readAt } = prices;
  const dates =
    oldest && newest
      ? `of ${oldest === newest ? formatDate(oldest) : `${formatDate(oldest)} to ${formatDate(newest)}`}`
      : "";
  return (
    <section aria-label="Prices" className="flex flex-wrap items-start justify-between gap-3 text-sm text-muted">
      <div className="max-w-[80ch] space-y-1">
        <p>
          {kind === "aws"
            ? `${formatNumber(known)} on-demand prices of ${region} from the AWS Price List API, read ${readAt ? formatDateTime(readAt) : ""}, ${dates}. A price that is neither there nor among those that come with the console is unknown and left out of the sums.`
            : known === 0
              ? `No price of ${region} comes with the console, so costs there are unknown until prices are read from AWS.`
              : `${formatNumber(known)} on-demand prices of ${region} that come with the console, ${dates}. A price that is not among them is unknown and left out of the sums.`}
        </p>
        <p>
          Instances and serverless compute only: storage, data in and out, provisioned concurrency, warm pools, savings
          plans, discounts and taxes are not counted.
        </p>
      </div>
      {action}
    </section>
  );
}
