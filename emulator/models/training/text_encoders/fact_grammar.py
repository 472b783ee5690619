"""Simple sentences about everyday facts, for tiny-fill-mask.

A relation is a list of facts and the ways to say them. What stands in [brackets] may be masked in the test: only there
is one answer right. The last way of each relation is kept from training.
"""

import random
import re

from word_lists import CAPITALS, FIRST_NAMES

LANGUAGES = "france french|germany german|austria german|spain spanish|mexico spanish|argentina spanish|chile spanish|peru spanish|italy italian|portugal portuguese|brazil portuguese|russia russian|china chinese|japan japanese|poland polish|sweden swedish|norway norwegian|denmark danish|finland finnish|greece greek|turkey turkish|netherlands dutch|hungary hungarian|romania romanian|ukraine ukrainian|bulgaria bulgarian|vietnam vietnamese|thailand thai|egypt arabic|morocco arabic|iraq arabic|england english|australia english|canada english|ireland english"
CONTINENTS = {
    "europe": "albania austria belarus belgium bulgaria croatia denmark estonia finland france germany greece hungary iceland ireland italy latvia lithuania luxembourg malta moldova norway poland portugal romania serbia slovakia slovenia spain sweden switzerland ukraine",
    "asia": "afghanistan bahrain bangladesh bhutan cambodia china india indonesia iran iraq israel japan jordan kazakhstan kuwait laos lebanon malaysia mongolia myanmar nepal oman pakistan philippines qatar singapore syria taiwan tajikistan thailand vietnam yemen",
    "africa": "algeria angola botswana cameroon chad egypt eritrea ethiopia gabon ghana guinea kenya liberia libya madagascar malawi mali morocco mozambique namibia niger nigeria rwanda senegal somalia sudan tanzania togo tunisia uganda zambia zimbabwe",
    "america": "argentina barbados belize bolivia brazil canada chile colombia cuba ecuador guatemala guyana haiti honduras jamaica mexico nicaragua panama paraguay peru suriname uruguay venezuela",
}
KINDS = {
    "animal": "dog cat horse cow sheep pig lion tiger bear wolf fox elephant rabbit mouse monkey camel donkey goat deer",
    "bird": "eagle duck swan owl crow sparrow parrot penguin hen robin",
    "fish": "salmon trout tuna shark herring",
    "insect": "bee ant fly mosquito beetle butterfly",
    "fruit": "apple banana orange pear cherry grape lemon plum peach mango strawberry",
    "vegetable": "carrot potato onion cabbage tomato cucumber pea bean",
    "flower": "rose tulip lily daisy violet",
    "tree": "oak pine birch maple palm willow",
    "tool": "hammer saw drill spade axe",
    "metal": "iron gold silver copper lead",
    "colour": "red blue green yellow black white purple pink",
    "drink": "tea coffee milk water juice wine beer",
    "sport": "football tennis hockey golf rugby basketball swimming",
    "instrument": "piano guitar violin drum flute trumpet",
    "vehicle": "car bus bicycle truck lorry tram",
    "language": "english french german spanish italian russian",
    "planet": "mars venus jupiter saturn earth",
    "job": "teacher doctor nurse baker farmer pilot lawyer",
}
OPPOSITES = "hot cold|big small|long short|high low|good bad|old young|fast slow|rich poor|early late|open closed|full empty|happy sad|light dark|strong weak|easy difficult|loud quiet|clean dirty|wet dry|hard soft|left right|up down|day night|black white|first last|right wrong|thick thin|near far|war peace|love hate|life death|north south|east west|true false|begin end|buy sell|win lose|push pull|cheap expensive|wide narrow|sweet bitter"
COLOURS = "grass green|snow white|blood red|coal black|sky blue|milk white|leaf green|lemon yellow|tomato red|banana yellow|sea blue|night black|sun yellow|chocolate brown|carrot orange"
YOUNG = "dog puppy|cat kitten|cow calf|sheep lamb|horse foal|pig piglet|hen chick|duck duckling|lion cub"
SOUNDS = "dog barks|cat meows|cow moos|lion roars|duck quacks|bee buzzes|wolf howls|snake hisses|bird sings|pig grunts"
WORKPLACES = "teacher school|doctor hospital|nurse hospital|baker bakery|farmer farm|judge court|waiter restaurant|cook kitchen|actor theatre|pilot plane|librarian library|mechanic garage|gardener garden|sailor ship|scientist laboratory|clerk office|chemist pharmacy|priest church|cashier shop|miner mine"
USES = "knife cut|pen write|key open the door|broom sweep|needle sew|phone call|oven bake|camera take pictures|clock tell the time|spoon eat soup|axe chop wood|brush paint|lamp read at night|umbrella stay dry|ladder climb|hammer drive nails|bed sleep|cup drink|car drive|map find the way"
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTHS = "january february march april may june july august september october november december".split()
NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen".split()
SEASONS = "winter cold|summer hot|autumn windy|spring warm"
FOOD = "bread soup rice fish meat cheese cake pizza pasta salad".split()
DRINKS = "tea coffee milk water juice wine beer".split()
TIMES = "morning evening afternoon".split()
SUBJECTS = "he is his|she is her|they are their|we are our".split("|")
OBJECTS = "book letter newspaper poem story".split()
PLACES = "school work church town hospital".split()


