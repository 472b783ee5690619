import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";

import { ReadUri } from "./read-uri";

test("a known URI is told in words and opens in the picker", async () => {
  const onOpen = vi.fn();
  render(<ReadUri onOpen={onOpen} />);
  await userEvent.click(screen.getByRole("textbox", { name: /^Paste one/ }));
  await userEvent.paste(
    "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-training:1.10-transformers4.17-gpu-py38-cu113-ubuntu20.04",
  );
  expect(screen.getByText(/PyTorch 1\.10\.2 · transformers 4\.17\.0 · GPU · Python 3\.8, in us-east-1/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Open it" }));
  expect(onOpen).toHaveBeenCalledWith(
    "huggingface-pytorch-training:1.10.2-transformers4.17.0-gpu-py38-cu113-ubuntu20.04",
    "us-east-1",
  );
});

test("a URI with the wrong account is refused with the right one", async () => {
  render(<ReadUri onOpen={() => undefined} />);
  const input = screen.getByRole("textbox", { name: /^Paste one/ });
  await userEvent.click(input);
  await userEvent.paste("111122223333.dkr.ecr.us-east-1.amazonaws.com/tei:2.0.1-tei1.8.2-gpu-py310-cu122-ubuntu22.04");
  expect(input).toHaveAccessibleDescription("In us-east-1 this image lies in account 683313688378, not 111122223333.");
});
