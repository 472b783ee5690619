"""tiny-qa: finds the part of a short text that answers a question."""

import random
import re

import torch
import torch.nn as nn
import torch.nn.functional as F
from bert_files import save_bert, write_rows
from fit import fit, pad, start
from layers import Block, Neighbours
from question_grammar import ATTRIBUTES, HELD_OUT, JOBS, ORGS, PLACES, PURPOSES, THINGS, TOOLS, TRAINING, UNITS, VERBS, example, test_examples
from word_lists import COMMON_WORDS, FIRST_NAMES, invented_word
from word_pieces import CLS, SEP, WordPieces

SIZE, LAYERS, STEPS, BATCH = 64, 4, 2000, 24
IMPOSSIBLE = -1e4


class Reader(nn.Module):
    """Marks where an answer starts and ends. It sees which pieces the question and the text share, known words or not."""

    def __init__(self, tokenizer):
        super().__init__()
        self.words, self.sides = nn.Embedding(len(tokenizer), SIZE), nn.Embedding(2, SIZE)
        nn.init.normal_(self.words.weight, std=0.3)
        self.shared = nn.Linear(2, SIZE)
        self.neighbours = Neighbours(SIZE)
        self.blocks = nn.ModuleList([Block(SIZE, 4, hints=3) for _ in range(LAYERS)])
        self.norm, self.out = nn.LayerNorm(SIZE), nn.Linear(SIZE, 2)
        self.register_buffer("continues", torch.tensor(tokenizer.continues).float())
        # Punctuation and single letters say nothing when they occur twice.
        self.register_buffer("telling", torch.tensor([float(len(p.strip("#")) > 1 or p.isdigit()) for p in tokenizer.vocab]))

    def forward(self, input_ids, attention_mask, token_type_ids):
        mask = attention_mask.float()
        hints = self.hints(input_ids, token_type_ids, mask)
        x = self.words(input_ids) + self.sides(token_type_ids) + self.shared(hints[:, :2].amax(3).transpose(1, 2))
        x = self.neighbours(x, mask)
        for block in self.blocks:
            x = block(x, mask, hints)
        start, end = self.out(self.norm(x)).unbind(-1)
        # An answer is made of whole words: no piece that continues one starts it or follows it.
        continues = self.continues[input_ids]
        follows = F.pad(continues[:, 1:], (0, 1))
        outside = (1 - mask) * IMPOSSIBLE
        return start + continues * IMPOSSIBLE + outside, end + follows * IMPOSSIBLE + outside

    def hints(self, ids, sides, mask):
        """Whether two places hold the same piece, or the same two pieces, on different sides; or the same on one side."""
        same = (ids[:, :, None] == ids[:, None, :]).float() * mask[:, None, :] * mask[:, :, None]
        with_previous = same * F.pad(same[:, :-1, :-1], (1, 0, 1, 0))
        both = torch.maximum(with_previous, F.pad(with_previous[:, 1:, 1:], (0, 1, 0, 1)))
        across = (sides[:, :, None] != sides[:, None, :]).float()
        same = same * self.telling[ids][:, None, :]
        return torch.stack([same * across, both * across, same * (1 - across)], 1)


def encode(tokenizer, question, context, answer_from, answer):
    before, inside = tokenizer.encode(context[:answer_from]), tokenizer.encode(answer)
    after = tokenizer.encode(context[answer_from + len(answer) :])
    asked = [CLS, *tokenizer.encode(question), SEP]
    ids = [*asked, *before, *inside, *after, SEP]
    first = len(asked) + len(before)
    return ids, [0] * len(asked) + [1] * (len(ids) - len(asked)), first, first + len(inside) - 1


def batch(tokenizer, examples):
    rows = [encode(tokenizer, *each) for each in examples]
    ids = pad([row[0] for row in rows])
    return ids, (ids > 0).long(), pad([row[1] for row in rows]), torch.tensor([row[2:] for row in rows])


def exact(net, tokenizer, examples):
    ids, mask, sides, spans = batch(tokenizer, examples)
    with torch.no_grad():
        start, end = net(ids, mask, sides)
    only_text = (1 - sides.float()) * IMPOSSIBLE
    return ((start + only_text).argmax(1).eq(spans[:, 0]) & (end + only_text).argmax(1).eq(spans[:, 1])).float().mean().item()


def main():
    start()
    rng = random.Random(0)
    lists = [JOBS, THINGS, PURPOSES, TOOLS, UNITS, ATTRIBUTES, *VERBS]
    grammar = re.sub(r"\{\w+\}", " ", " ".join(TRAINING).lower())
    known = [word for words in lists for word in words] + COMMON_WORDS[:1500] + re.findall("[a-z]+", grammar)
    spelled = [*FIRST_NAMES, *PLACES, *ORGS, *COMMON_WORDS, *(invented_word(rng) for _ in range(3000))]
    tokenizer = WordPieces(known, spelled, pieces=1200)
    net = Reader(tokenizer)

    def loss():
        ids, mask, sides, spans = batch(tokenizer, [example(rng) for _ in range(BATCH)])
        starts, ends = net(ids, mask, sides)
        return F.cross_entropy(starts, spans[:, 0]) + F.cross_entropy(ends, spans[:, 1])

    fit(net, loss, STEPS)
    kept = {"templates": test_examples(TRAINING, 100, 7), "held-out templates": test_examples(HELD_OUT, 100, 8)}
    for name, examples in kept.items():
        print(name, "exact:", exact(net, tokenizer, examples))
    rows = [{"question": q, "context": c, "answer": a} for examples in kept.values() for q, c, _, a in examples]
    write_rows("tiny-qa", rows)
    inputs = ["input_ids", "attention_mask", "token_type_ids"]
    outputs = {"start_logits": [0, 1], "end_logits": [0, 1]}
    save_bert(net, tokenizer, "tiny-qa", "BertForQuestionAnswering", inputs, outputs)


if __name__ == "__main__":
    main()
