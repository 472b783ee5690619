import type { CacheLimits, ModelSpec } from "../messages.ts";
import { type LoadedModel, loadModel } from "./load-model.ts";

export type ModelCache = {
  /** The loaded model, loading it when needed; `loadMs` is null when it was there. */
  get(spec: ModelSpec): Promise<{ model: LoadedModel; loadMs: number | null }>;
  /** Frees the model if it is there. */
  drop(key: string): Promise<void>;
};

/** Keeps models loaded; those not used for longest go when there are too many or they weigh too much. */
export function createModelCache(limits: CacheLimits, onEvicted: (key: string) => void): ModelCache {
  /** In order of last use: a Map keeps the order of insertion. */
  const models = new Map<string, LoadedModel>();

  async function makeRoom(): Promise<void> {
    for (const key of models.keys()) {
      const bytes = [...models.values()].reduce((sum, each) => sum + each.bytes, 0);
      const isTooMuch = models.size > limits.maxModels || bytes > limits.maxBytes;
      // The newest stays even if it alone is too heavy: it is about to be used.
      if (!isTooMuch || models.size === 1) return;
      await drop(key);
    }
  }

  async function drop(key: string): Promise<void> {
    const model = models.get(key);
    if (!model) return;
    models.delete(key);
    onEvicted(key);
    await model.dispose();
  }

  return {
    drop,
    async get(spec) {
      const present = models.get(spec.key);
      if (present) {
        models.delete(spec.key);
        models.set(spec.key, present);
        return { model: present, loadMs: null };
      }
      const started = performance.now();
      const model = await loadModel(spec);
      models.set(spec.key, model);
      await makeRoom();
      return { model, loadMs: performance.now() - started };
    },
  };
}
