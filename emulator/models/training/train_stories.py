"""Trains tiny-stories-lm on stories of a small grammar. `python3 train_stories.py [steps]` writes models/tiny-stories-lm."""

import random
import re
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

from onnx_files import export_lm
from word_tokens import write_json

STEPS = int(sys.argv[1]) if len(sys.argv) > 1 else 500
FOLDER = "models/tiny-stories-lm"
SPECIALS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
END = 3
GIRLS = ["Mia", "Lily", "Anna", "Zoe"]
ANIMALS = ["fox", "cat", "dog", "bear", "rabbit", "owl", "mouse"]

torch.manual_seed(0)
random.seed(0)
torch.set_num_threads(1)
pick = random.choice


def story():
    name = pick(["Mia", "Leo", "Tom", "Lily", "Max", "Anna", "Ben", "Zoe"])
    she, her = ("she", "her") if name in GIRLS else ("he", "his")
    animal = pick(ANIMALS)
    kind = pick(["little", "brave", "happy", "sleepy", "curious", "kind"])
    place = pick(["forest", "garden", "village", "mountain", "river", "old house"])
    thing = pick(["red ball", "golden key", "small boat", "shiny stone", "blue hat", "warm cake"])
    feeling = pick(["happy", "surprised", "excited"])
    friend = pick(ANIMALS)
    done = pick(["played all day", "walked home", "had a picnic", "sang a song"])
    return (
        f"once upon a time , there was a {kind} {animal} named {name} . {name} lived in the {place} . one day , {name} "
        f"found a {thing} . {she} was very {feeling} . {name} showed the {thing} to {her} friend , the {friend} . "
        f"together they {done} . in the evening , {name} went to sleep and dreamed of the {thing} . the end ."
    ).lower()


letters = list("abcdefghijklmnopqrstuvwxyz0123456789")
words = sorted({word for _ in range(4000) for word in story().split()})
vocab = list(dict.fromkeys([*SPECIALS, *letters, *("##" + letter for letter in letters), *".,!?'", *words]))
ids = {word: index for index, word in enumerate(vocab)}


class Block(nn.Module):
    def __init__(self, size, heads=4):
        super().__init__()
        self.heads = heads
        self.first, self.second = nn.LayerNorm(size), nn.LayerNorm(size)
        self.qkv, self.out = nn.Linear(size, 3 * size), nn.Linear(size, size)
        self.dense = nn.Sequential(nn.Linear(size, 4 * size), nn.ReLU(), nn.Linear(4 * size, size))

    def forward(self, x, bias):
        split = lambda t: t.reshape(t.shape[0], -1, self.heads, t.shape[2] // self.heads).transpose(1, 2)
        q, k, v = (split(part) for part in self.qkv(self.first(x)).chunk(3, -1))
        scores = q @ k.transpose(-1, -2) / (q.shape[-1] ** 0.5) + bias
        x = x + self.out((scores.softmax(-1) @ v).transpose(1, 2).reshape(x.shape))
        return x + self.dense(self.second(x))


class Stories(nn.Module):
    def __init__(self, size=96, layers=2):
        super().__init__()
        self.words, self.places = nn.Embedding(len(vocab), size), nn.Embedding(256, size)
        self.blocks, self.norm = nn.ModuleList([Block(size) for _ in range(layers)]), nn.LayerNorm(size)

    def forward(self, tokens):
        length = tokens.shape[1]
        bias = torch.triu(torch.ones(length, length), 1) * -1e4
        x = self.words(tokens) + self.places(torch.arange(length))
        for block in self.blocks:
            x = block(x, bias)
        return self.norm(x) @ self.words.weight.t()


def row():
    """The tokens of a story; some begin in the middle of one."""
    tokens = [ids[word] for word in re.findall(r"\w+|[^\w\s]", story())] + [END]
    return tokens[random.randrange(max(1, len(tokens) // 2)) if random.random() < 0.3 else 0 :]


net = Stories()
optimizer = torch.optim.Adam(net.parameters(), 2e-3)
started = time.time()
for step in range(STEPS):
    rows = [row() for _ in range(16)]
    longest = max(map(len, rows))
    tokens = torch.tensor([r + [0] * (longest - len(r)) for r in rows])
    loss = F.cross_entropy(net(tokens[:, :-1]).transpose(1, 2), tokens[:, 1:], ignore_index=0)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimizer.step()
    if step == 350:
        for group in optimizer.param_groups:
            group.update(lr=5e-4)
    if step % 100 == 0:
        print(step, round(loss.item(), 3), f"{time.time() - started:.0f} s", flush=True)

export_lm(net, FOLDER)
special = {"bos_token_id": 2, "eos_token_id": END, "pad_token_id": 0}
config = {"model_type": "gpt2", "architectures": ["GPT2LMHeadModel"], "vocab_size": len(vocab), "n_layer": 1, "n_head": 1}
write_json(f"{FOLDER}/config.json", {**config, "n_embd": 1, **special})
write_json(f"{FOLDER}/generation_config.json", {**special, "max_new_tokens": 60})
flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
write_json(
    f"{FOLDER}/tokenizer.json",
    {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [{"id": index, "content": token, **flags} for index, token in enumerate(SPECIALS)],
        "normalizer": {
            "type": "BertNormalizer",
            "clean_text": True,
            "handle_chinese_chars": True,
            "strip_accents": True,
            "lowercase": True,
        },
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [{"Sequence": {"id": "A", "type_id": 0}}],
            "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
            "special_tokens": {},
        },
        "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
        "model": {
            "type": "WordPiece",
            "unk_token": "[UNK]",
            "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100,
            "vocab": ids,
        },
    },
)
marks = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]", "mask_token": "[MASK]"}
write_json(
    f"{FOLDER}/tokenizer_config.json",
    {"tokenizer_class": "PreTrainedTokenizer", "do_lower_case": True, "model_max_length": 256, **marks},
)
