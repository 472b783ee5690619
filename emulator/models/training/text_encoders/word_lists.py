"""The lists in data/, and sets of names that no training example may contain."""

import os
import random

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")


def lines(name):
    with open(os.path.join(FOLDER, name)) as file:
        return file.read().splitlines()


COMMON_WORDS = lines("common-words.txt")
FIRST_NAMES = lines("first-names.txt")
PLAIN_SENTENCES = lines("plain-sentences.txt")
CITIES = lines("cities.txt")
REGIONS = lines("regions.txt")
CAPITALS = dict(line.split(":") for line in lines("countries.txt"))


def split_off(items, share, seed=1):
    """Two lists: what training may use, and the share that is kept for the test."""
    shuffled = random.Random(seed).sample(sorted(set(items)), len(set(items)))
    count = round(len(shuffled) * share)
    return shuffled[count:], shuffled[:count]


def invented_word(random, syllables=(2, 4)):
    """A word that no list has, so that a net must read what stands around it."""
    onset = ["b", "br", "ch", "d", "f", "g", "gl", "h", "j", "k", "kr", "l", "m", "n", "p", "pl", "r", "s", "sh", "st", "t", "tr", "v", "w", "z"]
    coda = ["", "", "", "n", "r", "l", "s", "m", "x", "nd", "rk", "th"]
    count = random.randint(*syllables)
    return "".join(random.choice(onset) + random.choice("aeiou") + random.choice(coda) for _ in range(count))
