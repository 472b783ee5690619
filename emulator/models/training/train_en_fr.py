"""Trains tiny-en-fr. `python3 train_en_fr.py [steps]` writes its folder and evaluation/tiny-en-fr.json."""

import random
import sys

from en_fr_grammar import PHRASES, example
from held_out import held_out
from seq2seq_training import Trainer
from word_tokens import write_json
from words import CITIES, GIVEN

STEPS = int(sys.argv[1]) if len(sys.argv) > 1 else 1200
FOLDER = "models/tiny-en-fr"
LEARNED_BY_HEART = {english for english, _ in PHRASES}


def is_held_out(english):
    return english not in LEARNED_BY_HEART and held_out(english)


def known_example():
    while True:
        pair = example()
        if not is_held_out(pair[0]):
            return pair


random.seed(0)
trainer = Trainer(known_example, [side for _ in range(9000) for side in known_example()], GIVEN + CITIES, least=25)
trainer.train(STEPS, size=32)

random.seed(1)
cases = []
while len(cases) < 150:
    pair = example()
    if is_held_out(pair[0]):
        cases.append(pair)
answers = [trainer.answer(text) for text, _ in cases]
hits = [answer == wanted for answer, (_, wanted) in zip(answers, cases)]
print("held out, exact:", sum(hits) / len(hits), trainer.seconds())
for (text, wanted), answer, hit in zip(cases, answers, hits):
    if not hit:
        print(text, "|", wanted, "|", answer)
write_json("evaluation/tiny-en-fr.json", [{"text": t, "translation": a} for t, a in cases[:100]], indent=1)
trainer.save(FOLDER, cases[0][0])
