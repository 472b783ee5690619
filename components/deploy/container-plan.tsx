import { HOOKS, type Hook, readHooks } from "@/lib/own-code/read-hooks";

const STEPS: readonly Hook[] = ["model_fn", "input_fn", "predict_fn", "output_fn"];

/** Who does what when the container runs: the script's functions, and the toolkit's own for the others. */
export function ContainerPlan({ inferencePy }: { inferencePy: string }) {
  const { found } = readHooks(inferencePy);
  const steps: readonly Hook[] = found.includes("transform_fn") ? ["model_fn", "transform_fn"] : STEPS;
  return (
    <dl aria-label="What the container runs" className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
      {steps.map((name) => (
        <div key={name} className="contents">
          <dt className="font-mono">{name}</dt>
          <dd>
            {found.includes(name) ? "Yours" : <span className="text-muted">The toolkit's own</span>}
            <span className="text-muted"> {HOOKS[name].does}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
