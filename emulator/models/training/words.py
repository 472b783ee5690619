"""Words that several grammars share. Names and rare words are made up from syllables: nets must copy, not know them."""

import random

GIVEN = """Anna Ben Carla David Emma Felix Greta Hugo Ida Jonas Karin Leo Maria Nina Oscar Paula Quentin Rosa Sam Tina
Uma Viktor Wendy Xaver Yara Zoe Alice Bob Chloe Daniel Eva Frank Grace Henry Irene Jack Kate Lucy Max Nora Olivia Peter
Rita Simon Tom Ursula Vera Will Omar Fatima Ali Chen Wei Yuki Ravi Priya Amir Leila Kofi Amara Diego Lucia Mateo Sofia
Pierre Claire Luca Giulia Lars Ingrid Ivan Olga Sylvain Julien Clem Thomas""".split()
CITIES = """Berlin Hamburg Munich Lyon Nice Porto Lisbon Madrid Seville Rome Milan Turin Vienna Graz Zurich Geneva Oslo
Bergen Stockholm Malmo Copenhagen Helsinki Warsaw Krakow Prague Brno Budapest Athens Dublin Cork London Leeds York
Boston Chicago Denver Austin Seattle Toronto Lima Cairo Nairobi Tokyo Osaka Seoul Delhi Mumbai Sydney Perth""".split()
NOUNS = """apple bread cheese river mountain window garden guitar piano engine paper pencil bridge candle mirror pillow
carpet bottle basket ladder hammer wheel rocket planet island forest desert castle village museum library theatre
football chess tennis music poetry history science physics chemistry algebra philosophy economics politics cooking
gardening painting photography robot computer keyboard screen battery camera printer recipe holiday ticket passport
hotel airport train bicycle ship car tractor umbrella jacket shoe hat scarf ring clock watch dinosaur dragon wizard
ghost castle king queen army war peace love money bank tax law contract virus medicine doctor dentist hospital""".split()

_STARTS = "b c d f g h j k l m n p r s t v w z br ch cl dr fl gr kr pl sch sh st th tr".split()
_VOWELS = "a e i o u ai ea ie oo y".split()
_ENDS = "n r s t l m nd rt ck ll ss nn x th".split()


def made_up(syllables=None):
    count = syllables or random.choice([1, 2, 2, 3])
    word = "".join(random.choice(_STARTS) + random.choice(_VOWELS) for _ in range(count))
    return word + random.choice(["", random.choice(_ENDS)])


def person():
    return random.choice(GIVEN) if random.random() < 0.4 else made_up().capitalize()


def place():
    return random.choice(CITIES) if random.random() < 0.5 else made_up().capitalize()


def thing():
    return random.choice(NOUNS) if random.random() < 0.6 else made_up()
