import { instanceTypeById } from "@/catalog/instance-types/select.ts";
import type { EmulatorContext } from "../../../context.ts";
import type { Variant } from "../variant.ts";
import type { InferenceComponent } from "./component.ts";
import { type ComponentParts, hostingVariant } from "./component-parts.ts";
import { copyNeeds } from "./placement.ts";

const MINUTE = 60_000;
const LOOK_EVERY_MS = 1_000;

/**
 * Publishes, once in a minute of the emulator's clock, what share of its instances each variant has reserved for copies,
 * and a zero of what each component with copies counts: so that target tracking sees that nobody asks.
 */
export function startComponentMeter(context: EmulatorContext, { components, endpoints }: ComponentParts): void {
  const { clock, stopping, telemetry } = context;
  let published = Math.floor(clock.now() / MINUTE);

  function look(): void {
    const minute = Math.floor(clock.now() / MINUTE);
    if (minute === published || stopping.aborted) return;
    published = minute;
    for (const region of components.regions()) {
      const all = components.list(region);
      for (const key of new Set(all.map(variantKey))) {
        publish(
          region,
          all.filter((component) => variantKey(component) === key),
        );
      }
    }
  }

  function publish(region: string, hosted: InferenceComponent[]): void {
    const [first] = hosted;
    const variant = first && hostingVariant(endpoints, region, first);
    if (!variant) return;
    for (const { name, current } of hosted) if (current && current.copies > 0) publishZeros(region, name);
    const dimensions = [
      { Name: "EndpointName", Value: first.endpointName },
      { Name: "VariantName", Value: first.variantName },
    ];
    for (const [name, value] of reservations(variant, hosted)) {
      const namespace = "/aws/sagemaker/Endpoints";
      telemetry.putMetric(region, { namespace, name, dimensions, value, unit: "Percent", at: clock.now() });
    }
  }

  function publishZeros(region: string, component: string): void {
    const dimensions = [{ Name: "InferenceComponentName", Value: component }];
    for (const name of ["InvocationsPerCopy", "ConcurrentRequestsPerCopy"]) {
      const datum = { namespace: "AWS/SageMaker", name, dimensions, value: 0, unit: "None", at: clock.now() };
      telemetry.putMetric(region, datum);
    }
  }

  const timer = setInterval(look, LOOK_EVERY_MS).unref();
  clock.onMove(look, stopping);
  stopping.addEventListener("abort", () => clearInterval(timer), { once: true });
}

/** Percent by metric; nothing while no copy serves, as AWS publishes these with active components only. */
function reservations({ instanceType, instanceCount }: Variant, hosted: InferenceComponent[]): [string, number][] {
  const type = instanceTypeById(instanceType ?? "");
  const active = hosted.flatMap(({ current }) => (current && current.copies > 0 ? current : []));
  if (!type || active.length === 0) return [];
  const share = (capacity: number, needed: (needs: ReturnType<typeof copyNeeds>) => number): number => {
    const reserved = active.reduce((sum, state) => sum + state.copies * needed(copyNeeds(state.specification)), 0);
    return (reserved / (Math.max(1, instanceCount) * capacity)) * 100;
  };
  const accelerators = type.accelerator?.count ?? 0;
  return [
    ["CPUReservation", share(type.vcpu, ({ cpuCores }) => cpuCores)],
    ["MemoryReservation", share(type.memoryGiB * 1024, ({ memoryMb }) => memoryMb)],
    ...(accelerators > 0
      ? [["GPUReservation", share(accelerators, (needs) => needs.accelerators)] satisfies [string, number]]
      : []),
  ];
}

function variantKey({ endpointName, variantName }: InferenceComponent): string {
  return `${endpointName}/${variantName}`;
}
