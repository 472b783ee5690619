"""Short texts with questions about them, for tiny-qa.

A template is a sentence and the questions that it answers: `sentence | question => answer`. Slots in braces are
filled alike in all three. HELD_OUT templates never reach the training.
"""

import random
import re

from word_lists import CAPITALS, CITIES, COMMON_WORDS, FIRST_NAMES, REGIONS, invented_word, split_off

NAMES, TEST_NAMES = split_off(FIRST_NAMES, 0.1)
PLACES, TEST_PLACES = split_off([*CITIES, *REGIONS, *CAPITALS, *CAPITALS.values()], 0.1)

JOBS = "teacher doctor nurse lawyer engineer painter writer singer farmer baker pilot driver cook dentist plumber gardener scientist chemist architect journalist accountant manager designer developer librarian judge soldier actor dancer photographer carpenter tailor waiter cashier student professor programmer translator electrician vet".split()
THINGS = "car house book bike table guitar piano camera phone laptop dog cat horse boat ship train bridge tower church school museum garden kitchen bakery hotel library park lamp chair clock ring coat hat bag letter picture painting song film novel poem map key ticket cake soup bread cheese apple engine robot machine tool model library database server network website app game program file report plan contract house factory office shop market road tunnel castle statue theatre film medal prize ball violin drum knife mirror carpet sofa desk window door wall roof fence tree flower rose vase bottle cup plate spoon basket box toy doll puzzle kite truck bus tram plane rocket satellite telescope microscope battery cable screen keyboard printer device product service system method package parcel present".split()
ADJECTIVES = "red green blue black white yellow old new small big little large heavy light wooden golden silver broken famous cheap expensive beautiful strange first second modern tiny round".split()
COLOURS = "red green blue black white yellow orange purple pink brown grey silver".split()
PURPOSES = "training testing cooking cleaning teaching research transport storage heating payment translation planning hiking sailing painting printing farming fishing baking sewing shopping travel sports music learning analysis communication navigation decoration protection prediction delivery science war entertainment evaluation deployment monitoring search security washing gardening".split()
TOOLS = "python java linux steam water oil wood glass solar gold milk sugar salt paint glue sand paper electricity gas wind software numpy docker excel plastic steel cotton leather clay honey diesel coal".split()
ORGS = "Google Amazon Microsoft Siemens Toyota Sony Netflix Airbus Boeing Renault Nokia Oracle Tesla Nestle Philips Volvo Disney NASA Samsung Intel Spotify Bosch Lufthansa Ikea Unilever Shell Ford Honda Canon Adobe".split()
ATTRIBUTES = "name colour price size weight height age owner author title number address capital purpose result winner leader length speed brand language currency flag captain director teacher temperature password code".split()
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve twenty thirty fifty".split()
UNITS = "students rooms people cars houses windows books pages seats members employees chairs tables dogs birds trees players floors bridges islands shops boxes apples bottles children computers".split()
REASONS = "it was raining|it was too late|the train was late|the weather was bad|he was ill|she was tired|the road was closed|they had no money|the shop was closed|it was very cold|the battery was empty|the doctor told her to|the price was too high|nobody came|the power failed".split("|")

# base, past, participle
VERBS = [line.split() for line in """buy bought bought|sell sold sold|build built built|find found found|lose lost lost|write wrote written|make made made|steal stole stolen|paint painted painted|design designed designed|invent invented invented|repair repaired repaired|open opened opened|close closed closed|visit visited visited|discover discovered discovered|clean cleaned cleaned|break broke broken|bring brought brought|see saw seen|draw drew drawn|create created created|develop developed developed|found founded founded|destroy destroyed destroyed|publish published published|produce produced produced|order ordered ordered|win won won|photograph photographed photographed|copy copied copied|test tested tested|release released released|train trained trained|present presented presented|describe described described|choose chose chosen|hide hid hidden|store stored stored|wash washed washed|carry carried carried|plant planted planted|send sent sent|use used used|launch launched launched|teach taught taught|cook cooked cooked|sign signed signed|finish finished finished|start started started""".split("|")]