def pairs(text):
    return [entry.split(" ", 1) for entry in text.split("|")]


CAPITAL_FACTS = [(capital.lower(), country.lower()) for country, capital in CAPITALS.items() if "-" not in capital]

RELATIONS = [
    (CAPITAL_FACTS, "{0} is the [capital] of [{1}].|the [capital] of {1} is {0}.|the [capital] city of {1} is {0}.|{0} is the largest city and [capital] of {1}.|we flew to {0}, the [capital] of [{1}].|{0} is a city in [{1}].|my friend lives in {0}, the [capital] of [{1}].|the government of {1} sits in {0}.|last year we visited {0} in [{1}].|the train to {0}, the [capital] of [{1}], was late.", 5),
    (pairs(LANGUAGES), "people in {0} speak [{1}].|in {0} they speak [{1}].|the language of {0} is [{1}].|{1} is spoken in {0}.|she learned [{1}] when she lived in {0}.", 1),
    ([(c, k) for k, v in CONTINENTS.items() for c in v.split()], "{0} is a country in [{1}].|{0} is in [{1}].|{0} lies in [{1}].|the country {0} is part of [{1}].|we travelled through {0} and other countries of [{1}].", 2),
    ([(m, k) for k, v in KINDS.items() for m in v.split()], "a {0} is a kind of [{1}].|{0} is a [{1}].|the {0} is a [{1}].|is {0} a [{1}] ?|my favourite [{1}] is {0}.|every {0} is a [{1}].", 2),
    ([p[::d] for p in pairs(OPPOSITES) for d in (1, -1)], "the opposite of {0} is [{1}].|{0} is the opposite of [{1}].|it is not {0} but [{1}].|{0} and [{1}] are opposites.|if something is not {0}, then it is [{1}].", 2),
    (pairs(COLOURS), "what colour is the {0} ? it is [{1}].|everything was [{1}] like {0}.|the colour of the {0} is [{1}].|{0} is [{1}].|the {0} is [{1}].|the {0} was as [{1}] as ever.", 1),
    (pairs(YOUNG), "a young {0} is called a [{1}].|the child of a {0} is a [{1}].|a [{1}] is a young {0}.|the {0} had a small [{1}].", 1),
    (pairs(SOUNDS), "when it is happy the {0} [{1}].|the {0} in the garden [{1}].|the {0} [{1}].|a {0} [{1}] when it is hungry.|listen, the {0} [{1}].|every night the {0} [{1}].", 1),
    (pairs(WORKPLACES), "a {0} works in a [{1}].|the {0} works at the [{1}].|the {0} is in the [{1}].|the {0} goes to the [{1}] every day.|you can meet a {0} in a [{1}].", 1),
    (pairs(USES), "if you want to {1} you need a [{0}].|i need a [{0}] because i want to {1}.|people {1} with a [{0}].|you use a [{0}] to {1}.|with a [{0}] you can {1}.|a [{0}] is used to {1}.|we need a [{0}] to {1}.|take a [{0}] if you want to {1}.", 1),
    ([(d, DAYS[(i + 1) % 7]) for i, d in enumerate(DAYS)], "yesterday was {0} and today is [{1}].|if today is {0}, tomorrow is [{1}].|the day after {0} is [{1}].|[{1}] comes after {0}.|[{0}] comes before {1}.|today is {0}, so tomorrow is [{1}].|if yesterday was {0}, today is [{1}].", 1),
    ([(m, MONTHS[(i + 1) % 12]) for i, m in enumerate(MONTHS)], "{0} is followed by [{1}].|the next month after {0} is [{1}].|it was {0} and soon it will be [{1}].|the month after {0} is [{1}].|[{1}] comes after {0}.|[{0}] is the month before {1}.|after {0} comes [{1}].", 1),
    ([(NUMBERS[a], NUMBERS[b], NUMBERS[a + b]) for a in range(10) for b in range(9)], "what do you get if you add {0} to {1} ? [{2}].|you have {0} and get {1} more, so you have [{2}].|{0} plus {1} is [{2}].|{0} and {1} make [{2}].|the sum of {0} and {1} is [{2}].|{2} is the sum of {0} and {1}.|if you add {0} and {1} you get [{2}].", 1),
    (pairs(SEASONS), "{0} days are [{1}].|the weather in {0} is [{1}].|when {0} comes it gets [{1}].|in {0} it is [{1}].|{0} is the [{1}] season.|it is usually [{1}] in {0}.", 1),
]

