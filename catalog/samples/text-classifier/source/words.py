"""Splits sentences into words and numbers them, as the tokenizer files written beside the model do."""

import re

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
UNKNOWN, START, END = 1, 2, 3


def split(text):
    """Lower-case words and single punctuation marks, like BERT's basic tokenizer for plain English."""
    return re.findall(r"[a-z0-9]+|[^\sa-z0-9]", text.lower())


def make_vocabulary(texts, least=2):
    """Word -> number for every word that occurs at least so often; rarer ones become [UNK]."""
    counts = {}
    for text in texts:
        for word in split(text):
            counts[word] = counts.get(word, 0) + 1
    known = sorted(word for word, count in counts.items() if count >= least)
    return {word: number for number, word in enumerate(SPECIAL + known)}


def encode(text, vocabulary):
    """The numbers of a sentence's words between [CLS] and [SEP]."""
    return [START] + [vocabulary.get(word, UNKNOWN) for word in split(text)] + [END]