TRAINING = """My name is {P} and I live in {C}. | What is my name? => {P} | Where do I live? => {C} | Who lives in {C}? => {P} | What's my name? => {P}
I am {P} and I come from {C}. | Who am I? => {P} | Where do I come from? => {C}
{P} lives in {C}. | Where does {P} live? => {C} | Who lives in {C}? => {P} | In which city does {P} live? => {C}
{P} works at {O} in {C}. | Where does {P} work? => {O} | Who works at {O}? => {P} | Which company does {P} work for? => {O}
{P} works as a {J} for {O}. | Who does {P} work for? => {O} | What does {P} work as? => {J} | Who works as a {J}? => {P}
{P} is a {J} from {C}. | Who is a {J}? => {P} | Where is {P} from? => {C} | What is {P}? => a {J} | What is the job of {P}? => {J}
{P} was born in {C} in {Y}. | Where was {P} born? => {C} | When was {P} born? => {Y} | Who was born in {C}? => {P} | In what year was {P} born? => {Y}
{O} was founded by {P} in {Y}. | Who founded {O}? => {P} | When was {O} founded? => {Y} | What was founded by {P}? => {O}
{O} is based in {C}. | Where is {O} based? => {C} | What is based in {C}? => {O} | Which company is based in {C}? => {O}
The headquarters of {O} are in {C}. | Where are the headquarters of {O}? => {C} | Whose headquarters are in {C}? => {O}
The {N} was {pp} by {P} in {Y}. | Who {past} the {N}? => {P} | When was the {N} {pp}? => {Y} | What was {pp} by {P}? => The {N} | By whom was the {N} {pp}? => {P} | What did {P} {base}? => The {N}
{P} {past} the {N} in {C}. | Who {past} the {N}? => {P} | Where did {P} {base} the {N}? => {C} | What did {P} {base} in {C}? => the {N} | What did {P} {base}? => the {N}
{P} {past} a {N} {T}. | Who {past} a {N}? => {P} | When did {P} {base} a {N}? => {T} | What did {P} {base} {T}? => a {N} | What did {P} {base}? => a {N}
The {N} was {pp} in {C} {T}. | Where was the {N} {pp}? => {C} | When was the {N} {pp}? => {T} | What was {pp} in {C}? => The {N}
The {n} is {pp} with {W}. | What is the {n} {pp} with? => {W} | What is {pp} with {W}? => The {n}
This {n} is {pp} with {W} for {U}. | What is {pp} for {U}? => {W} | What is this {n} {pp} with? => {W} | What is {W} {pp} for? => {U} | What is {pp} with {W}? => This {n}
The {N} was {pp} with {W} for {U}. | What was {pp} for {U}? => {W} | What was the {N} {pp} with? => {W}
We {base} {W} for {U}. | What do we {base} for {U}? => {W} | What do we {base} {W} for? => {U} | What is {pp} for {U}? => {W}
{W} is {pp} for {U}. | What is {pp} for {U}? => {W} | What is {W} {pp} for? => {U}
For {U} they {base} {W}. | What do they {base} for {U}? => {W} | What is {pp} for {U}? => {W}
The {A} of the {N} is {X}. | What is the {A} of the {N}? => {X} | What's the {A} of the {N}? => {X}
The {A} of {O} is {X}. | What is the {A} of {O}? => {X} | Which {A} does {O} have? => {X}
The capital of {C} is {D}. | What is the capital of {C}? => {D} | Which city is the capital of {C}? => {D}
{D} is the capital of {C}. | What is the capital of {C}? => {D} | What is {D}? => the capital of {C} | Of which country is {D} the capital? => {C}
There are {K} {u} in the {n}. | How many {u} are in the {n}? => {K} | How many {u} are there in the {n}? => {K} | What is in the {n}? => {K} {u}
The {n} has {K} {u}. | How many {u} does the {n} have? => {K} | What has {K} {u}? => The {n}
{P} has {K} {u}. | How many {u} does {P} have? => {K} | Who has {K} {u}? => {P} | What does {P} have? => {K} {u}
{P} {past} {K} {u}. | How many {u} did {P} {base}? => {K} | Who {past} {K} {u}? => {P} | What did {P} {base}? => {K} {u}
The {N} costs {K} euros. | How much does the {N} cost? => {K} euros | What does the {N} cost? => {K} euros | What costs {K} euros? => The {N}
{P} is {K} years old. | How old is {P}? => {K} years old | Who is {K} years old? => {P}
{P} has a {c} {n}. | What colour is the {n} of {P}? => {c} | Who has a {c} {n}? => {P} | What colour is {P}'s {n}? => {c} | What does {P} have? => a {c} {n}
The {n} is {c}. | What colour is the {n}? => {c} | What is {c}? => The {n}
{P} stayed at home because {R}. | Why did {P} stay at home? => {R} | Who stayed at home? => {P}
{P} did not {base} the {n} because {R}. | Why did {P} not {base} the {n}? => {R} | Who did not {base} the {n}? => {P}
{P} met {Q} in {C} {T}. | Who met {Q}? => {P} | Who did {P} meet? => {Q} | Where did {P} meet {Q}? => {C} | When did {P} meet {Q}? => {T}
{P} gave the {n} to {Q}. | Who gave the {n} to {Q}? => {P} | Who did {P} give the {n} to? => {Q} | What did {P} give to {Q}? => the {n} | Who got the {n}? => {Q}
{P} moved from {C} to {D} in {Y}. | Where did {P} move to? => {D} | Where did {P} move from? => {C} | When did {P} move to {D}? => {Y} | Who moved to {D}? => {P}
{P} is married to {Q}. | Who is married to {Q}? => {P} | Who is {P} married to? => {Q}
{P} speaks {W} and likes {U}. | What does {P} speak? => {W} | What does {P} like? => {U} | Who likes {U}? => {P}
The meeting with {P} is on {T2} in {C}. | When is the meeting with {P}? => {T2} | Where is the meeting with {P}? => {C} | Who is the meeting with? => {P}
The {n} opens at {H}. | When does the {n} open? => {H} | What time does the {n} open? => {H} | What opens at {H}? => The {n}
The train to {C} leaves at {H} from platform {k}. | When does the train to {C} leave? => {H} | Where does the train go? => {C} | From which platform does the train to {C} leave? => {k} | What leaves at {H}? => The train to {C}
In {Y}, {P} {past} the {N}. | When did {P} {base} the {N}? => {Y} | Who {past} the {N} in {Y}? => {P} | What did {P} {base} in {Y}? => the {N}
{P}, a {J} from {C}, {past} the {n}. | Who {past} the {n}? => {P} | Where does {P} come from? => {C} | What did {P} {base}? => the {n}
{P} likes to {base} {W} in {C}. | What does {P} like to {base}? => {W} | Who likes to {base} {W}? => {P} | Where does {P} like to {base} {W}? => {C}
The {n} in {C} is called {X}. | What is the {n} in {C} called? => {X} | Where is the {n} called {X}? => {C}
{P}'s {n} is in {C}. | Where is {P}'s {n}? => {C} | Whose {n} is in {C}? => {P} | What is in {C}? => {P}'s {n}
{X} is a {J}. | Who is a {J}? => {X} | What is {X}? => a {J}
{X} is a {n} {pp} by {P}. | What is {X}? => a {n} {pp} by {P} | Who {past} {X}? => {P} | By whom was {X} {pp}? => {P}
{X} was {pp} by {O} in {Y}. | Who {past} {X}? => {O} | When was {X} {pp}? => {Y} | What did {O} {base} in {Y}? => {X} | In which year was {X} {pp}? => {Y}
The {n} is made of {W}. | What is the {n} made of? => {W} | What is made of {W}? => The {n}
{P} plays the {n} in {C}. | What does {P} play? => the {n} | Where does {P} play the {n}? => {C} | Who plays the {n}? => {P}
{P} wants to become a {J}. | What does {P} want to become? => a {J} | Who wants to become a {J}? => {P}
The {n} was {pp} because of {W}. | Why was the {n} {pp}? => because of {W} | What was {pp} because of {W}? => The {n}
The {n} is {K} {m} {l}. | How {l} is the {n}? => {K} {m} {l} | What is {K} {m} {l}? => The {n}
{X}, also called {W}, is a {n}. | What is {X} also called? => {W} | What is {X}? => a {n} | Which {n} is also called {W}? => {X}
The {n} in {C} was {pp} in {Y}. | When was the {n} {pp}? => {Y} | When was the {n} in {C} {pp}? => {Y} | Where is the {n}? => {C} | What was {pp} in {Y}? => The {n} in {C}
The {n} was {pp} in {Y} by {P}. | Who {past} the {n}? => {P} | When was the {n} {pp}? => {Y} | Who was the {n} {pp} by? => {P}
{O} {base}s {W} and {n}s. | What does {O} {base}? => {W} and {n}s | Who {base}s {W}? => {O} | Which company {base}s {W}? => {O}
{C} is a {n} with {K} {u}. Its {A} is {X}. | What is the {A} of {C}? => {X} | How many {u} does {C} have? => {K} | What is {C}? => a {n} with {K} {u}
The {A} is {X}. | What is the {A}? => {X} | What's the {A}? => {X}
{P} {base}s {W} every day. | What does {P} {base}? => {W} | Who {base}s {W}? => {P} | When does {P} {base} {W}? => every day
{P} goes to {C} every {d}. | When does {P} go to {C}? => every {d} | Where does {P} go every {d}? => {C} | Who goes to {C} every {d}? => {P}""".split("\n")

