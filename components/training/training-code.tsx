import { CodeBlock } from "@/components/ui/code-block";
import { Panel } from "@/components/ui/panel";
import { SDK_V2 } from "@/lib/code-export/program/python-sdk-estimator";
import { SDK_V3 } from "@/lib/code-export/program/python-sdk-v3";
import { trainingTabs } from "@/lib/code-export/program/tabs";
import type { ProgramExport } from "@/lib/code-export/program/view";
import { secretVariables } from "@/lib/code-export/secrets";
import { makingCalls } from "@/lib/recipes/calls";

type TrainingCodeProps = { wanted: ProgramExport; isEmulator: boolean /** What else is good to know. */; note: string };

/** A training job in each language, with what one does before running it. */
export function TrainingCode({ wanted, isEmulator, note }: TrainingCodeProps) {
  const variables = secretVariables(makingCalls(wanted.requests));
  const said = [
    note,
    ...(variables.length > 0
      ? [`Secrets are not in it: set ${new Intl.ListFormat("en-GB").format(variables)} in the shell.`]
      : []),
    ...(isEmulator ? ["Set AWS_ENDPOINT_URL to the emulator's address to run it here."] : []),
    `SDK v2 and v3 are the SageMaker Python SDK ${SDK_V2} and ${SDK_V3}.`,
  ];
  return (
    <Panel title="The same as code" description={said.join(" ")}>
      <CodeBlock label="Code for this job" tabs={trainingTabs(wanted)} />
    </Panel>
  );
}
