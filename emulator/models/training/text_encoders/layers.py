"""Layers of the text encoders: attention by distance, so that a text may be longer than those of the training."""

import math

import torch
import torch.nn as nn
import torch.nn.functional as F

FAR = 24


class Attention(nn.Module):
    """Heads that learn how far to look; `hints` (batch, kinds, to, from) draw them to tokens that have something in common."""

    def __init__(self, size, heads, hints=0):
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(size, 3 * size), nn.Linear(size, size)
        self.near = nn.Parameter(torch.zeros(heads, 2 * FAR + 1))
        self.hint = nn.Linear(hints, heads, bias=False) if hints else None

    def forward(self, x, mask, hints=None):
        batch, length, size = x.shape
        q, k, v = (
            part.reshape(batch, length, self.heads, size // self.heads).transpose(1, 2)
            for part in self.qkv(x).chunk(3, -1)
        )
        place = torch.arange(length)
        distance = (place[None, :] - place[:, None]).clamp(-FAR, FAR) + FAR
        scores = q @ k.transpose(-1, -2) / math.sqrt(size // self.heads) + self.near[:, distance]
        if self.hint is not None:
            scores = scores + self.hint(hints.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)
        scores = scores + (1 - mask[:, None, None, :]) * -1e4
        return self.out((scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, size))


class Block(nn.Module):
    def __init__(self, size, heads=4, hints=0):
        super().__init__()
        self.attention, self.attention_norm = Attention(size, heads, hints), nn.LayerNorm(size)
        self.dense = nn.Sequential(nn.LayerNorm(size), nn.Linear(size, 2 * size), nn.ReLU(), nn.Linear(2 * size, size))

    def forward(self, x, mask, hints=None):
        x = x + self.attention(self.attention_norm(x), mask, hints)
        return x + self.dense(x)


class Neighbours(nn.Module):
    """Mixes each token with those beside it, so that the pieces of a word know of each other."""

    def __init__(self, size, reach=2):
        super().__init__()
        self.norm = nn.LayerNorm(size)
        self.mix = nn.Conv1d(size, size, 2 * reach + 1, padding=reach)

    def forward(self, x, mask):
        mixed = self.mix((self.norm(x) * mask[..., None]).transpose(1, 2)).transpose(1, 2)
        return x + F.relu(mixed)