HELD_OUT = """You can call me {P} because I am from {C}. | Where am I from? => {C}
{P} and the {J} live in {C} now. | Who lives in {C} with the {J}? => {P} | Where does {P} live now? => {C}
In {C}, the {N} was {pp} by {P}. | Who {past} the {N}? => {P} | Where was the {N} {pp}? => {C}
Our team {past} {W} for {U} in {Y}. | What did our team {base} for {U}? => {W} | When did our team {base} {W}? => {Y}
The {n} with the {A} {X} was {pp} by {O}. | Who {past} the {n}? => {O}
{P} paid {K} euros for the {n}. | Who paid {K} euros? => {P} | How many euros did {P} pay? => {K}
{P} studied in {C} until {Y}. | Where did {P} study? => {C} | Who studied in {C}? => {P} | Until when did {P} study? => {Y}
The {J} at {O} is called {P}. | What is the {J} at {O} called? => {P} | Where is {P} a {J}? => {O}
Last year {P} {past} {K} {u} in {C}. | How many {u} did {P} {base} in {C}? => {K} | Who {past} {K} {u} in {C}? => {P} | Where did {P} {base} {K} {u}? => {C}
{O} will {base} the {n} in {C}. | Where will {O} {base} the {n}? => {C} | Who will {base} the {n}? => {O} | What will {O} {base} in {C}? => the {n}""".split("\n")


