"""Sentences with people, organisations and places marked, for tiny-ner. HELD_OUT forms never reach the training."""

import random
import re

from word_lists import CAPITALS, CITIES, COMMON_WORDS, FIRST_NAMES, PLAIN_SENTENCES, REGIONS, invented_word, split_off
from word_pieces import without_accents

NAMES, TEST_NAMES = split_off(FIRST_NAMES, 0.1)
PLACES, TEST_PLACES = split_off([*CITIES, *REGIONS, *CAPITALS, *CAPITALS.values()], 0.1)
COMPANIES = "Hugging Face|Google|Amazon|Microsoft|Apple|IBM|Intel|Nvidia|Siemens|Toyota|Sony|Samsung|Netflix|Spotify|Airbus|Boeing|Renault|Nokia|Oracle|Adobe|Tesla|Pfizer|Nestle|Philips|Ericsson|Volvo|Disney|Stripe|OpenAI|NASA|BBC|UNICEF|FIFA|NATO|United Nations|European Union|World Bank|Red Cross|Bosch|Lufthansa|Ikea|Shell|Ford|Honda|Canon|Facebook|Twitter|Visa|Mastercard|Starbucks|Pepsi|Cisco|Dell|Unilever|Bayer|Novartis|Roche|Greenpeace|Interpol|UNESCO|CERN|Reuters|Bloomberg|Uber|Zalando|Vodafone|Telekom|Allianz|Santander|Deutsche Bank|General Electric|General Motors|Goldman Sachs|Morgan Stanley|World Health Organization|Supreme Court|Labour Party"
ORGANISATIONS = COMPANIES.split("|")
CALENDAR = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December".split()
SUFFIXES = "Corp Inc Ltd Group Bank Labs Systems Foods Airlines Motors University Institute Company Records Media Energy Partners Holdings GmbH FC".split()

TRAINING = """My name is {P} and I work at {O} in {L}.
My name is {P} and I live in {L}
My name is {P} but you can call me {P}.
My name is {P}.
I am {P} from {L}.
I'm {P} and I work for {O}.
{P} lives in {L}.
{P} works for {O}.
{P} and {P} went to {L} by train.
{P} was born in {L} in 1984.
{P} met {P} at the station.
{P} said that the house in {L} was too expensive.
{P}, the head of {O}, moved from {L} to {L}.
{P} is a teacher in {L}.
{P} plays the guitar.
{P} and I like to cook.
{P}'s car is in the garage.
{O} is based in {L}.
{O} bought {O} for ten million dollars.
{O} announced a new product today.
{O} hired {P} last year.
{O} has many customers in {L}.
{O} reported a loss of 3 percent.
{L} is a beautiful city.
{L} and {L} signed a treaty.
{L} won the match against {L}.
The team at {O} was founded by {P} and {P} in 2016.
The headquarters of {O} are in {L} and {L}.
The president of {L}, {P}, visited {L} on Monday.
The weather in {L} is nice today.
The capital of {L} is {L}.
The flight from {L} to {L} was late.
The book was written by {P}.
The new office of {O} opens in May.
The government of {L} answered on Friday.
The museum in {L} shows paintings by {P}.
Last week, {P} joined {O}.
Yesterday {O} opened a shop in {L}.
In {L}, people like to eat late.
In March we will visit {L}.
I met {P} at {O} in {L} yesterday.
I love {L}.
I live in {L}
I work at {O}
I bought it from {O}.
I wrote a letter to {P}, but she did not answer.
She said that {O} will hire {P}.
She moved to {L} with {P} and the children.
He studied at {O} and now lives near {L}.
They travel to {L} with {P} every year.
We asked {P} to help us.
We sold the company to {O} in June.
Is {P} from {L}?
Did you see {P} in {L}?
Have you ever been to {L}?
When does {P} arrive in {L}?
Thank you, {P}!
Dear {P}, thank you for your letter.
Call {O} at noon.
Hello, this is {P} from {O}.
Good morning {P}, how are you?
Please send the parcel to {P} in {L}.
Shares of {O} fell in {L}.
Police in {L} arrested two men on Tuesday.
According to {P}, prices in {L} will rise.
Doctors from {L} and {L} met at {O}.
Actor {P} and singer {P} married in {L}.
Engineers at {O} use this tool every day.
Our customer {P} from {L} complains about the delivery.
Students of {O} met {P}.""".split("\n")

HELD_OUT = """{P} told me that {O} will leave {L} soon.
My brother {P} drives to {L} on Sundays.
After ten years in {L}, {P} returned to {L}.
A spokesman for {O} said the plant in {L} would close.
Where did {P} buy the tickets for {L}?
{O} and {O} will work together in {L}.
This picture of {P} was taken near {L}.
Nobody at {O} knows where {P} is.
We flew from {L} and met {P} there.
{P}, who lives in {L}, owns a part of {O}.""".split("\n")

