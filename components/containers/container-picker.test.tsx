import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";

import { defaultContainer } from "@/catalog/containers/select";

import { ContainerPicker } from "./container-picker";

// A hundred radios with names to compute: slow in jsdom on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

type Props = Partial<Parameters<typeof ContainerPicker>[0]>;

function Harness({ value, onChange, ...rest }: Props) {
  const [chosen, setChosen] = useState(value ?? null);
  return (
    <ContainerPicker
      region="us-east-1"
      {...rest}
      value={chosen}
      onChange={(id) => {
        setChosen(id);
        onChange?.(id);
      }}
    />
  );
}

const group = (name: string) => within(screen.getByRole("group", { name }));

test("it starts with the newest PyTorch image for CPUs, and every group shows its own choice", () => {
  render(<Harness />);
  expect(group("Use").getByRole("radio", { name: "Inference" })).toBeChecked();
  expect(group("Transformers version").getByRole("radio", { name: "5.5.3" })).toBeChecked();
  expect(group("Device").getByRole("radio", { name: "CPU" })).toBeChecked();
});

test("a possible choice keeps the rest and gives a new image", async () => {
  const onChange = vi.fn();
  render(<Harness onChange={onChange} />);
  await userEvent.click(group("Device").getByRole("radio", { name: "GPU" }));
  expect(onChange).toHaveBeenCalledWith(
    "huggingface-pytorch-inference:2.6.0-transformers5.5.3-gpu-py312-cu124-ubuntu22.04",
  );
  expect(group("Device").getByRole("radio", { name: "GPU" })).toBeChecked();
});

test("an impossible choice stays reachable, is described by its reason and changes nothing", async () => {
  const onChange = vi.fn();
  render(<Harness onChange={onChange} />);
  const trainium = group("Device").getByRole("radio", { name: "Trainium" });
  expect(trainium).toHaveAttribute("aria-disabled", "true");
  expect(trainium).toHaveAccessibleDescription("Trainium has no image for inference. It comes for training.");

  await userEvent.click(trainium);
  expect(onChange).not.toHaveBeenCalled();
  expect(
    group("Device").getByText("Trainium has no image for inference. It comes for training.", { selector: "p" }),
  ).toBeVisible();
});

test("an impossible choice can be taken all the same, and says what gives way", async () => {
  const onChange = vi.fn();
  render(<Harness onChange={onChange} />);
  await userEvent.click(group("Device").getByRole("radio", { name: "Trainium" }));
  await userEvent.click(group("Device").getByRole("button", { name: /^Switch to Training/ }));
  expect(onChange).toHaveBeenCalledWith(expect.stringContaining("huggingface-pytorch-training-neuronx:"));
});

test("arrow keys move through a group like any radio group", async () => {
  render(<Harness />);
  const inference = group("Use").getByRole("radio", { name: "Inference" });
  inference.focus();
  await userEvent.keyboard("{ArrowRight}");
  expect(group("Use").getByRole("radio", { name: "Training" })).toBeChecked();
});

test("a form that knows use and device does not ask for them", () => {
  render(<Harness use="inference" device="gpu" value={defaultContainer("inference", "gpu").id} />);
  expect(screen.queryByRole("group", { name: "Use" })).not.toBeInTheDocument();
  expect(screen.queryByRole("group", { name: "Device" })).not.toBeInTheDocument();
  expect(group("Family").getByRole("radio", { name: /^llama\.cpp/ })).not.toHaveAttribute("aria-disabled");
  expect(group("Family").getByRole("radio", { name: /^Transformers on Neuron/ })).toHaveAccessibleDescription(
    /has no image for GPU/,
  );
});

test("what the region does not hold is impossible there", () => {
  render(<Harness region="ap-southeast-5" />);
  expect(group("Family").getByRole("radio", { name: /^TEI/ })).toHaveAccessibleDescription(
    "TEI has no image in ap-southeast-5.",
  );
});
