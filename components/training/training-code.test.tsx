import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";

import { exportedJob, TYPED_KEY, TYPED_TOKEN } from "@/lib/code-export/testing/exported-job";

import { TrainingCode } from "./training-code";

test("a job is shown in five languages, with the variables that its secrets are read from", async () => {
  render(<TrainingCode wanted={exportedJob()} isEmulator={false} note="A note." />);
  expect(
    screen.getByText(/^A note\. Secrets are not in it: set API_KEY, HF_TOKEN and WANDB_API_KEY in the shell\./),
  ).toBeVisible();
  const code = screen.getByRole("figure", { name: "Code for this job" });
  for (const language of ["SDK v2", "SDK v3", "boto3", "AWS CLI", "Terraform"]) {
    await userEvent.click(within(code).getByRole("radio", { name: language }));
    expect(code).toHaveTextContent("everything");
    expect(code).not.toHaveTextContent(TYPED_TOKEN);
    expect(code).not.toHaveTextContent(TYPED_KEY);
  }
  expect(within(code).getByRole("button", { name: "Download everything.tf" })).toBeVisible();
});
