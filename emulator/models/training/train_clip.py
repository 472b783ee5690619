"""Trains tiny-clip. `python3 train_clip.py [steps]` writes models/tiny-clip."""

import random
import sys
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from onnx_files import export
from shape_pictures import SIZE, fits, other, phrase, random_label, scene, sentence
from word_tokens import WordTokens, write_json
from words import NOUNS, made_up

STEPS = int(sys.argv[1]) if len(sys.argv) > 1 else 1500
PICTURES, BATCH, TEXTS = 3000, 32, 10
FOLDER = "models/tiny-clip"

torch.manual_seed(0)
np.random.seed(0)
random.seed(0)
torch.set_num_threads(1)
started = time.time()

scenes = [scene() for _ in range(PICTURES)]
print("pictures", f"{time.time() - started:.0f} s", flush=True)


def texts_for(things):
    """One sentence that is true of the picture, then others that are not."""
    while True:
        size, colour, shape = random.choice(things)
        true = random.choice([(None, colour, shape), (None, colour, None), (None, None, shape), (size, colour, shape), (size, None, shape)])
        if random.random() < 0.3:
            true = random_label()
        if fits(true, things):
            break
    false = []
    while len(false) < TEXTS - 3:
        label = other(true) if random.random() < 0.6 else random_label()
        if fits(label, things) is False:
            false.append(phrase(label))
    false += [random.choice(["a ", "", "the "]) + (random.choice(NOUNS) if random.random() < 0.7 else made_up()) for _ in range(2)]
    template = sentence("{}") if random.random() < 0.7 else None
    return [(template or sentence("{}")).format(words) for words in [phrase(true), *false]]


tokens = WordTokens(
    ["<|pad|>", "<|end|>"],
    [text for _ in range(4) for _, things in scenes for text in texts_for(things)],
    prefix_space=True,
    least=40,
)
END = tokens.ids["<|end|>"]


class Clip(nn.Module):
    """Compares a text with each of 6 x 6 places of the picture; the best place counts, for one thing is enough."""

    def __init__(self, size=64):
        super().__init__()
        step = lambda i, o, stride: nn.Sequential(nn.Conv2d(i, o, 3, stride, 1), nn.BatchNorm2d(o), nn.ReLU())
        self.picture = nn.Sequential(
            step(3, 16, 2), step(16, 32, 2), step(32, 48, 2), step(48, 48, 1), step(48, size, 2), step(size, size, 1),
            step(size, size, 1), nn.Conv2d(size, size, 1),
        )
        self.words = nn.Embedding(len(tokens), size)
        self.near = nn.Conv1d(size, size, 3, padding=1)
        self.text = nn.Sequential(nn.Linear(size, 2 * size), nn.ReLU(), nn.Linear(2 * size, size))
        self.scale = nn.Parameter(torch.tensor(2.5))

    def places(self, pixel_values):
        return F.normalize(self.picture(pixel_values).flatten(2).transpose(1, 2), dim=-1)

    def read(self, input_ids, attention_mask):
        mask = attention_mask[..., None].float()
        x = self.words(input_ids) * mask
        x = (x + F.relu(self.near(x.transpose(1, 2)).transpose(1, 2))) * mask
        return F.normalize(self.text(x.sum(1) / mask.sum(1).sqrt()), dim=-1)

    def forward(self, input_ids, pixel_values, attention_mask):
        places, texts = self.places(pixel_values), self.read(input_ids, attention_mask)
        logits = self.scale.exp() * (places @ texts.t()).amax(1)
        return logits, logits.t(), texts, F.normalize(places.mean(1), dim=-1)


def padded(texts):
    rows = [[*tokens.encode(text), END] for text in texts]
    longest = max(map(len, rows))
    ids = torch.tensor([row + [0] * (longest - len(row)) for row in rows])
    return ids, (ids > 0).long()


net = Clip()
print("words", len(tokens), "parameters", sum(p.numel() for p in net.parameters()), flush=True)
pixels = torch.tensor(np.stack([picture for picture, _ in scenes]))
optimizer = torch.optim.AdamW(net.parameters(), 2e-3, weight_decay=0.01)
schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3, total_steps=STEPS, pct_start=0.15)
right = 0.0
for step in range(STEPS):
    chosen = random.sample(range(PICTURES), BATCH)
    x = pixels[chosen].float() / 127.5 - 1
    if random.random() < 0.5:
        x = x.flip(3)
    if random.random() < 0.3:
        x = F.avg_pool2d(x, 3, 1, 1)
    ids, mask = padded([text for i in chosen for text in texts_for(scenes[i][1])])
    texts = net.read(ids, mask).view(BATCH, TEXTS, -1)
    logits = net.scale.exp() * (net.places(x) @ texts.transpose(1, 2)).amax(1)
    loss = F.cross_entropy(logits, torch.zeros(BATCH, dtype=torch.long))
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    schedule.step()
    right = 0.98 * right + 0.02 * (logits.argmax(1) == 0).float().mean().item()
    if step % 100 == 0:
        print(step, round(loss.item(), 3), round(right, 3), f"{time.time() - started:.0f} s", flush=True)

ids, mask = padded(["This is a photo of red circle.", "square"])
net.eval()
export(
    net,
    (ids, torch.zeros(1, 3, SIZE, SIZE), mask),
    f"{FOLDER}/onnx/model.onnx",
    ["input_ids", "pixel_values", "attention_mask"],
    ["logits_per_image", "logits_per_text", "text_embeds", "image_embeds"],
    {
        "input_ids": {0: "texts", 1: "length"},
        "attention_mask": {0: "texts", 1: "length"},
        "pixel_values": {0: "pictures"},
        "logits_per_image": {0: "pictures", 1: "texts"},
        "logits_per_text": {0: "texts", 1: "pictures"},
        "text_embeds": {0: "texts"},
        "image_embeds": {0: "pictures"},
    },
)
write_json(f"{FOLDER}/config.json", {"model_type": "clip", "architectures": ["CLIPModel"], "projection_dim": 64})
write_json(
    f"{FOLDER}/preprocessor_config.json",
    {
        "image_processor_type": "CLIPImageProcessor",
        "do_resize": True,
        "size": {"height": SIZE, "width": SIZE},
        "resample": 2,
        "do_center_crop": False,
        "do_rescale": True,
        "rescale_factor": 1 / 255,
        "do_normalize": True,
        "image_mean": [0.5] * 3,
        "image_std": [0.5] * 3,
    },
)
tokens.save(FOLDER, eos="<|end|>", pad_token="<|pad|>", eos_token="<|end|>", model_max_length=64)
