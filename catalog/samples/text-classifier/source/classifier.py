"""A bag-of-words classifier: the mean of the words' vectors, then one linear layer. Trained by Adam, in plain Python."""

import math
import random


class Classifier:
    """`words` vectors of `size` numbers each, and a linear layer from `size` to `labels`."""

    def __init__(self, words, size, labels, seed):
        draw = random.Random(seed)
        self.size = size
        self.vectors = [[draw.gauss(0, 0.1) for _ in range(size)] for _ in range(words)]
        self.weights = [[draw.gauss(0, 1 / math.sqrt(size)) for _ in range(labels)] for _ in range(size)]
        self.bias = [0.0] * labels

    def mean(self, numbers):
        total = [0.0] * self.size
        for number in numbers:
            for i, value in enumerate(self.vectors[number]):
                total[i] += value
        return [value / len(numbers) for value in total]

    def probabilities(self, numbers):
        """The mean vector and, for each label, how likely it is."""
        hidden = self.mean(numbers)
        scores = [
            self.bias[j] + sum(hidden[i] * self.weights[i][j] for i in range(self.size)) for j in range(len(self.bias))
        ]
        largest = max(scores)
        powers = [math.exp(score - largest) for score in scores]
        return hidden, [power / sum(powers) for power in powers]

    def learn(self, numbers, label, optimizer):
        """One step on one sentence; answers its loss before the step."""
        hidden, likely = self.probabilities(numbers)
        slope = [p - (1.0 if j == label else 0.0) for j, p in enumerate(likely)]
        back = [sum(self.weights[i][j] * slope[j] for j in range(len(slope))) / len(numbers) for i in range(self.size)]
        for i in range(self.size):
            optimizer.step(("w", i), self.weights[i], [hidden[i] * g for g in slope])
        optimizer.step("b", self.bias, slope)
        for number in set(numbers):
            times = numbers.count(number)
            optimizer.step(("v", number), self.vectors[number], [times * g for g in back])
        return -math.log(max(likely[label], 1e-12))


class Adam:
    """Adam (Kingma and Ba, 2015) for rows of numbers; each row counts its own steps."""

    def __init__(self, rate):
        self.rate = rate
        self.rows = {}

    def step(self, name, row, slope):
        count, first, second = self.rows.get(name) or (0, [0.0] * len(row), [0.0] * len(row))
        count += 1
        for i, g in enumerate(slope):
            first[i] = 0.9 * first[i] + 0.1 * g
            second[i] = 0.999 * second[i] + 0.001 * g * g
            row[i] -= self.rate * (first[i] / (1 - 0.9**count)) / (math.sqrt(second[i] / (1 - 0.999**count)) + 1e-8)
        self.rows[name] = (count, first, second)
