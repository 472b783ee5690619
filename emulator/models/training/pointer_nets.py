"""Small transformers that can point: at each step they write a word of the vocabulary or copy a token they have read."""

import math

import torch
import torch.nn as nn
import torch.nn.functional as F


def distances(length):
    place = torch.arange(length)
    return (place[:, None] - place[None, :]).float()


def causal_bias(length):
    return (distances(length) < 0).float() * -1e4


class Attention(nn.Module):
    """Attention whose heads prefer near tokens, each differently (ALiBi), so that no length is the last."""

    def __init__(self, size, heads):
        super().__init__()
        self.heads = heads
        self.q, self.kv, self.out = nn.Linear(size, size), nn.Linear(size, 2 * size), nn.Linear(size, size)
        slopes = torch.tensor([0.0] + [2.0 ** -(i + 1) for i in range(heads - 1)])
        self.register_buffer("slopes", slopes.view(1, heads, 1, 1))

    def forward(self, x, memory, bias, near=True):
        split = lambda t: t.reshape(t.shape[0], -1, self.heads, t.shape[2] // self.heads).transpose(1, 2)
        k, v = self.kv(memory).chunk(2, -1)
        scores = split(self.q(x)) @ split(k).transpose(-1, -2) / math.sqrt(x.shape[2] // self.heads)
        if near:
            scores = scores - self.slopes * distances(x.shape[1]).abs()
        mixed = (scores + bias).softmax(-1) @ split(v)
        return self.out(mixed.transpose(1, 2).reshape(x.shape))


class Block(nn.Module):
    def __init__(self, size, heads, crossed=False):
        super().__init__()
        self.own, self.own_norm = Attention(size, heads), nn.LayerNorm(size)
        self.crossed = crossed
        if crossed:
            self.cross, self.cross_norm = Attention(size, heads), nn.LayerNorm(size)
        self.dense = nn.Sequential(nn.LayerNorm(size), nn.Linear(size, 3 * size), nn.ReLU(), nn.Linear(3 * size, size))

    def forward(self, x, bias, memory=None, memory_bias=None):
        normed = self.own_norm(x)
        x = x + self.own(normed, normed, bias)
        if self.crossed:
            x = x + self.cross(self.cross_norm(x), memory, memory_bias, near=False)
        return x + self.dense(x)


class Embedding(nn.Module):
    """Tokens that know their neighbours: the two before, and the one after where the future may be seen."""

    def __init__(self, words, size, ahead=False):
        super().__init__()
        self.words = nn.Embedding(words, size)
        nn.init.normal_(self.words.weight, std=0.1)
        self.ahead = ahead
        self.before, self.earlier = nn.Linear(size, size, False), nn.Linear(size, size, False)
        if ahead:
            self.after = nn.Linear(size, size, False)

    def forward(self, ids):
        x = self.words(ids)
        length = x.shape[1]
        padded = F.pad(x, (0, 0, 2, 1))
        near = self.before(padded[:, 1 : length + 1]) + self.earlier(padded[:, :length])
        if self.ahead:
            near = near + self.after(padded[:, 3 : length + 3])
        return x + near


class Pointer(nn.Module):
    """Mixes the words of the vocabulary with the tokens that were read; the gate says how much is copied."""

    def __init__(self, embedding, size):
        super().__init__()
        self.embedding = embedding
        self.norm, self.gate = nn.LayerNorm(size), nn.Linear(size, 1)
        self.q, self.k = nn.Linear(size, size), nn.Linear(size, size)

    def parts(self, x, memory, bias):
        x = self.norm(x)
        copied = (self.q(x) @ self.k(memory).transpose(-1, -2) / math.sqrt(x.shape[-1]) + bias).softmax(-1)
        return x, copied, self.gate(x).sigmoid()

    def loss(self, x, memory, bias, source, targets, wanted):
        """Mean of -log p(target) where wanted; needs the whole vocabulary only there."""
        x, copied, gate = self.parts(x, memory, bias)
        hit = (copied * (source[:, None, :] == targets[:, :, None]).float()).sum(-1)[wanted]
        words = (x[wanted] @ self.embedding.weight.t()).softmax(-1).gather(1, targets[wanted][:, None])[:, 0]
        gate = gate[..., 0][wanted]
        return -((1 - gate) * words + gate * hit + 1e-6).log().mean()

    def forward(self, x, memory, bias, source):
        """Log-probabilities of the whole vocabulary."""
        x, copied, gate = self.parts(x, memory, bias)
        one_hot = (source[..., None] == torch.arange(self.embedding.num_embeddings)).float()
        words = (x @ self.embedding.weight.t()).softmax(-1)
        return ((1 - gate) * words + gate * (copied @ one_hot) + 1e-6).log()


class PointerLM(nn.Module):
    """Reads and writes one sequence."""

    def __init__(self, words, size=96, heads=4, layers=3):
        super().__init__()
        self.embedding = Embedding(words, size)
        self.blocks = nn.ModuleList([Block(size, heads) for _ in range(layers)])
        self.pointer = Pointer(self.embedding.words, size)

    def hidden(self, ids):
        bias = causal_bias(ids.shape[1])
        x = self.embedding(ids)
        for block in self.blocks:
            x = block(x, bias)
        return x, bias

    def loss(self, ids, targets, wanted):
        x, bias = self.hidden(ids)
        return self.pointer.loss(x, x, bias, ids, targets, wanted)

    def forward(self, ids):
        x, bias = self.hidden(ids)
        return self.pointer(x, x, bias, ids)


class PointerSeq2Seq(nn.Module):
    """Reads one sequence and writes another; the encoder's last channel holds the tokens, for the decoder to copy."""

    def __init__(self, words, size=96, heads=4, layers=2):
        super().__init__()
        self.source, self.target = Embedding(words, size, ahead=True), Embedding(words, size)
        self.target.words = self.source.words
        self.encoder = nn.ModuleList([Block(size, heads) for _ in range(layers)])
        self.decoder = nn.ModuleList([Block(size, heads, crossed=True) for _ in range(layers)])
        self.pointer = Pointer(self.source.words, size)

    def encode(self, ids, mask):
        bias = (1 - mask[:, None, None].float()) * -1e4
        x = self.source(ids)
        for block in self.encoder:
            x = block(x, bias)
        return torch.cat([x, ids[..., None].float()], -1)

    def hidden(self, ids, memory, mask):
        bias, memory_bias = causal_bias(ids.shape[1]), (1 - mask[:, None, None].float()) * -1e4
        x = self.target(ids)
        for block in self.decoder:
            x = block(x, bias, memory[..., :-1], memory_bias)
        return x, memory[..., :-1], memory_bias[:, 0], memory[..., -1].long()

    def loss(self, source, mask, ids, targets, wanted):
        return self.pointer.loss(*self.hidden(ids, self.encode(source, mask), mask), targets, wanted)

    def decode(self, ids, memory, mask):
        return self.pointer(*self.hidden(ids, memory, mask))
