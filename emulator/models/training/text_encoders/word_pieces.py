"""A WordPiece tokenizer as BERT has it: the training's own encoder, and the files that transformers.js reads."""

import collections
import json
import re
import unicodedata

SPECIALS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
PAD, UNK, CLS, SEP, MASK = range(5)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
PUNCTUATION = list(".,!?'’\"“”-–:;()[]{}/\\&%$€£#@*+=_<>|~^`°")


def without_accents(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def frequent_pieces(words, count, inside_only=False):
    """The stretches of two to five letters that spare most pieces when these words are spelled."""
    saved = collections.Counter()
    for word in words:
        for start in range(1 if inside_only else 0, len(word)):
            for length in range(2, min(5, len(word) - start) + 1):
                saved[("##" if start else "") + word[start : start + length]] += length - 1
    return [piece for piece, _ in saved.most_common(count)]


class WordPieces:
    """`words` become a piece each; `spelled` are examples of words that will have to be spelled.

    With `inside_only` a spelled word begins with a single letter."""

    def __init__(self, words, spelled=(), pieces=600, lowercase=True, inside_only=False):
        self.lowercase = lowercase
        letters = LETTERS + ("" if lowercase else LETTERS.upper()) + "0123456789"
        spelled = [self.normalise(word) for word in spelled]
        words = [self.normalise(word) for word in words]
        characters = [*letters, *("##" + letter for letter in letters)]
        known = [*SPECIALS, *characters, *PUNCTUATION, *frequent_pieces(spelled, pieces, inside_only), *words]
        self.vocab = list(dict.fromkeys(known))
        self.ids = {piece: index for index, piece in enumerate(self.vocab)}
        self.continues = [piece.startswith("##") for piece in self.vocab]

    def __len__(self):
        return len(self.vocab)

    def normalise(self, text):
        text = without_accents(text)
        return text.lower() if self.lowercase else text

    def words(self, text):
        return re.findall(r"[^\W_]+|[^\w\s]|_", self.normalise(text))

    def word(self, word):
        """The ids of one word: always the longest piece that fits."""
        ids, start = [], 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = ("##" if start else "") + word[start:end]
                if piece in self.ids:
                    ids.append(self.ids[piece])
                    start = end
                    break
            else:
                return [UNK]
        return ids

    def encode(self, text):
        """Ids without [CLS] and [SEP]; `[MASK]` stands for itself."""
        parts = re.split(r"(\[MASK\])", text)
        return [i for part in parts for i in ([MASK] if part == "[MASK]" else self._plain(part))]

    def _plain(self, text):
        return [i for word in self.words(text) for i in self.word(word)]

    def save(self, folder):
        flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
        special = lambda token, side=0: {"SpecialToken": {"id": token, "type_id": side}}
        text = lambda name, side=0: {"Sequence": {"id": name, "type_id": side}}
        single = [special("[CLS]"), text("A"), special("[SEP]")]
        tokenizer = {
            "version": "1.0",
            "truncation": None,
            "padding": None,
            "added_tokens": [{"id": index, "content": token, **flags} for index, token in enumerate(SPECIALS)],
            "normalizer": {
                "type": "BertNormalizer",
                "clean_text": True,
                "handle_chinese_chars": True,
                "strip_accents": True,
                "lowercase": self.lowercase,
            },
            "pre_tokenizer": {"type": "BertPreTokenizer"},
            "post_processor": {
                "type": "TemplateProcessing",
                "single": single,
                "pair": [*single, text("B", 1), special("[SEP]", 1)],
                "special_tokens": {t: {"id": t, "ids": [SPECIALS.index(t)], "tokens": [t]} for t in ("[CLS]", "[SEP]")},
            },
            "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
            "model": {
                "type": "WordPiece",
                "unk_token": "[UNK]",
                "continuing_subword_prefix": "##",
                "max_input_chars_per_word": 100,
                "vocab": self.ids,
            },
        }
        config = {
            "tokenizer_class": "BertTokenizer",
            "do_lower_case": self.lowercase,
            "model_max_length": 512,
            **{f"{token[1:-1].lower()}_token": token for token in SPECIALS},
        }
        write_json(f"{folder}/tokenizer.json", tokenizer)
        write_json(f"{folder}/tokenizer_config.json", config)


def write_json(path, value):
    with open(path, "w") as file:
        json.dump(value, file, ensure_ascii=False)
        file.write("\n")
