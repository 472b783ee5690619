"""Texts made of the words of a topic among ordinary ones, for tiny-nli and tiny-embeddings."""

from word_lists import COMMON_WORDS, invented_word, lines

ENDINGS = ["s", "ed", "ing", "er", "ly"]


class Topic:
    def __init__(self, line):
        names, words = line.split(": ")
        self.names = names.split(", ")
        self.words = list(dict.fromkeys([*words.split(), *names.replace(",", "").split()]))

    def covers(self, label):
        return label in self.names or label in self.words


TOPICS = [Topic(line) for line in lines("topics.txt")]
TOPIC_WORDS = {word for topic in TOPICS for word in topic.words}
ORDINARY = [word for word in COMMON_WORDS if word not in TOPIC_WORDS]


def inflect(word, rng):
    """Now and then another form, which the tokenizer takes apart into the word and an ending."""
    if len(word) < 4 or rng.random() > 0.12:
        return word
    return word + rng.choice(ENDINGS)


def ordinary_word(rng):
    if rng.random() < 0.06:
        return invented_word(rng)
    return rng.choice(ORDINARY[: rng.choice([80, 80, 400, len(ORDINARY)])])


def text_about(topics, rng):
    """Some words of each topic among ordinary ones, in no particular order."""
    words = [inflect(rng.choice(topic.words), rng) for topic in topics for _ in range(rng.randint(1, 4))]
    words += [ordinary_word(rng) for _ in range(rng.randint(2, 12))]
    if rng.random() < 0.15:
        words.append(rng.choice(rng.choice(TOPICS).words))
    rng.shuffle(words)
    return " ".join(words)
