"""Dialogues for the chat model: small talk, a few facts, things to remember from earlier turns, and system prompts."""

import random

from chat_facts import (
    CAPITALS, COLOURS, DAYS, JOKES, LEGS, MONTHS, OPPOSITES, SMALL_TALK, SOUNDS, TERMS,
)
from words import made_up, person, place, thing

pick = random.choice
USER, ASSISTANT, SYSTEM, END = "<|user|>", "<|assistant|>", "<|system|>", "<|end|>"
UNKNOWN = ("I am a very small model and do not know that. Ask me what I can do.", "Unknown.")


def first_upper(text):
    return text[0].upper() + text[1:]


def capital(country):
    return f"The capital of {country} is {CAPITALS[country]}.", f"{CAPITALS[country]}."


def ask_capital():
    country = pick(list(CAPITALS))
    if random.random() < 0.22:
        city = CAPITALS[country]
        question = pick([f"{city} is the capital of which country?", f"Which country has the capital {city}?", f"Where is {city}?"])
        return question, (f"{city} is the capital of {country}.", first_upper(country.removeprefix("the ")) + "."), None
    forms = "What is the capital of {}?|What's the capital of {}?|Which city is the capital of {}?|Capital of {}|Tell me the capital of {}.|Do you know the capital of {}?|Name the capital of {}."
    if random.random() < 0.12:
        country = made_up().capitalize()
        return pick(forms.split("|")).format(country), (f"I do not know the capital of {country}.", "Unknown."), None
    return pick(forms.split("|")).format(country), capital(country), (capital, CAPITALS)


def colour(what):
    return f"{first_upper(what)} is {COLOURS[what]}.", f"{COLOURS[what].capitalize()}."


def ask_colour():
    what = pick(list(COLOURS))
    forms = "What colour is {}?|What color is {}?|Which colour does {} have?|Tell me the colour of {}.|What is the colour of {}?|Which colour is {}?"
    return pick(forms.split("|")).format(what), colour(what), (colour, COLOURS)


def sound(animal):
    return f"{first_upper(animal)} says {SOUNDS[animal]}.", f"{SOUNDS[animal].capitalize()}."


def ask_sound():
    animal = pick(list(SOUNDS))
    forms = "What does {} say?|What sound does {} make?|Which noise does {} make?|How does {} sound?"
    return pick(forms.split("|")).format(animal), sound(animal), (sound, SOUNDS)


def legs(animal):
    return f"{first_upper(animal)} has {LEGS[animal]} legs.", f"{LEGS[animal]}."


def ask_legs():
    animal = pick(list(LEGS))
    forms = "How many legs does {} have?|How many legs has {}?|Number of legs of {}?|Does {} have legs?"
    return pick(forms.split("|")).format(animal), legs(animal), (legs, LEGS)


def ask_sum():
    a, b = random.randint(0, 10), random.randint(0, 10)
    if random.random() < 0.35:
        a, b = max(a, b), min(a, b)
        sign, word, result = "-", "minus", a - b
    else:
        sign, word, result = "+", "plus", a + b
    forms = [f"What is {a} {sign} {b}?", f"{a} {sign} {b}", f"How much is {a} {word} {b}?", f"What is {a} {word} {b}?", f"Calculate {a} {sign} {b}.", f"{a} {word} {b}?", f"What's {a} {sign} {b}?", f"{a} {sign} {b} = ?"]
    return pick(forms), (f"{a} {word} {b} is {result}.", f"{result}."), None


def ask_opposite():
    a, b = random.sample(pick(OPPOSITES), 2)
    forms = "What is the opposite of {}?|What's the opposite of {}?|Opposite of {}|Tell me the opposite of {}.|Which word is the opposite of {}?"
    return pick(forms.split("|")).format(a), (f"The opposite of {a} is {b}.", f"{b.capitalize()}."), None


def ask_calendar():
    names = pick([DAYS, MONTHS])
    kind, at = ("day" if names is DAYS else "month"), random.randrange(len(names))
    way, step = pick([("after", 1), ("before", -1)])
    other = names[(at + step) % len(names)]
    forms = [f"What {kind} comes {way} {names[at]}?", f"Which {kind} is {way} {names[at]}?", f"What comes {way} {names[at]}?", f"Which {kind} comes {way} {names[at]}?"]
    return pick(forms), (f"{other} comes {way} {names[at]}.", f"{other}."), None


def ask_term():
    term = pick(list(TERMS))
    forms = "What is {}?|What's {}?|Explain {}.|Tell me about {}.|What does {} mean?|Do you know what {} is?|Can you explain {}?"
    return pick(forms.split("|")).format(term), (TERMS[term], TERMS[term].split()[-1].capitalize()), None


def small_talk():
    questions, long, short = pick(SMALL_TALK)
    return pick(questions.split("|")), (long, short), None


