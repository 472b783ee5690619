import { zodResolver } from "@hookform/resolvers/zod";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { expect, test, vi } from "vitest";

import { emptyTraining } from "@/lib/training/defaults";
import { type TrainingFormValues, TrainingInput } from "@/lib/training/schema";

import { HyperparameterRows } from "./hyperparameter-rows";
import { MetricRows } from "./metric-rows";

vi.setConfig({ testTimeout: 30_000 });

function Harness({ children, onSent }: { children: ReactNode; onSent?: (input: TrainingInput) => void }) {
  const form = useForm<TrainingFormValues, unknown, TrainingInput>({
    resolver: zodResolver(TrainingInput),
    defaultValues: {
      ...emptyTraining({
        region: "us-east-1",
        bucket: "a-bucket",
        executionRoleArn: "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
      }),
      stampedAt: "2026-01-02T03:04:05.006Z",
      uploadFiles: 1,
      entryPoint: "train.py",
    },
  });
  return (
    <FormProvider {...form}>
      {children}
      <button type="button" onClick={() => void form.handleSubmit((input) => onSent?.(input))()}>
        Send
      </button>
    </FormProvider>
  );
}

const field = (name: string) => screen.getByRole("textbox", { name });

test("a hyperparameter says what is wrong while it is typed, then how it is sent", async () => {
  const onSent = vi.fn();
  render(
    <Harness onSent={onSent}>
      <HyperparameterRows />
    </Harness>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Add a hyperparameter" }));
  await userEvent.type(field("Name 1"), "lr");
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Type 1" }), "float");
  await userEvent.type(field("Value 1"), "x");
  expect(field("Value 1")).toHaveAccessibleDescription("Type a number, such as 0.1 or 3e-05.");

  await userEvent.clear(field("Value 1"));
  await userEvent.type(field("Value 1"), "0.00003");
  expect(field("Value 1")).toHaveAccessibleDescription("sent as 3e-05");

  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  await vi.waitFor(() => expect(onSent).toHaveBeenCalledOnce());
  expect(onSent.mock.lastCall?.[0].hyperparameters).toStrictEqual([{ name: "lr", type: "float", value: "0.00003" }]);
});

test("a hyperparameter that looks like a token is not shown", async () => {
  render(
    <Harness>
      <HyperparameterRows />
    </Harness>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Add a hyperparameter" }));
  await userEvent.type(field("Name 1"), "hub_token");
  await userEvent.type(screen.getByLabelText("Value 1"), "hf_abcdefghijklmnop");
  expect(screen.getByLabelText("Value 1")).toHaveAttribute("type", "password");
  expect(screen.queryByText(/hf_abcdefghijklmnop/)).toBeNull();
});

test("an expression is tried on pasted log lines", async () => {
  render(
    <Harness>
      <MetricRows />
    </Harness>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Those of the transformers Trainer" }));
  await userEvent.click(field("Log lines to try them on"));
  await userEvent.paste("{'loss': 0.5, 'learning_rate': 2e-05}\n{'loss': 0.25, 'learning_rate': 1e-05}");
  expect(field("Expression 1")).toHaveAccessibleDescription("Finds 0.5, 0.25.");
  expect(field("Expression 2")).toHaveAccessibleDescription("Finds nothing in the pasted lines.");
  expect(field("Expression 3")).toHaveAccessibleDescription("Finds 2E-5, 1E-5.");

  await userEvent.clear(field("Expression 1"));
  await userEvent.type(field("Expression 1"), "loss");
  expect(field("Expression 1")).toHaveAccessibleDescription("Put the value into a group: ( and ).");
});
