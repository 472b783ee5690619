import { useWorkspace } from "@/components/shell/workspace-context";
import { Link } from "@/components/ui/link";
import { Range } from "@/components/ui/range";
import { cn } from "@/lib/cn";
import type { VariantDetail } from "@/lib/endpoints/detail-view";
import { modelSourceLabel } from "@/lib/endpoints/model-view";
import type { RunningVariant } from "@/lib/endpoints/view";
import { workspacePath } from "@/lib/routes";
import type { VariantWish } from "@/lib/traffic/schema";

import { InstancesField } from "./instances-field";
import { hueAt } from "./traffic-bar";

type Props = {
  endpoint: string;
  index: number;
  running: RunningVariant;
  variant: VariantDetail | null;
  wish: VariantWish | null;
  nowPercent: number;
  /** What scales its instances; null: nothing. */
  scaled: { min: number; max: number } | null;
  leastInstances: number;
  error: string | null;
  isDisabled: boolean;
  onPercent: (percent: number) => void;
  onInstances: (instances: number) => void;
};

const WORDS = { playground: "Try", metrics: "Metrics of" } as const;

/** One variant: what it takes now, what it shall take, and its instances. */
export function TrafficRow({ endpoint, index, running, variant, wish, nowPercent, onPercent, ...rest }: Props) {
  const { id } = useWorkspace();
  const { name } = running;
  const percent = wish?.percent ?? nowPercent;
  const tab = (tabId: string) =>
    workspacePath(
      id,
      `/endpoints/${encodeURIComponent(endpoint)}?tab=${tabId}&variant=${encodeURIComponent(name)}` as `/${string}`,
    );
  return (
    <li className="grid gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0 lg:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_13rem]">
      <div className="min-w-0">
        <p className="flex items-center gap-2 font-mono text-sm font-medium">
          <span aria-hidden="true" className={cn("size-2.5 shrink-0 rounded-full", hueAt(index))} />
          <span className="truncate">{name}</span>
        </p>
        <p className="truncate text-sm text-muted">
          {variant?.source ? modelSourceLabel(variant.source) : (variant?.modelName ?? "unknown model")}
        </p>
        <p className="flex gap-3 text-sm">
          {(["playground", "metrics"] as const).map((tabId) => (
            <Link
              key={tabId}
              href={tab(tabId)}
              aria-label={`${WORDS[tabId]} ${name}`}
              className="text-accent-text hover:underline"
            >
              {tabId === "playground" ? "Try" : "Metrics"}
            </Link>
          ))}
        </p>
      </div>
      <div className="min-w-0">
        <Range
          label={`Traffic to ${name}`}
          min={0}
          max={100}
          step={1}
          value={percent}
          text={`${percent}%`}
          isWide
          disabled={rest.isDisabled}
          onChange={onPercent}
        />
        <p className="text-sm text-muted tabular-nums">
          Now {nowPercent}%{percent === nowPercent ? "" : `, wanted ${percent}%`}
        </p>
      </div>
      <InstancesField
        endpoint={endpoint}
        running={running}
        isServerless={Boolean(variant?.serverless)}
        wish={wish}
        {...rest}
      />
    </li>
  );
}
