"""tiny-nli: says whether a text is about a topic; zero-shot classification asks it "This example is ..." for each label."""

import random

import torch
import torch.nn as nn
import torch.nn.functional as F
from bert_files import save_bert
from fit import fit, pad, start
from topic_grammar import ENDINGS, ORDINARY, TOPIC_WORDS, TOPICS, text_about
from word_lists import COMMON_WORDS, invented_word
from word_pieces import CLS, SEP, WordPieces

SIZE, TOPIC_STEPS, STEPS, BATCH = 64, 1500, 1200, 64
LABELS = ["contradiction", "neutral", "entailment"]
CONTRADICTION, NEUTRAL, ENTAILMENT = range(3)
HYPOTHESES = ["This example is {}.", "This example is {}.", "This example is about {}.", "This text is about {}.", "The topic is {}.", "It is about {}.", "{}"]


class TopicWords(nn.Module):
    """Vectors of pieces: which topic they speak for, and how much."""

    def __init__(self, words):
        super().__init__()
        self.words, self.tells = nn.Embedding(words, SIZE), nn.Linear(SIZE, 1)
        nn.init.normal_(self.words.weight, std=0.3)

    def forward(self, ids):
        x = self.words(ids)
        return x * self.tells(x).sigmoid() * (ids > SEP)[..., None].float()


class Judge(nn.Module):
    """Compares what the premise and the hypothesis speak for, as wholes and word by word."""

    def __init__(self, topic_words):
        super().__init__()
        self.topic_words = topic_words
        self.out = nn.Sequential(nn.Linear(SIZE + 5, SIZE), nn.ReLU(), nn.Linear(SIZE, 3))

    def forward(self, input_ids, attention_mask, token_type_ids):
        mask, side = attention_mask.float(), token_type_ids.float()
        x = self.topic_words(input_ids) * mask[..., None]
        premise, hypothesis = (x * (1 - side)[..., None]).sum(1), (x * side[..., None]).sum(1)
        one, other = unit(premise), unit(hypothesis)
        alike = (one * other).sum(1)
        strength, wish = premise.norm(dim=1), hypothesis.norm(dim=1)
        each = (x @ other[..., None])[..., 0] * (1 - side)
        best = each.max(1)[0]
        # A word that both say counts by how much it tells.
        same = (input_ids[:, :, None] == input_ids[:, None, :]).float() * side[:, None] * (1 - side)[..., None]
        shared = (same * x.norm(dim=2)[..., None]).amax((1, 2))
        features = torch.stack([alike * 4, best, shared, strength, wish], 1)
        return self.out(torch.cat([features, one * other * 8], 1))


def unit(vectors):
    return vectors / (vectors.norm(dim=1, keepdim=True) + 1e-3)


def learn_topics(topic_words, tokenizer, rng):
    """First the words learn their topics: a text has to lie near the place of its own."""
    places = nn.Parameter(torch.randn(len(TOPICS), SIZE))
    topic_words.register_parameter("places", places)

    def loss():
        topics = [rng.randrange(len(TOPICS)) for _ in range(BATCH)]
        ids = pad([tokenizer.encode(text_about([TOPICS[topic]], rng)) for topic in topics])
        alike = unit(topic_words(ids).sum(1)) @ unit(places).t() * 10
        return F.cross_entropy(alike, torch.tensor(topics))

    fit(topic_words, loss, TOPIC_STEPS, 5e-3)
    del topic_words.places


def pair(rng):
    """(premise, hypothesis, label)"""
    about = [] if rng.random() < 0.2 else rng.sample(TOPICS, rng.choice([1, 1, 1, 2]))
    truth = rng.choice([ENTAILMENT, CONTRADICTION]) if about else NEUTRAL
    topic = rng.choice(about if truth == ENTAILMENT else TOPICS)
    label = rng.choice(topic.names if rng.random() < 0.7 else topic.words)
    if truth == CONTRADICTION and any(each.covers(label) for each in about):
        return pair(rng)
    if rng.random() < 0.04:
        label, truth = invented_word(rng), NEUTRAL
    return text_about(about, rng), rng.choice(HYPOTHESES).format(label), truth


def make_tokenizer():
    known = [*(f"##{ending}" for ending in ENDINGS), *sorted(TOPIC_WORDS), *COMMON_WORDS[:1500]]
    return WordPieces([word for name in known for word in name.split()], ORDINARY, pieces=400)


def batch(tokenizer, pairs):
    rows = []
    for premise, hypothesis, truth in pairs:
        first, second = [CLS, *tokenizer.encode(premise), SEP], [*tokenizer.encode(hypothesis), SEP]
        rows.append((first + second, [0] * len(first) + [1] * len(second), truth))
    ids = pad([row[0] for row in rows])
    return ids, (ids > 0).long(), pad([row[1] for row in rows]), torch.tensor([row[2] for row in rows])


def main():
    start()
    rng = random.Random(0)
    tokenizer = make_tokenizer()
    topic_words = TopicWords(len(tokenizer))
    learn_topics(topic_words, tokenizer, rng)
    net = Judge(topic_words)

    def loss():
        ids, mask, sides, truth = batch(tokenizer, [pair(rng) for _ in range(BATCH)])
        return F.cross_entropy(net(ids, mask, sides), truth)

    fit(net, loss, STEPS, 2e-3)
    ids, mask, sides, truth = batch(tokenizer, [pair(rng) for _ in range(1000)])
    print("generated pairs:", (net(ids, mask, sides).argmax(1) == truth).float().mean().item())
    inputs = ["input_ids", "attention_mask", "token_type_ids"]
    save_bert(net, tokenizer, "tiny-nli", "BertForSequenceClassification", inputs, {"logits": [0]}, LABELS)


if __name__ == "__main__":
    main()