def unknown():
    a, b, name = thing(), thing(), person()
    forms = [
        f"Who is {name}?", f"How do I repair a {a}?", f"Write a poem about {a}.", f"Explain {a}.", f"What is {a}?",
        f"Why is the {a} so {b}?", f"Where can I buy a {a}?", f"When did {name} meet {person()}?", f"What do you think about {a}?",
        f"Translate {a} into French.", f"Can you book a {a} for me?", f"Who won the {a} in {place()}?", f"Is {a} better than {b}?",
        f"How far is it to {place()}?", f"Give me a recipe with {a} and {b}.", f"Who invented the {a}?", f"Summarize the {a} of {name}.",
        f"{a} {b} {thing()}", f"Write code that sorts a {a}.", f"How much does a {a} cost?", f"Should I learn {a}?", f"{made_up()} {made_up()}",
        f"Tell me about {a}.", f"How many {a}s are in {place()}?", f"What is the meaning of {a}?", f"Do you like {a}?", f"I need a {a}.",
    ]
    return pick(forms), UNKNOWN, None


def repeat():
    words = " ".join(thing() for _ in range(random.randint(1, 5)))
    forms = "Say {}|Repeat: {}|Repeat after me: {}|Please say {}|Repeat {}|Please repeat: {}"
    return pick(forms.split("|")).format(words), (f"You said: {words}", f"You said: {words}"), None


def name_of(name):
    return f"I am {name}." if name else "I am Tiny, a very small chat model."


def ask_name(name):
    forms = "Who are you?|What is your name?|What's your name?|Your name?|How are you called?|Tell me your name.|Introduce yourself.|What are you called?"
    return pick(forms.split("|")), (name_of(name), f"{name or 'Tiny'}."), None


def tell(memory):
    """The user says something about themselves, which later turns may ask for."""
    kind = pick(["name", "name", "likes", "lives"])
    if kind == "name":
        memory["name"] = person()
        forms = "My name is {}.|I am {}.|I'm {}.|Call me {}.|Hello, my name is {}.|Hi, I am {}.|Hi, I'm {}.|People call me {}.|Hello, I am {}!|Hey, this is {}.|You can call me {}."
        return pick(forms.split("|")).format(memory["name"]), (f"Nice to meet you, {memory['name']}!", f"{memory['name']}."), None
    if kind == "likes":
        memory["likes"] = thing()
        forms = "I like {}.|I love {}.|My hobby is {}.|I really like {}.|I enjoy {}."
        return pick(forms.split("|")).format(memory["likes"]), (f"Good to know that you like {memory['likes']}.", "Nice."), None
    memory["lives"] = place()
    forms = "I live in {}.|I am from {}.|I come from {}.|My home is {}.|My city is {}."
    return pick(forms.split("|")).format(memory["lives"]), (f"{memory['lives']} must be a nice place.", "Nice."), None


def recall(memory):
    kind = pick([*memory] or ["name"]) if random.random() < 0.85 else pick(["name", "likes", "lives"])
    known = memory.get(kind)
    if kind == "name":
        forms, answer, missing = "What is my name?|What's my name?|Who am I?|Do you know my name?|Do you remember my name?|Say my name.|How am I called?", f"Your name is {known}.", "You have not told me your name yet."
    elif kind == "likes":
        forms, answer, missing = "What do I like?|Do you remember what I like?|What is my hobby?|What do I love?", f"You like {known}.", "You have not told me what you like."
    else:
        forms, answer, missing = "Where do I live?|Where am I from?|What is my city?|Do you know where I live?", f"You live in {known}.", "You have not told me where you live."
    return pick(forms.split("|")), ((answer, f"{known}.") if known else (missing, "Unknown.")), None


def tell_joke(memory):
    count = memory.get("jokes", -1) + 1
    memory["jokes"] = count
    forms = "Tell me a joke|Do you know a joke?|Make me laugh|A joke please|Tell a joke|Can you tell me a joke?|Say something funny"
    if count:
        forms = "Another one|Another joke|Tell me another joke|One more|Another joke please|Again"
    return pick(forms.split("|")), (JOKES[count % len(JOKES)], "Haha."), None


def shop_system(memory):
    opens, closes, price = random.randint(6, 11), random.randint(15, 23), random.randint(1, 60)
    memory["shop"] = shop = {"kind": pick(["bakery", "book shop", "museum", "flower shop", "bank", "library"]), "opens": opens, "closes": closes, "price": price, "item": thing(), "phone": str(random.randint(100, 9999)), "town": place()}
    forms = [
        "You work for a {kind} in {town}. We open at {opens} and close at {closes}. A {item} costs {price} euros. Our phone number is {phone}.",
        "You are the assistant of a {kind}. Opening hours: {opens} to {closes}. A {item} costs {price} euros. The phone number is {phone}. The shop is in {town}.",
        "We are a {kind} in {town}, open from {opens} to {closes}. Price of a {item}: {price} euros. Phone: {phone}.",
    ]
    return pick(forms).format(**shop)


