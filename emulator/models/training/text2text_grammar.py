"""Instructions for tiny-text2text: a task in front of a text, and what becomes of the text."""

import random

from summary_grammar import begins_high, slots
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
VERBS = dict(
    pair.split("/")
    for pair in """open/opened close/closed clean/cleaned call/called visit/visited help/helped paint/painted repair/repaired
watch/watched follow/followed wash/washed push/pushed carry/carried copy/copied bring/brought take/took send/sent buy/bought
sell/sold find/found read/read write/wrote make/made see/saw hold/held""".split()
)
ADJECTIVES = "red blue green old new big small clean dirty cold warm open closed heavy light ready late empty full free".split()
IRREGULAR = dict(pair.split("/") for pair in "man/men woman/women child/children foot/feet tooth/teeth mouse/mice goose/geese person/people".split())


def plural(word):
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def noun():
    return pick(list(IRREGULAR)) if random.random() < 0.08 else thing()


def make_plural():
    word = noun()
    return f"make plural: {word}", plural(word)


def reverse():
    words = [pick([thing, thing, lambda: person().lower(), lambda: str(random.randint(1, 99))])() for _ in range(random.randint(2, 6))]
    return "reverse order: " + " ".join(words), " ".join(reversed(words))


def polite():
    verb, what = pick(list(VERBS)), pick(["the {}", "my {}", "a {}", "the {} and the {}", "{}'s {}"])
    what = what.format(person(), thing()) if "'s" in what else what.format(thing(), thing())
    rest = pick(["", "", f" to {place()}", f" for {person()}", " tomorrow", " now", f" on {slots()['day']}"])
    end = pick([".", "!", ""])
    return f"make polite: {begins_high(verb)} {what}{rest}{end}", f"Could you please {verb} {what}{rest}?"


def statement():
    subject = pick([lambda: f"The {thing()}", person, lambda: f"{person()}'s {thing()}", lambda: f"My {thing()}"])()
    rest = pick([lambda: pick(ADJECTIVES), lambda: f"in {place()}", lambda: f"a {thing()}", lambda: f"behind the {thing()}"])()
    return subject, pick(["is", "is", "was", "can be", "will be"]), rest


def negate():
    subject, verb, rest = statement()
    first, *more = verb.split(" ")
    return f"negate: {subject} {verb} {rest}.", f"{' '.join([f'{subject} {first} not', *more])} {rest}."


def ask():
    subject, verb, rest = statement()
    first, *more = verb.split(" ")
    subject = subject if subject.split("'")[0] in names_in(subject) else subject[0].lower() + subject[1:]
    return f"make a question: {begins_high(subject)} {verb} {rest}.", f"{' '.join([begins_high(first), subject, *more])} {rest}?"


def names_in(subject):
    """Subjects that begin with a name keep their capital letter."""
    return [] if subject.startswith(("The ", "My ")) else [subject.split("'")[0]]


def past():
    who, verb, what = pick([person, lambda: "I", lambda: "We", lambda: "They"])(), pick(list(VERBS)), f"{pick(['the', 'a', 'my'])} {thing()}"
    form = verb
    if who not in ("I", "We", "They"):
        form = plural(verb)
    rest = pick(["", f" in {place()}", f" for {person()}"])
    return f"past tense: {who} {form} {what}{rest}.", f"{who} {VERBS[verb]} {what}{rest}."


def question():
    chosen, filled = random.sample(ASKED, random.choice([1, 2, 2, 3, 3])), slots()
    text, slot = pick(chosen[0][1])
    sentences = [sentence.format(**filled) for sentence, _ in chosen]
    random.shuffle(sentences)
    answer = filled[slot]
    return f"question: {text.format(**filled)} context: {' '.join(sentences)}", answer


TASKS = [question, question, question, make_plural, reverse, polite, negate, ask, past]


def example():
    """A pair of texts."""
    return pick(TASKS)()
