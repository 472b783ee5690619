import { cn } from "@/lib/cn";

const HUES = [
  "bg-chart-1",
  "bg-chart-2",
  "bg-chart-3",
  "bg-chart-4",
  "bg-chart-5",
  "bg-chart-6",
  "bg-chart-7",
  "bg-chart-8",
];

/** The hue of the variant at that place. */
export function hueAt(index: number): string {
  return HUES[index % HUES.length] ?? "bg-chart-1";
}

/** The whole traffic as one bar; the sliders below say the same in numbers. */
export function TrafficBar({ parts }: { parts: readonly { name: string; percent: number }[] }) {
  return (
    <div aria-hidden="true" className="flex h-3 gap-0.5 overflow-hidden rounded-full bg-inset">
      {parts.map(({ name, percent }, index) => (
        <div
          key={name}
          style={{ width: `${percent}%` }}
          className={cn("h-full transition-[width] duration-150 motion-reduce:transition-none", hueAt(index))}
        />
      ))}
    </div>
  );
}
