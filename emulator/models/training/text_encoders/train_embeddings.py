"""tiny-embeddings: vectors of texts, near to each other when the texts are about the same topic."""

import random

import torch
import torch.nn as nn
import torch.nn.functional as F
from bert_files import save_bert
from fit import fit, pad, start
from layers import Block
from topic_grammar import TOPICS, text_about
from train_zero_shot import make_tokenizer
from word_pieces import CLS, SEP

SIZE, STEPS, BATCH, TEMPERATURE = 64, 1000, 64, 0.1


class Encoder(nn.Module):
    """A vector for each piece, which weighs how much it tells; the mean of them is the text's."""

    def __init__(self, words):
        super().__init__()
        self.words = nn.Embedding(words, SIZE)
        nn.init.normal_(self.words.weight, std=0.3)
        self.block, self.tells = Block(SIZE), nn.Linear(SIZE, 1)

    def forward(self, input_ids, attention_mask):
        words = self.words(input_ids)
        x = self.block(words, attention_mask.float())
        return x * self.tells(x).sigmoid()


def pooled(net, tokenizer, texts):
    ids = pad([[CLS, *tokenizer.encode(text), SEP] for text in texts])
    mask = (ids > 0).long()
    vectors = net(ids, mask) * mask[..., None]
    return F.normalize(vectors.sum(1) / mask.sum(1, keepdim=True), dim=1)


def main():
    start()
    rng = random.Random(0)
    tokenizer = make_tokenizer()
    net = Encoder(len(tokenizer))
    # Each topic has a place of its own; training draws texts to their topic's and away from all others.
    places = nn.Parameter(torch.randn(len(TOPICS), SIZE))
    net.register_parameter("places", places)

    def loss():
        topics = [rng.randrange(len(TOPICS)) for _ in range(BATCH)]
        vectors = pooled(net, tokenizer, [text_about([TOPICS[topic]], rng) for topic in topics])
        alike = vectors @ F.normalize(places, dim=1).t() / TEMPERATURE
        return F.cross_entropy(alike, torch.tensor(topics))

    fit(net, loss, STEPS, 3e-3)
    del net.places
    own = torch.arange(len(TOPICS))
    with torch.no_grad():
        left, right = (pooled(net, tokenizer, [text_about([topic], rng) for topic in TOPICS]) for _ in range(2))
    print("generated texts, nearest of the same topic:", ((left @ right.t()).argmax(1) == own).float().mean().item())
    inputs = ["input_ids", "attention_mask"]
    save_bert(net, tokenizer, "tiny-embeddings", "BertModel", inputs, {"last_hidden_state": [0, 1]}, hidden_size=SIZE)


if __name__ == "__main__":
    main()
