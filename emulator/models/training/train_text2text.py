"""Trains tiny-text2text. `python3 train_text2text.py [steps]` writes its folder and evaluation/tiny-text2text.json."""

import random
import sys

from held_out import held_out
from seq2seq_training import Trainer
from text2text_grammar import example
from word_tokens import write_json
from words import CITIES, GIVEN, NOUNS

STEPS = int(sys.argv[1]) if len(sys.argv) > 1 else 900
FOLDER = "models/tiny-text2text"


def known_example():
    while True:
        pair = example()
        if not held_out(pair[0]):
            return pair


random.seed(0)
vocabulary = [side for _ in range(9000) for side in known_example()]
trainer = Trainer(known_example, vocabulary, GIVEN + CITIES + NOUNS + [noun + "s" for noun in NOUNS], least=30)
trainer.train(STEPS, size=32)

random.seed(1)
cases = []
while len(cases) < 140:
    pair = example()
    if held_out(pair[0]):
        cases.append(pair)
answers = [trainer.answer(text) for text, _ in cases]
hits = [answer == wanted for answer, (_, wanted) in zip(answers, cases)]
print("held out, exact:", sum(hits) / len(hits), trainer.seconds())
for (text, wanted), answer, hit in zip(cases, answers, hits):
    if not hit:
        print(text, "|", wanted, "|", answer)
write_json("evaluation/tiny-text2text.json", [{"text": t, "answer": a} for t, a in cases[:80]], indent=1)
trainer.save(FOLDER, cases[0][0])