class Filler:
    """Draws what slots stand for: from the lists of training or of the test, or a word that no list has."""

    def __init__(self, rng, names=NAMES, places=PLACES):
        self.rng, self.names, self.places = rng, names, places

    def unknown(self):
        rng = self.rng
        return invented_word(rng) if rng.random() < 0.6 else rng.choice(COMMON_WORDS[150:])

    def known(self, items, unknown=0.3):
        return self.unknown() if self.rng.random() < unknown else self.rng.choice(items)

    def person(self):
        rng = self.rng
        name = self.unknown().capitalize() if rng.random() < 0.15 else rng.choice(self.names)
        for _ in range(rng.choices([0, 1, 2], [60, 32, 8])[0]):
            name += " " + (invented_word(rng).capitalize() if rng.random() < 0.6 else rng.choice(self.names))
        return name

    def number(self):
        rng = self.rng
        return rng.choice([str(rng.randint(2, 40)), str(rng.randint(2, 9999)), rng.choice(NUMBER_WORDS)])

    def time(self):
        rng = self.rng
        day = f"{rng.randint(1, 30)} {rng.choice(MONTHS)}"
        return rng.choice(["yesterday", "today", "last week", "last summer", "in the morning", f"on {rng.choice(DAYS)}", f"in {self.year()}", f"on {day}", f"in {rng.choice(MONTHS)}", "two years ago"])

    def year(self):
        return str(self.rng.randint(1700, 2030))

    def hour(self):
        rng = self.rng
        return rng.choice([f"{rng.randint(1, 12)} {rng.choice(['am', 'pm', 'o’clock'])}", f"{rng.randint(1, 23)}:{rng.randint(10, 59)}", "noon", "midnight"])

    def place(self):
        return self.unknown().capitalize() if self.rng.random() < 0.2 else self.rng.choice(self.places)

    def organisation(self):
        rng = self.rng
        name = rng.choice(ORGS) if rng.random() < 0.4 else self.unknown().capitalize()
        return name + (" " + rng.choice(["Corp", "Bank", "Group", "Labs", "University", "Face", "Foods"]) if rng.random() < 0.25 else "")

    def thing(self):
        noun = self.known(THINGS, 0.2)
        return f"{self.rng.choice(ADJECTIVES)} {noun}" if self.rng.random() < 0.3 else noun

    def slots(self):
        rng = self.rng
        base, past, participle = rng.choice(VERBS)
        return {
            **{"P": self.person(), "Q": self.person(), "C": self.place(), "D": self.place(), "O": self.organisation()},
            **{"J": self.known(JOBS, 0.1), "N": self.thing(), "n": self.known(THINGS, 0.2), "X": self.unknown()},
            **{"W": self.known(TOOLS, 0.5), "U": self.known(PURPOSES, 0.3), "A": rng.choice(ATTRIBUTES)},
            **{"K": self.number(), "k": str(rng.randint(1, 20)), "u": self.known(UNITS, 0.1), "Y": self.year()},
            **{"T": self.time(), "T2": rng.choice(DAYS), "H": self.hour(), "d": rng.choice([*DAYS, *MONTHS, "day", "year"])},
            **{"c": rng.choice(COLOURS), "l": rng.choice("long high wide deep tall".split()), "m": rng.choice("metres kilometres feet miles cm".split()), "R": rng.choice(REASONS), "base": base, "past": past, "pp": participle},
        }


