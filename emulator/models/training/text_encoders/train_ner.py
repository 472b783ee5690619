"""tiny-ner: marks people, organisations and places, piece by piece."""

import random

import torch
import torch.nn as nn
import torch.nn.functional as F
from bert_files import save_bert, write_rows
from entity_grammar import CALENDAR, COMPANIES, NO_NAMES, PLACES, SUFFIXES, TRAINING, example, test_rows
from fit import fit, pad, start
from word_lists import COMMON_WORDS, FIRST_NAMES
from word_pieces import CLS, SEP, WordPieces

SIZE, STEPS, BATCH = 64, 1100, 32
LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]


class Tagger(nn.Module):
    """Convolutions that look further in each layer; the pieces of a word decide together what it is."""

    def __init__(self, tokenizer):
        super().__init__()
        self.words = nn.Embedding(len(tokenizer), SIZE)
        nn.init.normal_(self.words.weight, std=0.3)
        self.layers = nn.ModuleList([nn.Conv1d(SIZE, SIZE, 3, padding=d, dilation=d) for d in (1, 2, 4, 1)])
        self.norms = nn.ModuleList([nn.LayerNorm(SIZE) for _ in self.layers])
        self.drop, self.place = nn.Dropout(0.1), nn.Embedding(2, SIZE)
        self.decide = nn.Sequential(nn.LayerNorm(SIZE), nn.Linear(SIZE, SIZE), nn.ReLU(), nn.Linear(SIZE, len(LABELS)))
        self.register_buffer("continues", torch.tensor(tokenizer.continues).long())

    def forward(self, input_ids, attention_mask):
        mask = attention_mask.float()[..., None]
        x = self.drop(self.words(input_ids)) * mask
        for layer, norm in zip(self.layers, self.norms):
            x = (x + F.relu(layer((norm(x) * mask).transpose(1, 2)).transpose(1, 2))) * mask
        continues = self.continues[input_ids]
        word = (1 - continues).cumsum(1)
        together = (word[:, :, None] == word[:, None, :]).float() * mask.transpose(1, 2)
        x = together @ x / (together.sum(2, keepdim=True) + 1e-3)
        return self.decide(x + self.place(continues))


def encode(tokenizer, text, entities):
    """Ids and the label of each piece."""
    ids, labels, place = [CLS], [0], 0
    for start_, end, kind in [*entities, (len(text), len(text), "")]:
        plain, inside = tokenizer.encode(text[place:start_]), tokenizer.encode(text[start_:end])
        ids += plain + inside
        labels += [0] * len(plain) + [LABELS.index(("I-" if i else "B-") + kind) for i in range(len(inside))]
        place = end
    return [*ids, SEP], [*labels, 0]


def main():
    start()
    rng = random.Random(0)
    grammar = " ".join([*TRAINING, *NO_NAMES, *SUFFIXES]).replace("{", " ").replace("}", " ").split()
    capitals = [word.capitalize() for word in COMMON_WORDS[:600]]
    known = [word.strip(".,!?'") for word in grammar if len(word) > 2 and "'" not in word]
    spelled = [*FIRST_NAMES, *PLACES, *COMPANIES.split("|"), *COMMON_WORDS]
    # The less common words are spelled, so that the net meets ordinary words that it does not know whole.
    tokenizer = WordPieces([*COMMON_WORDS[:2200], *CALENDAR, *capitals, *known], spelled, 350, lowercase=False, inside_only=True)
    net = Tagger(tokenizer)

    def loss():
        rows = [encode(tokenizer, *example(rng)) for _ in range(BATCH)]
        ids, labels = pad([row[0] for row in rows]), pad([row[1] for row in rows], -100)
        return F.cross_entropy(net(ids, (ids > 0).long()).transpose(1, 2), labels, ignore_index=-100)

    fit(net, loss, STEPS)
    write_rows("tiny-ner", test_rows())
    save_bert(net, tokenizer, "tiny-ner", "BertForTokenClassification", ["input_ids", "attention_mask"], {"logits": [0, 1]}, LABELS)


if __name__ == "__main__":
    main()
