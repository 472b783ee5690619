import { fireEvent, renderHook } from "@testing-library/react";
import { useForm } from "react-hook-form";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { EMPTY_DEPLOY } from "@/lib/deploy/defaults";
import type { DeployFormValues, DeployInput } from "@/lib/deploy/schema";

import { useLinkInAddress } from "./use-link-in-address";

beforeEach(() => {
  vi.useFakeTimers();
  window.history.replaceState(null, "", "/local/deploy");
});
afterEach(() => {
  vi.useRealTimers();
});

function renderForm(endpointName: string) {
  const defaultValues = { ...EMPTY_DEPLOY, endpointName };
  return renderHook(() => useLinkInAddress(useForm<DeployFormValues, unknown, DeployInput>({ defaultValues }).control));
}

test("the address becomes a link to the form a moment after the last change", () => {
  renderForm("quiet");
  expect(window.location.search).toBe("");
  vi.advanceTimersByTime(400);
  expect(window.location.search).toContain("name=quiet");
});

test("a click writes it at once and nothing writes it later, so that it cannot undo where the click leads", () => {
  renderForm("hurried");
  fireEvent.click(document.body);
  expect(window.location.search).toContain("name=hurried");

  window.history.replaceState(null, "", "/local/deploy/operation");
  vi.advanceTimersByTime(1_000);
  fireEvent.click(document.body);
  expect(window.location.href).toMatch(/\/local\/deploy\/operation$/);
});

test("what stands beside the form keeps its place in the address", () => {
  const control = renderHook(
    () => useForm<DeployFormValues, unknown, DeployInput>({ defaultValues: EMPTY_DEPLOY }).control,
  );
  renderHook(() => useLinkInAddress(control.result.current, { calls: "50" }));
  vi.advanceTimersByTime(400);
  expect(window.location.search).toBe("?source=hub&calls=50");
});
