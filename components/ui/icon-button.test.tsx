import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";

import { IconButton } from "./icon-button";

const hint = () => screen.queryByText("Refresh");

test("the tooltip comes with the pointer and goes with it, again and again", async () => {
  const user = userEvent.setup();
  render(<IconButton label="Refresh" />);
  const button = screen.getByRole("button", { name: "Refresh" });
  for (let time = 0; time < 2; time += 1) {
    await user.hover(button);
    expect(await screen.findByText("Refresh")).toBeVisible();
    await user.unhover(button);
    await expect.poll(hint).toBeNull();
  }
});

test("it comes with the keyboard's focus, and Escape sends it away", async () => {
  const user = userEvent.setup();
  render(<IconButton label="Refresh" />);
  await user.tab();
  expect(await screen.findByText("Refresh")).toBeVisible();
  await user.keyboard("{Escape}");
  await expect.poll(hint).toBeNull();
  expect(screen.getByRole("button", { name: "Refresh" })).toHaveFocus();
});

test("a press does its work and shows no tooltip, however long the pointer stays", async () => {
  const user = userEvent.setup();
  let pressed = 0;
  render(<IconButton label="Refresh" onClick={() => (pressed += 1)} />);
  await user.click(screen.getByRole("button", { name: "Refresh" }));
  expect(pressed).toBe(1);
  await user.hover(document.body);
  await user.hover(screen.getByRole("button", { name: "Refresh" }));
  await screen.findByText("Refresh");
  await user.click(screen.getByRole("button", { name: "Refresh" }));
  await expect.poll(hint).toBeNull();
});
