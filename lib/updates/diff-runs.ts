import type { RunVariant, RunView } from "./run-view";
import { SOURCE_VARIABLES } from "./run-view";

/** One thing that differs; null on the side where it does not exist. */
export type Difference = { variant: string | null; field: string; before: string | null; after: string | null };

/** What differs between two configurations, variant by variant; empty when they mean the same. */
export function diffRuns(before: RunView, after: RunView): Difference[] {
  const names = [...new Set([...before.variants, ...after.variants].map(({ name }) => name))];
  return [
    ...names.flatMap((name) => diffVariants(name, find(before, name), find(after, name))),
    ...diff(null, [["Data capture", captureText(before), captureText(after)]]),
  ];
}

type Row = [field: string, before: string | null, after: string | null];

function diffVariants(name: string, before: RunVariant | null, after: RunVariant | null): Difference[] {
  if (!before || !after) {
    return [{ variant: name, field: "Variant", before: before && summary(before), after: after && summary(after) }];
  }
  return diff(name, [
    ...facts(before).map(([field, text], index): Row => [field, text, facts(after)[index]?.[1] ?? null]),
    ...environment(before, after),
  ]);
}

function facts(variant: RunVariant): [string, string | null][] {
  const { serverless } = variant;
  return [
    ["Kind", variant.isShadow ? "shadow" : "production"],
    ["Model", variant.source || null],
    ["Revision", variant.revision || null],
    ["Image", variant.image],
    ["Instance type", variant.instanceType],
    ["Instances", text(variant.instanceCount)],
    ["Weight", text(variant.weight)],
    ["Serverless", serverless ? `${serverless.memoryMiB} MB, up to ${serverless.maxConcurrency} calls at once` : null],
  ];
}

function environment(before: RunVariant, after: RunVariant): Row[] {
  const isOwnRow = ({ name }: { name: string }) => !SOURCE_VARIABLES.some((source) => source === name);
  const names = [...before.environment, ...after.environment].filter(isOwnRow).map(({ name }) => name);
  const value = (variant: RunVariant, name: string) =>
    variant.environment.find((entry) => entry.name === name)?.value ?? null;
  return [...new Set(names)].map((name): Row => [`Variable ${name}`, value(before, name), value(after, name)]);
}

function diff(variant: string | null, rows: Row[]): Difference[] {
  return rows
    .filter(([, before, after]) => before !== after)
    .map(([field, before, after]) => ({ variant, field, before, after }));
}

function captureText({ dataCapture }: RunView): string | null {
  return dataCapture ? `${dataCapture.percent} % to ${dataCapture.uri}` : null;
}

function summary(variant: RunVariant): string {
  const fleet = variant.serverless ? "serverless" : `${variant.instanceCount ?? "?"} × ${variant.instanceType ?? "?"}`;
  return `${variant.isShadow ? "shadow, " : ""}${variant.source || variant.modelName || "model unknown"}, ${fleet}`;
}

function find({ variants }: RunView, name: string): RunVariant | null {
  return variants.find((variant) => variant.name === name) ?? null;
}

const text = (value: number | null) => (value === null ? null : String(value));
