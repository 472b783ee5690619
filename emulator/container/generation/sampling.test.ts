import { expect, test } from "vitest";
import { logSoftmax, topScores } from "./logprobs.ts";
import { createSampler, GREEDY, type Sampling } from "./sampling.ts";

const SCORES = [2, 1, 0, -1];
const NOTHING = { ids: [], countFrom: 0 };

/** The ids that can be chosen at all, as many choices show. */
function choices(sampling: Partial<Sampling>, scores = SCORES): number[] {
  const sampler = createSampler({ ...GREEDY, temperature: 1, seed: 1, ...sampling });
  const seen = Array.from({ length: 300 }, () => sampler.choose(Float32Array.from(scores), NOTHING));
  return [...new Set(seen)].sort();
}

function greedy(sampling: Partial<Sampling>, ids: number[], countFrom = 0): number {
  return createSampler({ ...GREEDY, ...sampling }).choose(Float32Array.from(SCORES), { ids, countFrom });
}

test("without temperature the likeliest token is chosen", () => {
  expect(greedy({}, [])).toBe(0);
});

test.each<[Partial<Sampling>, number[]]>([
  [{}, [0, 1, 2, 3]],
  [{ topK: 2 }, [0, 1]],
  // The probabilities are 0.64, 0.24, 0.09 and 0.03.
  [{ topP: 0.6 }, [0]],
  [{ topP: 0.7 }, [0, 1]],
  [{ minP: 0.1 }, [0, 1, 2]],
  [{ minP: 0.3 }, [0, 1]],
  [{ typicalP: 0.2 }, [1]],
  [{ temperature: 0.05 }, [0]],
  [{ logitBias: { 3: 100 } }, [3]],
])("%j leaves the tokens %j", (sampling, left) => {
  expect(choices(sampling)).toStrictEqual(left);
});

test("penalties count what was written, and frequency only from where it says", () => {
  expect(greedy({ repetitionPenalty: 3 }, [0])).toBe(1);
  expect(greedy({ frequencyPenalty: 0.6 }, [0])).toBe(0);
  expect(greedy({ frequencyPenalty: 0.6 }, [0, 0])).toBe(1);
  expect(greedy({ presencePenalty: 1.5 }, [0, 0])).toBe(1);
  expect(greedy({ presencePenalty: 1.5 }, [0], 1)).toBe(0);
});

test("equal seeds choose equally", () => {
  const run = (seed: number): number[] => {
    const sampler = createSampler({ ...GREEDY, temperature: 2, seed });
    return Array.from({ length: 30 }, () => sampler.choose(Float32Array.from(SCORES), NOTHING));
  };
  expect(run(5)).toStrictEqual(run(5));
  expect(run(5)).not.toStrictEqual(run(6));
});

test("logarithms of probabilities add up to one, and impossible tokens are no top tokens", () => {
  const logprobs = logSoftmax([...SCORES, Number.NEGATIVE_INFINITY]);
  expect(logprobs.reduce((sum, each) => sum + Math.exp(each), 0)).toBeCloseTo(1, 9);
  expect(topScores(logprobs, 9).map(({ id }) => id)).toStrictEqual([0, 1, 2, 3]);
  expect(topScores(logprobs, 1)).toStrictEqual([{ id: 0, logprob: expect.closeTo(-0.44, 2) }]);
});
