import { expect, test } from "vitest";

import { amountWords, hardwareOf, needOf, roomFor } from "./room";

const M5_XLARGE = { cpuCores: 4, accelerators: 0, memoryMiB: 16_384 };
const need = (cpuCores: number, memoryMiB: number, accelerators = 0) => ({ cpuCores, memoryMiB, accelerators });
const stands = (copies: number, cpuCores: number, minMemoryMiB: number) => ({
  copies,
  specification: { cpuCores, minMemoryMiB, accelerators: null },
});

test("an instance holds as many copies as what ends first allows", () => {
  expect(hardwareOf("ml.m5.xlarge")).toStrictEqual(M5_XLARGE);
  expect(roomFor(need(1, 6_144), M5_XLARGE, { now: 1, most: 1 }, [])).toMatchObject({
    perInstance: 2,
    endsFirst: "memory",
    fitsNow: 2,
  });
  expect(roomFor(need(2, 128), M5_XLARGE, { now: 1, most: 1 }, [])).toMatchObject({
    perInstance: 2,
    endsFirst: "vCPU",
  });
});

test("what stands already takes room, on the running instances and on all that there may be", () => {
  const room = roomFor(need(1, 1_024), M5_XLARGE, { now: 1, most: 3 }, [stands(3, 1, 1_024)]);
  expect(room).toMatchObject({ taken: need(3, 3_072), total: M5_XLARGE, fitsNow: 1, fitsAtMost: 9 });
});

test("without instances there is room only on those that may come", () => {
  expect(roomFor(need(1, 1_024), M5_XLARGE, { now: 0, most: 2 }, [])).toMatchObject({ fitsNow: 0, fitsAtMost: 8 });
});

test("a copy that wants an accelerator never fits where there is none", () => {
  expect(roomFor(need(1, 1_024, 1), M5_XLARGE, { now: 5, most: 5 }, [])).toMatchObject({
    perInstance: 0,
    endsFirst: "accelerators",
    fitsAtMost: 0,
  });
});

test("more that stands than there is leaves no room, and no debt", () => {
  expect(roomFor(need(1, 1_024), M5_XLARGE, { now: 1, most: 1 }, [stands(9, 1, 1_024)]).fitsNow).toBe(0);
});

test("amounts are told in words", () => {
  expect(amountWords(need(0.5, 1_536))).toBe("0.5 vCPU, 1.5 GiB");
  expect(amountWords(need(4, 16_384, 1))).toBe("4 vCPU, 1 accelerator, 16 GiB");
  expect(needOf({ cpuCores: 1, accelerators: null, minMemoryMiB: 128, maxMemoryMiB: null })).toStrictEqual(
    need(1, 128),
  );
});
