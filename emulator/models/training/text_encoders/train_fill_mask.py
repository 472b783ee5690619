"""tiny-fill-mask: guesses the masked word of a simple sentence."""

import collections
import random
import re

import torch
import torch.nn as nn
import torch.nn.functional as F
from bert_files import save_bert, write_rows
from fact_grammar import sentence, test_rows
from fit import fit, pad, start
from layers import Block
from word_lists import COMMON_WORDS, FIRST_NAMES
from word_pieces import CLS, MASK, SEP, WordPieces

SIZE, LAYERS, STEPS, BATCH = 64, 2, 2200, 48


class Guesser(nn.Module):
    """Words go in and come out by the same vectors."""

    def __init__(self, words):
        super().__init__()
        self.words = nn.Embedding(words, SIZE)
        nn.init.normal_(self.words.weight, std=0.1)
        self.blocks = nn.ModuleList([Block(SIZE) for _ in range(LAYERS)])
        self.norm, self.bias = nn.LayerNorm(SIZE), nn.Parameter(torch.zeros(words))

    def hidden(self, input_ids, attention_mask):
        x, mask = self.words(input_ids), attention_mask.float()
        for block in self.blocks:
            x = block(x, mask)
        return self.norm(x)

    def forward(self, input_ids, attention_mask):
        return self.hidden(input_ids, attention_mask) @ self.words.weight.t() + self.bias


def masked(tokenizer, text, rng):
    """What the net sees, and what it must guess: mostly an interesting word, otherwise any.

    Ordinary words are strewn in, so that it learns to look past words that it does not need."""
    ids, interesting = [], []
    for part in re.split(r"(\[[^\]]+\])", text):
        pieces = tokenizer.encode(part.strip("[]"))
        if part.startswith("[") and len(pieces) == 1:
            interesting.append(len(ids))
        ids += pieces
    chosen = [rng.choice(interesting)] if interesting and rng.random() < 0.75 else []
    chosen = chosen or [i for i in range(len(ids)) if rng.random() < 0.15] or [rng.randrange(len(ids))]
    strewn = rng.choice([0, 0, 0.08, 0.2])
    seen, wanted = [CLS], [-100]
    for place, piece in enumerate(ids):
        if rng.random() < strewn and not tokenizer.continues[piece]:
            seen += tokenizer.word(rng.choice(COMMON_WORDS[: rng.choice([100, 4000])]))
            wanted += [-100] * (len(seen) - len(wanted))
        seen.append(MASK if place in chosen else piece)
        wanted.append(piece if place in chosen else -100)
    return [*seen, SEP], [*wanted, -100]


def main():
    start()
    rng = random.Random(0)
    counts = collections.Counter(word for _ in range(40000) for word in re.findall("[a-z]+", sentence(rng)))
    names = {name.lower() for name in FIRST_NAMES}
    known = [word for word, _ in counts.most_common() if word not in names]
    tokenizer = WordPieces([*known, *COMMON_WORDS[:1200]], [*FIRST_NAMES, *COMMON_WORDS], pieces=300)
    net = Guesser(len(tokenizer))

    def loss():
        rows = [masked(tokenizer, sentence(rng), rng) for _ in range(BATCH)]
        ids, wanted = pad([row[0] for row in rows]), pad([row[1] for row in rows], -100)
        hidden = net.hidden(ids, (ids > 0).long())[wanted >= 0]
        return F.cross_entropy(hidden @ net.words.weight.t() + net.bias, wanted[wanted >= 0])

    fit(net, loss, STEPS, 3e-3)
    rows = test_rows(16, set(known))
    right = 0
    for row in rows:
        ids = torch.tensor([[CLS, *tokenizer.encode(row["text"]), SEP]])
        best = net(ids, torch.ones_like(ids))[0, ids[0].tolist().index(MASK)].argmax().item()
        right += tokenizer.vocab[best] == row["answer"]
        if tokenizer.vocab[best] != row["answer"]:
            print(row["text"], row["answer"], "->", tokenizer.vocab[best])
    majority = collections.Counter(row["answer"] for row in rows).most_common(1)[0]
    print("held-out ways of speaking:", right / len(rows), "majority:", majority[1] / len(rows), len(rows))
    write_rows("tiny-fill-mask", rows)
    outputs = {"logits": [0, 1]}
    save_bert(net, tokenizer, "tiny-fill-mask", "BertForMaskedLM", ["input_ids", "attention_mask"], outputs)


if __name__ == "__main__":
    main()
