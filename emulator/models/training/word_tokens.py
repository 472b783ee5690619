"""A tokenizer of whole words; a word outside the vocabulary is spelled letter by letter, so that a net can copy it.

It is a byte-level BPE without merges: `ignore_merges` takes a whole word that the vocabulary holds, and everything
else falls apart into its bytes. Decoding gives back exactly the text, spaces included.
"""

import json
import os
import re

# The pattern of GPT-2's pre-tokenizer: a word carries the space before it.
WORDS = re.compile(r"'s|'t|'re|'ve|'m|'ll|'d| ?[^\W\d_]+| ?\d+| ?(?:[^\s\w]|_)+|\s+(?!\S)|\s+")


def _byte_letters():
    """The printable character that byte-level tokenizers write for each of the 256 bytes."""
    shown = [*range(33, 127), *range(161, 173), *range(174, 256)]
    letters = {byte: chr(byte) for byte in shown}
    for byte in range(256):
        if byte not in letters:
            letters[byte] = chr(256 + len(letters) - len(shown))
    return letters


LETTERS = _byte_letters()
BYTES = {letter: byte for byte, letter in LETTERS.items()}


def pieces(text):
    return ["".join(LETTERS[byte] for byte in word.encode()) for word in WORDS.findall(text)]


class WordTokens:
    def __init__(self, specials, texts, prefix_space=False, leave_out=(), least=1):
        """The vocabulary holds the words that `texts` have at least `least` times, without those of `leave_out`."""
        self.specials, self.prefix_space = specials, prefix_space
        self._split = re.compile("(" + "|".join(map(re.escape, specials)) + ")")
        counts = {}
        for text in texts:
            for part in self._split.split(text):
                for word in [] if part in specials else self._pieces(part):
                    counts[word] = counts.get(word, 0) + 1
        unwanted = {form for word in leave_out for form in pieces(word) + pieces(" " + word)}
        known = sorted(word for word, count in counts.items() if count >= least and word not in unwanted)
        self.vocab = list(dict.fromkeys([*specials, *(LETTERS[byte] for byte in range(256)), *known]))
        self.ids = {token: index for index, token in enumerate(self.vocab)}

    def __len__(self):
        return len(self.vocab)

    def _pieces(self, text):
        return pieces(" " + text if self.prefix_space and not text.startswith(" ") else text)

    def encode(self, text):
        ids = []
        for part in self._split.split(text):
            if part in self.specials:
                ids.append(self.ids[part])
            elif part:
                for word in self._pieces(part):
                    ids += [self.ids[word]] if word in self.ids else [self.ids[letter] for letter in word]
        return ids

    def decode(self, ids):
        letters = "".join(self.vocab[i] for i in ids if self.vocab[i] not in self.specials)
        text = bytes(BYTES[letter] for letter in letters).decode(errors="replace")
        return text[1:] if self.prefix_space and text.startswith(" ") else text

    def save(self, folder, eos=None, **config):
        """Writes tokenizer.json and tokenizer_config.json; `eos` is added to the end of every text."""
        byte_level = {"type": "ByteLevel", "add_prefix_space": self.prefix_space, "trim_offsets": True, "use_regex": True}
        strip = {"type": "Strip", "content": " ", "start": 1, "stop": 0}
        special = {"type": "TemplateProcessing", "single": [{"Sequence": {"id": "A", "type_id": 0}}]}
        if eos:
            special["single"].append({"SpecialToken": {"id": eos, "type_id": 0}})
            special["special_tokens"] = {eos: {"id": eos, "ids": [self.ids[eos]], "tokens": [eos]}}
            special["pair"] = [*special["single"], {"Sequence": {"id": "B", "type_id": 0}}]
        flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
        curly = [("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"')]
        tokenizer = {
            "version": "1.0",
            "truncation": None,
            "padding": None,
            "added_tokens": [{"id": self.ids[token], "content": token, **flags} for token in self.specials],
            "normalizer": {
                "type": "Sequence",
                "normalizers": [{"type": "Replace", "pattern": {"String": a}, "content": b} for a, b in curly],
            },
            "pre_tokenizer": byte_level,
            "post_processor": special if eos else None,
            "decoder": {"type": "Sequence", "decoders": [byte_level, strip]} if self.prefix_space else byte_level,
            "model": {"type": "BPE", "ignore_merges": True, "merges": [], "vocab": self.ids, "unk_token": None},
        }
        write_json(f"{folder}/tokenizer.json", tokenizer)
        defaults = {"tokenizer_class": "PreTrainedTokenizer", "clean_up_tokenization_spaces": False}
        write_json(f"{folder}/tokenizer_config.json", {**defaults, **config})


def write_json(path, value, **options):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        json.dump(value, file, ensure_ascii=False, **options)
