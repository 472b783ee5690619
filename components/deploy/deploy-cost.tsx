import { CostLine } from "@/components/aws-form/cost-line";
import { useWorkspace } from "@/components/shell/workspace-context";
import type { DeployMode } from "@/lib/deploy/mode-fields";

type DeployCostProps = { mode: DeployMode; instanceType: string; instanceCount: number };

/** What an endpoint costs: by its instances, or, serverless, by what it is asked. */
export function DeployCost({ mode, instanceType, instanceCount }: DeployCostProps) {
  const { isEmulator } = useWorkspace();
  if (mode !== "serverless")
    return <CostLine use="hosting" instanceType={instanceType} instanceCount={instanceCount} />;
  return (
    <div>
      <p className="text-lg font-semibold">{isEmulator ? "Free here" : "By use"}</p>
      <p className="text-sm text-muted">
        AWS bills serverless endpoints by the milliseconds of each call and the memory, and what is kept ready by the
        hour. The prices are not in this catalogue.
      </p>
    </div>
  );
}