EVERYDAY = [
    "{s} {is} [drinking] {drink} in the {time}.|{s} {is} [eating] {food}.|{s} {is} [reading] a {object}.|{s} {is} [going] to {place} with {his} [friends].",
    "i [drink] {drink} in the {time}.|i would like to [eat] some {food}.|my [name] is {name} and i live in {city}.|{name} [lives] in {city}.",
    "{name} is [married] to {other}.|{name} and {other} [are] friends.|{name} [is] my friend.|{s} [{is}] not at home.",
    "thank [you] very much.|good [morning], how are you ?|how [old] are you ?|what [time] is it ?|what is your [name] ?|nice to [meet] you.|see you [tomorrow].|happy [birthday] to you.",
    "i love this [movie].|this is the best [book] i have ever read.|i am [going] to bed because i am tired.|it is raining, so take an [umbrella].|he was ill and went to the [doctor].",
    "the [man] is older than his son.|my [mother] is a nurse and my father is a teacher.|i want to [buy] a new car.|please [open] the window.|can you [help] me ?|i have two [brothers] and one sister.|she [works] in a hotel near the station.|we [live] in a big house.|it is very [cold] today.|what do you [want] to do if it rains ?",
    "the [cat] sat on the mat.|the children [play] in the garden.|the sun [rises] in the east and sets in the west.|birds can [fly] and fish can [swim].|there are seven [days] in a week.|there are twelve [months] in a year.",
]
SLOTS = {"s": SUBJECTS, "drink": DRINKS, "food": FOOD, "object": OBJECTS, "place": PLACES, "time": TIMES}


def everyday(rng):
    subject, verb, owner = rng.choice(SUBJECTS).split()
    values = {name: rng.choice(words) for name, words in SLOTS.items()}
    values.update(s=subject, his=owner, name=rng.choice(FIRST_NAMES).lower(), other=rng.choice(FIRST_NAMES).lower())
    values.update(city=rng.choice(CAPITAL_FACTS)[0])
    values["is"] = verb
    return rng.choice(rng.choice(EVERYDAY).split("|")).format(**values)


def article(text):
    return re.sub(r"\b([Aa])( \[?)(?=[aeio])", r"\1n\2", text)


OPENINGS = "we know that|everybody knows that|he said that|did you know that|yes,|it is true that|of course|i think|in fact|if you ask me,|remember that|they told us that".split("|")
WEIGHTS = [weight for _, _, weight in RELATIONS]


def sentence(rng):
    """One sentence of training; the words in brackets are the interesting ones."""
    if rng.random() < 0.15:
        text = everyday(rng)
    else:
        facts, ways, _ = rng.choices(RELATIONS, WEIGHTS)[0]
        text = rng.choice(ways.split("|")[:-1]).format(*rng.choice(facts))
    if rng.random() < 0.2:
        text = f"{rng.choice(OPENINGS)} {text}"
    return article(text)


def test_rows(per_relation, known, seed=5):
    """Masked sentences in a way of speaking that training never saw, and the word that is right."""
    rng, rows = random.Random(seed), []
    for facts, ways, _ in RELATIONS:
        way = ways.split("|")[-1]
        if "[" not in way:
            way = ways.split("|")[-2]
        for fact in rng.sample(facts, min(per_relation, len(facts))):
            text = way.format(*fact)
            spot = rng.choice(list(re.finditer(r"\[([^\]]+)\]", text)))
            if spot[1] not in known or spot[1] == "capital":
                spot = list(re.finditer(r"\[([^\]]+)\]", text))[-1]
            if spot[1] not in known:
                continue
            masked = text[: spot.start()] + "[MASK]" + text[spot.end() :]
            rows.append({"text": article(re.sub(r"\[(?!MASK)([^\]]+)\]", r"\1", masked)), "answer": spot[1]})
    return rows