NO_NAMES = """I love this movie.
We had two people come to our house.
This new product is great and we like it.
The device I bought is not working and I want my money back.
Can you tell me when the shop opens on Monday?
My cat likes fish and milk.
Please close the door when you leave.
How much does this bike cost?
It will rain in the evening.
Today is the first day of April.""".split("\n")


class Filler:
    def __init__(self, rng, names=NAMES, places=PLACES):
        self.rng, self.names, self.places = rng, names, places

    def P(self):
        rng = self.rng
        surname = lambda: rng.choice([rng.choice(self.names), invented_word(rng).capitalize(), rng.choice(COMMON_WORDS).capitalize(), rng.choice(self.names) + rng.choice(["son", "s", "er", "man"])])
        name = rng.choice(self.names)
        title = rng.choice(["Dr. ", "Mr. ", "Mrs. ", "Ms. "]) if rng.random() < 0.05 else ""
        return title + (name + " " + surname() if rng.random() < 0.45 else name), len(title)

    def L(self):
        name = invented_word(self.rng).capitalize() if self.rng.random() < 0.12 else self.rng.choice(self.places)
        return name, 0

    def O(self):
        rng = self.rng
        if rng.random() < 0.5:
            return rng.choice(ORGANISATIONS), 0
        name = rng.choice([invented_word(rng).capitalize(), rng.choice(self.names), rng.choice(COMMON_WORDS).capitalize()])
        place = rng.choice(self.places)
        letters = "".join(rng.choice("ABCDEFGHIKLMNOPRSTUVW") for _ in range(rng.randint(2, 4)))
        return rng.choice([f"{name} {rng.choice(SUFFIXES)}", f"{name} {rng.choice(SUFFIXES)}", letters, f"University of {place}", f"{place} University", f"Bank of {place}", f"{name} & {rng.choice(self.names)}"]), 0


def fill(template, filler):
    """The sentence and its entities as (start, end, type)."""
    text, entities = "", []
    for part in re.split(r"\{(\w)\}", template):
        if part in ("P", "O", "L"):
            value, skipped = getattr(filler, part)()
            value = without_accents(value)
            entities.append((len(text) + skipped, len(text) + len(value), {"P": "PER", "O": "ORG", "L": "LOC"}[part]))
            text += value
        else:
            text += part
    return text, entities


def scrambled(rng):
    """Ordinary words, sometimes with capitals as in a heading: no names either."""
    words = [rng.choice([*COMMON_WORDS, *CALENDAR]) for _ in range(rng.randint(3, 9))]
    if rng.random() < 0.3:
        return " ".join(words).title()
    return words[0].capitalize() + " " + " ".join(words[1:]) + rng.choice([".", "?", "!", ""])


def put_in(sentence, rng):
    """A form made of an ordinary sentence: slots take the place of some words, so that names are known by themselves too."""
    words = sentence.split()
    for place in rng.sample(range(len(words)), rng.choice([1, 1, 2])):
        end = re.search(r"\W*$", words[place])[0]
        words[place] = "{" + rng.choice("PPOLL") + "}" + end
    return " ".join(words)


def varied(template, rng):
    """Other ordinary words in place of some: what stands around a name says less than the name."""
    change = lambda word: rng.choice([*COMMON_WORDS, *CALENDAR]) if rng.random() < 0.2 and word.isalpha() else word
    return " ".join(change(word) for word in template.split(" "))


def example(rng, templates=TRAINING):
    kind = rng.random()
    plain = rng.choice(PLAIN_SENTENCES[100:])
    if kind < 0.1:
        return plain, []
    if kind < 0.2:
        return rng.choice([scrambled(rng), rng.choice(NO_NAMES)]), []
    template = put_in(plain, rng) if kind < 0.45 else rng.choice(templates)
    if rng.random() < 0.4:
        template = varied(template, rng)
    text, entities = fill(template, Filler(rng))
    if rng.random() < 0.15:
        before = rng.choice([plain, scrambled(rng)]) + " "
        text, entities = before + text, [(a + len(before), b + len(before), kind) for a, b, kind in entities]
    return text, entities


def test_rows(seed=3):
    """Other forms, names and places than the training's, and other sentences without any name."""
    rng = random.Random(seed)
    filler = Filler(rng, TEST_NAMES, TEST_PLACES)
    filled = [fill(template, filler) for template in HELD_OUT for _ in range(8)] + [fill(rng.choice(TRAINING), filler) for _ in range(40)]
    plain = [(sentence, []) for sentence in PLAIN_SENTENCES[:40]]
    return [{"text": text, "entities": [{"type": kind, "text": text[a:b]} for a, b, kind in found]} for text, found in filled + plain]
