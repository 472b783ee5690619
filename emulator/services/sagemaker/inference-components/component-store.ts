import type { EmulatorContext } from "../../../context.ts";
import { dropTargetsOf } from "../../autoscaling/scalable-target.ts";
import { couldNotFind } from "../faults.ts";
import { deleteResource, findResource, recordKind, saveResource } from "../resources.ts";
import { dropTags } from "../tag-store.ts";
import { type ComponentState, type InferenceComponent, settleComponent } from "./component.ts";
import { componentTarget } from "./component-target.ts";
import { releaseIdleInstances } from "./hosting.ts";

/** Inference components as they are now: each read first settles what has ended since. */
export type ComponentStore = {
  find(region: string, name: string): InferenceComponent | null;
  /** Throws AWS's "Could not find". */
  existing(region: string, name: string): InferenceComponent;
  list(region: string): InferenceComponent[];
  regions(): string[];
  save(region: string, component: InferenceComponent): void;
};

export function createComponentStore({ records, clock, inference }: EmulatorContext): ComponentStore {
  function settled(region: string, kept: InferenceComponent): InferenceComponent | null {
    const component = settleComponent(kept, clock.now());
    if (component === kept) return kept;
    releaseUnused(region, kept, component);
    records.transaction(() => {
      if (component) saveResource(records, region, "inference-component", component);
      else remove(region, kept);
      if (copiesOf(component) < copiesOf(kept)) releaseIdleInstances(records, region, kept);
    });
    return component;
  }

  /** Containers of copies that are no more, or never came to be, need not stay loaded. */
  function releaseUnused(region: string, kept: InferenceComponent, next: InferenceComponent | null): void {
    const started = [kept.current, kept.change?.outcome?.failure === null ? kept.change.next : null];
    const runs = next?.current && next.current.copies > 0 ? targetKey(region, kept, next.current) : null;
    for (const state of started) {
      if (state && state.copies > 0 && targetKey(region, kept, state) !== runs) {
        inference.release(componentTarget(region, kept, state));
      }
    }
  }

  function remove(region: string, { name, arn }: InferenceComponent): void {
    deleteResource(records, region, "inference-component", name);
    dropTags(records, region, arn);
    dropTargetsOf(records, region, `inference-component/${name}`);
  }

  function find(region: string, name: string): InferenceComponent | null {
    const kept = findResource<InferenceComponent>(records, region, "inference-component", name);
    return kept ? settled(region, kept) : null;
  }

  return {
    find,
    existing: (region, name) => {
      const component = find(region, name);
      if (!component) throw couldNotFind(region, "inference-component", name);
      return component;
    },
    list: (region) =>
      records.transaction(() =>
        records
          .list<InferenceComponent>(recordKind("inference-component"), region)
          .flatMap((kept) => settled(region, kept) ?? []),
      ),
    regions: () => records.regions(recordKind("inference-component")),
    save: (region, component) => saveResource(records, region, "inference-component", component),
  };
}

function copiesOf(component: InferenceComponent | null): number {
  return component?.current?.copies ?? 0;
}

function targetKey(region: string, component: InferenceComponent, state: ComponentState): string {
  return JSON.stringify(componentTarget(region, component, state));
}
