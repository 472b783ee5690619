"""Trains tiny-summarizer. `python3 train_summarizer.py [steps]` writes its folder and evaluation/tiny-summarizer.json."""

import random
import sys

from held_out import held_out
from seq2seq_training import Trainer
from summary_grammar import example
from word_tokens import write_json
from words import CITIES, GIVEN

STEPS = int(sys.argv[1]) if len(sys.argv) > 1 else 1300
FOLDER = "models/tiny-summarizer"


def known_example():
    while True:
        text, summary, _ = example()
        if not held_out(text):
            return text, summary


random.seed(0)
trainer = Trainer(known_example, [side for _ in range(6000) for side in known_example()], GIVEN + CITIES)
trainer.train(STEPS)

random.seed(1)
cases = []
while len(cases) < 100:
    text, summary, _ = example()
    if held_out(text):
        cases.append((text, summary))
answers = [trainer.answer(text) for text, _ in cases]
hits = [answer == summary for answer, (_, summary) in zip(answers, cases)]
print("held out, exact:", sum(hits) / len(hits), trainer.seconds())
for (text, summary), answer, hit in zip(cases, answers, hits):
    if not hit:
        print(text, "|", summary, "|", answer)
write_json("evaluation/tiny-summarizer.json", [{"text": t, "summary": s} for t, s in cases[:60]], indent=1)
trainer.save(FOLDER, cases[0][0])
