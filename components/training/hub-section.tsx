"use client";

import { useFormContext, useWatch } from "react-hook-form";

import { FormField, fieldId, useFieldError } from "@/components/aws-form/form-field";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { CodeBlock } from "@/components/ui/code-block";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import { HUB_STRATEGIES } from "@/lib/training/hub-push";
import type { TrainingFormValues } from "@/lib/training/schema";

const STRATEGY: Record<(typeof HUB_STRATEGIES)[number], string> = {
  end: "At the end: the model alone",
  every_save: "At every save: the model so far",
  checkpoint: "At every save: also the last checkpoint, to go on from",
  all_checkpoints: "At every save: all checkpoints",
};

const FROM_SECRETS_MANAGER = `import os

import boto3

# At the top of the script, before transformers is imported. The execution role needs
# secretsmanager:GetSecretValue for this secret.
secrets = boto3.client("secretsmanager", region_name=os.environ["AWS_REGION"])
os.environ["HF_TOKEN"] = secrets.get_secret_value(SecretId="hub-token")["SecretString"]
`;

/** Whether the Trainer uploads the model to the Hub, and how the script comes by the token. */
export function HubSection({ hasSavedToken }: { hasSavedToken: boolean }) {
  const { control, register, setValue } = useFormContext<TrainingFormValues>();
  const [isOn, way, from] = useWatch({ control, name: ["hubPush", "hubTokenWay", "hubTokenFrom"] });
  const error = useFieldError("hubPush");
  return (
    <Panel title="Push to the Hub" description="The transformers Trainer uploads the model while it trains.">
      <div className="flex flex-col gap-4">
        <div id={fieldId("hubPush")} tabIndex={-1}>
          <Checkbox
            label="Push the model to the Hub"
            help="The script gets push_to_hub, hub_model_id and hub_strategy; it must know them, as the examples of transformers do."
            checked={isOn}
            onChange={(event) => setValue("hubPush", event.target.checked, { shouldDirty: true })}
          />
          {error ? <p className="mt-1 text-sm text-danger">{error}</p> : null}
        </div>
        {isOn ? (
          <div className="grid gap-4 sm:grid-cols-2">
            <FormField
              name="hubModelId"
              label="Model on the Hub"
              help="name or owner/name; empty: the script's choice."
            >
              {(ids) => (
                <Input
                  {...ids}
                  mono
                  autoComplete="off"
                  spellCheck={false}
                  placeholder="my-model"
                  {...register("hubModelId")}
                />
              )}
            </FormField>
            <FormField name="hubStrategy" label="When it uploads" required>
              {(ids) => (
                <Select {...ids} {...register("hubStrategy")}>
                  {HUB_STRATEGIES.map((each) => (
                    <option key={each} value={each}>
                      {STRATEGY[each]}
                    </option>
                  ))}
                </Select>
              )}
            </FormField>
            <FormField name="hubTokenWay" label="How the script gets the token" required>
              {(ids) => (
                <Select {...ids} {...register("hubTokenWay")}>
                  <option value="environment">As environment variable HF_TOKEN</option>
                  <option value="hyperparameter">As hyperparameter hub_token</option>
                  <option value="script">It reads it itself, from Secrets Manager</option>
                </Select>
              )}
            </FormField>
            {way === "script" ? null : (
              <>
                <FormField name="hubTokenFrom" label="Hub token" required className="sm:col-start-1">
                  {(ids) => (
                    <Select {...ids} {...register("hubTokenFrom")}>
                      <option value="typed">Typed for this job</option>
                      <option value="workspace" disabled={!hasSavedToken}>
                        {hasSavedToken ? "The workspace's saved token" : "The workspace's saved token (none is saved)"}
                      </option>
                    </Select>
                  )}
                </FormField>
                {from === "typed" ? (
                  <FormField name="hubToken" label="Token" required help="One that may write.">
                    {(ids) => (
                      <Input
                        {...ids}
                        mono
                        type="password"
                        autoComplete="off"
                        placeholder="hf_…"
                        {...register("hubToken")}
                      />
                    )}
                  </FormField>
                ) : null}
              </>
            )}
          </div>
        ) : null}
        {isOn ? <TokenNote way={way} /> : null}
      </div>
    </Panel>
  );
}

function TokenNote({ way }: { way: TrainingFormValues["hubTokenWay"] }) {
  if (way === "script") {
    return (
      <>
        <p className="text-sm text-muted">
          SageMaker never sees the token this way. Store it as the secret <code>hub-token</code>, and let the script
          begin with:
        </p>
        <CodeBlock label="Token from Secrets Manager" language="Python" code={FROM_SECRETS_MANAGER} />
      </>
    );
  }
  const where = way === "hyperparameter" ? "hyperparameters" : "environment variables";
  return (
    <Callout tone="warning" title="SageMaker keeps the token in plain text">
      It stores {where} as they are, for as long as the job is listed: whoever may call DescribeTrainingJob reads the
      token there.{" "}
      {way === "hyperparameter"
        ? "Hyperparameters also stand in the job's log, where the container prints them. An environment variable at least stays out of the log."
        : "The console hides it; other tools do not."}{" "}
      Use a token that may write to this one model, revoke it afterwards, or let the script read it from Secrets
      Manager.
    </Callout>
  );
}