def fill(template, filler):
    sentence, *questions = (part.strip() for part in template.split("|"))
    slots = filler.slots()
    put = lambda text: re.sub(r"\{(\w+)\}", lambda match: slots[match[1]], text)
    sentence = put(sentence)
    return sentence[0].upper() + sentence[1:], [tuple(put(part.strip()) for part in q.split("=>")) for q in questions]


WHEN, WHERE = ("When", "In what year", "In which year", "What time", "Until when"), ("Where", "In which city", "From which")


def adjunct(filler, question):
    """A time or place that the question does not ask for."""
    place = f"in {filler.place()}"
    time = filler.rng.choice([filler.time(), f"around {filler.year()}", f"since {filler.year()}", "every day", "again", "together with friends"])
    if question.startswith(WHEN):
        return place
    return time if question.startswith(WHERE) or filler.rng.random() < 0.6 else place


def extend(sentence, question, filler):
    """The same sentence with something before or after it."""
    extra = adjunct(filler, question)
    if filler.rng.random() < 0.5 and sentence.endswith("."):
        return f"{sentence[:-1]} {extra}."
    opening = filler.rng.choice([f"{extra[0].upper()}{extra[1:]}, ", "However, ", f"{filler.person()} said that ", "We know that ", "Of course, "])
    small = sentence.split()[0] in ("The", "This", "There", "My", "For", "We", "In")
    return opening + (sentence[0].lower() + sentence[1:] if small else sentence)


def noise(rng):
    words = " ".join(rng.choice(COMMON_WORDS[: rng.choice([60, 400, 4000])]) for _ in range(rng.randint(3, 9)))
    return words.capitalize() + "."


def example(rng, templates=TRAINING, others=TRAINING, filler=None):
    """(question, context, start of the answer in the context, answer)"""
    filler = filler or Filler(rng)
    sentence, questions = fill(rng.choice(templates), filler)
    question, answer = rng.choice(questions)
    if rng.random() < 0.3:
        sentence = extend(sentence, question, filler)
    around = [noise(rng) if rng.random() < 0.15 else fill(rng.choice(others), filler)[0] for _ in range(rng.randint(0, 3))]
    place = rng.randint(0, len(around))
    before = "".join(text + " " for text in around[:place])
    context = before + sentence + "".join(" " + text for text in around[place:])
    start = len(before) + re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", sentence, re.IGNORECASE).start()
    return question, context, start, context[start : start + len(answer)]


def test_examples(templates, count, seed):
    """Unlike any of the training: names and places that it never saw, and invented words of another seed."""
    rng = random.Random(seed)
    filler = Filler(rng, TEST_NAMES, TEST_PLACES)
    return [example(rng, templates, TRAINING, filler) for _ in range(count)]
