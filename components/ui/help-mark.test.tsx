import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { HelpMark } from "./help-mark";

const mark = () => screen.getByRole("button", { name: "What is Variant?" });
const help = () => screen.queryByText("One of the models behind an endpoint.");

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

function setUp() {
  render(
    <>
      <HelpMark label="Variant">One of the models behind an endpoint.</HelpMark>
      <input aria-label="Name" />
    </>,
  );
  return userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
}

test("it explains while the pointer is on it or on what it says, and leaves the focus alone", async () => {
  const user = setUp();
  await user.click(screen.getByLabelText("Name"));
  await user.hover(mark());
  await user.hover(await screen.findByText("One of the models behind an endpoint."));
  act(() => void vi.advanceTimersByTime(10_000));
  expect(help()).toBeVisible();
  expect(screen.getByLabelText("Name")).toHaveFocus();
  await user.hover(screen.getByLabelText("Name"));
  await expect.poll(help).toBeNull();
  expect(screen.getByLabelText("Name")).toHaveFocus();
});

test("a press keeps it open without the pointer, and a second one or one elsewhere closes it", async () => {
  const user = setUp();
  for (const closing of [mark, () => screen.getByLabelText("Name")]) {
    await user.click(mark());
    expect(mark()).toHaveAttribute("aria-expanded", "true");
    await user.unhover(mark());
    expect(await screen.findByRole("dialog", { name: "Variant" })).toBeVisible();
    await user.click(closing());
    await expect.poll(help).toBeNull();
    expect(mark()).toHaveAttribute("aria-expanded", "false");
    expect(closing()).toHaveFocus();
  }
});

test("with the keyboard it opens, closes by Escape, and the focus is back on the mark", async () => {
  const user = setUp();
  await user.tab();
  expect(mark()).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("dialog", { name: "Variant" })).toHaveFocus();
  await user.keyboard("{Escape}");
  await expect.poll(help).toBeNull();
  expect(mark()).toHaveFocus();
});
