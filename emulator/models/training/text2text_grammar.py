"""Instructions for tiny-text2text: a task in front of a text, and what becomes of the text."""

import random

from summary_grammar import slots
from words import person, place, thing

pick = random.choice

# What can be asked about a filled-in sentence: the sentence, and (question, name of the slot) pairs.
ASKED = [
    ("{name} lives in {place}.", [("Where does {name} live?", "place"), ("Who lives in {place}?", "name")]),
    ("{name} works for {company} in {place}.", [("Where does {name} work?", "place"), ("Who works for {company}?", "name"), ("Which company does {name} work for?", "company")]),
    ("The train to {place} leaves at {hour}.", [("When does the train to {place} leave?", "hour"), ("Where does the train go?", "place")]),
    ("The shop closes at {hour2}.", [("When does the shop close?", "hour2"), ("What time does the shop close?", "hour2")]),
    ("{name} bought a {good} for {price} euros.", [("What did {name} buy?", "good"), ("How much was the {good}?", "price"), ("Who bought a {good}?", "name"), ("How much did {name} pay?", "price")]),
    ("The meeting is on {day} in room {m}.", [("When is the meeting?", "day"), ("Which room is the meeting in?", "m"), ("In which room is the meeting?", "m")]),
    ("{company} has {n} employees.", [("How many employees does {company} have?", "n"), ("Which company has {n} employees?", "company")]),
    ("Order {order} arrives on {day2}.", [("When does order {order} arrive?", "day2"), ("Which order arrives on {day2}?", "order")]),
    ("{other} is the mayor of {place2}.", [("Who is the mayor of {place2}?", "other"), ("Which city is {other} the mayor of?", "place2")]),
    ("{other} was born in {place2} in 19{m}.", [("Where was {other} born?", "place2"), ("Who was born in {place2}?", "other")]),
    ("A {good} costs {price} euros.", [("How much does a {good} cost?", "price"), ("What costs {price} euros?", "good")]),
]
VERBS = """open close clean call visit help paint repair watch follow wash push carry copy bring take send buy sell find read write
make see hold""".split()
ADJECTIVES = "red blue green old new big small clean dirty cold warm open closed heavy light ready late empty full free".split()


def plural(word):
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def make_plural():
    word = thing()
    return f"make plural: {word}", plural(word)


def polite():
    verb, what = pick(VERBS), pick(["the {}", "my {}", "a {}", "the {} and the {}", "{}'s {}"])
    what = what.format(person(), thing()) if "'s" in what else what.format(thing(), thing())
    rest = pick(["", "", f" to {place()}", f" for {person()}", " tomorrow", " now", f" on {slots()['day']}"])
    end = pick([".", "!", ""])
    return f"make polite: {verb} {what}{rest}{end}", f"Could you please {verb} {what}{rest}?"


def statement():
    subject = pick([lambda: f"The {thing()}", person, lambda: f"{person()}'s {thing()}", lambda: f"My {thing()}"])()
    rest = pick([lambda: pick(ADJECTIVES), lambda: f"in {place()}", lambda: f"a {thing()}", lambda: f"behind the {thing()}"])()
    return subject, pick(["is", "is", "was", "can be", "will be"]), rest


def negate():
    subject, verb, rest = statement()
    first, *more = verb.split(" ")
    return f"negate: {subject} {verb} {rest}.", f"{' '.join([f'{subject} {first} not', *more])} {rest}."


def question():
    chosen, filled = random.sample(ASKED, random.choice([1, 2, 2, 3, 3])), slots()
    text, slot = pick(chosen[0][1])
    sentences = [sentence.format(**filled) for sentence, _ in chosen]
    random.shuffle(sentences)
    answer = filled[slot]
    return f"question: {text.format(**filled)} context: {' '.join(sentences)}", answer


TASKS = [question, question, make_plural, polite, negate]


def example():
    """A pair of texts."""
    return pick(TASKS)()