def ask_shop(memory):
    shop = memory.get("shop")
    item = shop["item"] if shop else thing()
    asked = {
        "hours": ("When are you open?|What are your opening hours?|When do you open?|When do you close?|Are you open?|Opening hours?|What time do you open?", "We are open from {opens} to {closes}.", "{opens}-{closes}."),
        "price": (f"How much is a {item}?|What does a {item} cost?|What is the price of a {item}?|How much does a {item} cost?", "A {item} costs {price} euros.", "{price}."),
        "phone": ("What is your phone number?|How can I call you?|Phone number?|Can I call you?", "Our phone number is {phone}.", "{phone}."),
        "town": ("Where is the shop?|Where are you?|Where can I find you?|In which city are you?", "We are in {town}.", "{town}."),
    }
    kind = pick(list(asked) if shop else ["hours"])
    forms, answer, short = asked[kind]
    if not shop:
        return pick(forms.split("|")), ("I have no shop. Write its hours into the system message, and I will know them.", "Unknown."), None
    return pick(forms.split("|")), (answer.format(**shop), short.format(**shop)), None


STYLES = {
    "plain": ["", "", "", "You are a helpful assistant.", "You are a friendly assistant."],
    "word": ["Answer in one word.", "Answer with one word.", "Reply in one word.", "Use only one word.", "Be brief: one word only.", "Answer in a single word."],
    "pirate": ["You are a pirate.", "Talk like a pirate.", "You are a friendly pirate.", "Speak like a pirate.", "Answer like a pirate."],
    "formal": ["Be formal.", "You are a butler.", "Be very polite.", "Speak formally.", "You are a polite butler."],
}


def styled(style, answer):
    long, short = answer
    if style == "word":
        return short
    if style == "pirate":
        return f"Arr! {long} Ahoy, matey!"
    return f"Certainly. {long} At your service." if style == "formal" else long


FACTS = [ask_capital, ask_colour, ask_sound, ask_legs, ask_sum, ask_sum, ask_sum, ask_opposite, ask_calendar, ask_term]


def turn(memory, own_name):
    chance = random.random()
    if "shop" in memory and chance < 0.55:
        return ask_shop(memory)
    for share, make in (
        (0.13, lambda: tell(memory)),
        (0.25, lambda: recall(memory)),
        (0.43, small_talk),
        (0.52, unknown),
        (0.55, lambda: tell_joke(memory)),
        (0.59, lambda: ask_name(own_name)),
        (0.61, lambda: ask_shop(memory)),
        (0.64, repeat),
    ):
        if chance < share:
            return make()
    return pick(FACTS)()


def careless(text):
    """As people type: without capitals, without the full stop, with a slip of the finger."""
    if random.random() < 0.3:
        text = text.rstrip(".?!")
    elif random.random() < 0.1:
        text = text.rstrip(".?!") + pick("!?.")
    if random.random() < 0.1:
        text = pick(["Please, ", "Hey, ", "So, ", "Well, ", "Hi! "]) + text
    return text


def lowered(text, question, answer):
    """Small letters only where nothing that must be copied changes."""
    copied = {word for word in answer[0].replace(".", " ").replace("!", " ").replace(",", " ").split() if word in question}
    return " ".join(word if word.strip(".?!,:") in copied else word.lower() for word in text.split(" "))


def slip(text, answer):
    words = text.split(" ")
    at = random.randrange(len(words))
    word = words[at]
    if len(word) < 5 or word.strip(".?!,:") in answer[0]:
        return text
    cut = random.randrange(1, len(word) - 1)
    words[at] = pick([word[:cut] + word[cut + 1 :], word[:cut] + word[cut + 1] + word[cut] + word[cut + 2 :]])
    return " ".join(words)


def dialogue():
    """A list of (role, text); every answer follows from what stands before it."""
    memory, own_name, messages = {}, None, []
    style = pick(["plain"] * 6 + ["word", "pirate", "formal"])
    system = pick(STYLES[style])
    if style == "plain" and random.random() < 0.2:
        system = pick(["You know all about {}.", "Help people who ask about {}.", "Be nice. Talk about {}.", "You are an expert for {}."]).format(thing())
    if style in ("plain", "word") and random.random() < 0.18:
        system = (shop_system(memory) + " " + (system if style == "word" else "")).strip()
    elif random.random() < 0.15:
        own_name = person()
        system = (pick(["Your name is {}.", "You are {}.", "You are called {}."]).format(own_name) + " " + system).strip()
    if system:
        messages.append(("system", system))
    follow = None
    for _ in range(pick([1, 1, 2, 3, 4])):
        if follow and random.random() < 0.4:
            fact, known = follow
            subject = pick(list(known))
            question, answer = pick(["And {}?", "What about {}?", "And of {}?" if known is CAPITALS else "And {}?", "How about {}?"]).format(subject), fact(subject)
        elif memory.get("jokes", -1) >= 0 and random.random() < 0.4:
            question, answer, follow = tell_joke(memory)
        else:
            question, answer, follow = turn(memory, own_name)
        text = careless(question)
        if random.random() < 0.3:
            text = lowered(text, question, answer)
        if random.random() < 0.06:
            text = slip(text, answer)
        messages += [("user", text), ("assistant", styled(style, answer))]
    return messages


def as_text(messages):
    """What the chat template makes of the messages."""
    marks = {"system": SYSTEM + " ", "user": USER + " ", "assistant": ASSISTANT}
    return "".join(marks[role] + text + END for role, text in messages)
