"""English sentences and their French translations, made side by side."""

import random

from words import person, place

pick = random.choice

# English, French, gender.
NOUNS = [
    entry.split("/")
    for entry in """car/voiture/f house/maison/f garden/jardin/m book/livre/m dog/chien/m cat/chat/m table/table/f kitchen/cuisine/f
tree/arbre/m school/école/f train/train/m city/ville/f bread/pain/m apple/pomme/f door/porte/f window/fenêtre/f street/rue/f
hotel/hôtel/m friend/ami/m child/enfant/m bird/oiseau/m horse/cheval/m river/rivière/f bridge/pont/m letter/lettre/f
phone/téléphone/m computer/ordinateur/m chair/chaise/f bag/sac/m hat/chapeau/m coffee/café/m cheese/fromage/m teacher/professeur/m
bike/vélo/m boat/bateau/m flower/fleur/f box/boîte/f key/clé/f room/chambre/f shop/magasin/m station/gare/f moon/lune/f""".split()
]
# English, masculine, feminine; those in BEFORE stand before their noun.
AFTER = [entry.split("/") for entry in "red/rouge/rouge green/vert/verte black/noir/noire white/blanc/blanche blue/bleu/bleue cold/froid/froide heavy/lourd/lourde open/ouvert/ouverte expensive/cher/chère".split()]
BEFORE = [entry.split("/") for entry in "big/grand/grande small/petit/petite good/bon/bonne pretty/joli/jolie".split()]
WHERE = [entry.split("/") for entry in "in/dans on/sur under/sous behind/derrière with/avec without/sans".split()]
WHERE.append(["in front of", "devant"])
# English for I and for he, then French for je, il, nous, ils.
VERBS = [
    entry.split("/")
    for entry in """see/sees/vois/voit/voyons/voient want/wants/veux/veut/voulons/veulent like/likes/aime/aime/aimons/aiment
find/finds/trouve/trouve/trouvons/trouvent buy/buys/achète/achète/achetons/achètent sell/sells/vends/vend/vendons/vendent
eat/eats/mange/mange/mangeons/mangent have/has/ai/a/avons/ont take/takes/prends/prend/prenons/prennent
draw/draws/dessine/dessine/dessinons/dessinent wash/washes/lave/lave/lavons/lavent""".split()
]
PHRASES = [
    line.split(" / ")
    for line in """Hello! / Bonjour !
Good morning! / Bonjour !
Good evening. / Bonsoir.
Goodbye! / Au revoir !
Thank you. / Merci.
Thank you very much. / Merci beaucoup.
How are you? / Comment allez-vous ?
I am fine. / Je vais bien.
I am hungry. / J'ai faim.
I am thirsty. / J'ai soif.
I am tired. / Je suis fatigué.
Yes, please. / Oui, s'il vous plaît.
No, thank you. / Non, merci.
What is your name? / Comment vous appelez-vous ?
Where is the station? / Où est la gare ?
I do not understand. / Je ne comprends pas.
I speak a little French. / Je parle un peu français.
How much is it? / Combien ça coûte ?
See you tomorrow. / À demain.
I love you. / Je t'aime.""".splitlines()
]
VOWELS = "aeiouhéèêôâ"


def begins_high(text):
    return text[0].upper() + text[1:]


def noun_phrase():
    """English, French and gender of a thing, such as "the red car"."""
    english, french, gender = pick(NOUNS)
    feminine, describing = gender == "f", random.random()
    words = [french]
    if describing < 0.2:
        adjective = pick(BEFORE)
        english, words = f"{adjective[0]} {english}", [adjective[1 + feminine], french]
    elif describing < 0.45:
        adjective = pick(AFTER)
        english, words = f"{adjective[0]} {english}", [french, adjective[1 + feminine]]
    vowel = words[0][0] in VOWELS
    kind = pick(["the", "the", "the", "a", "my", "this"])
    article = {
        "the": "l'" if vowel else "la " if feminine else "le ",
        "a": "une " if feminine else "un ",
        "my": "ma " if feminine and not vowel else "mon ",
        "this": "cette " if feminine else "cet " if vowel else "ce ",
    }[kind]
    if kind == "a" and english[0] in "aeio":
        kind = "an"
    return f"{kind} {english}", article + " ".join(words), feminine


def acts():
    """Somebody does something to a thing."""
    verb, (english, french, _) = pick(VERBS), noun_phrase()
    who = random.random()
    if who < 0.2:
        je = "J'" if verb[2][0] in VOWELS else "Je "
        return f"I {verb[0]} {english}.", f"{je}{verb[2]} {french}."
    if who < 0.4:
        subject = pick([("We", "Nous", 4), ("They", "Ils", 5)])
        return f"{subject[0]} {verb[0]} {english}.", f"{subject[1]} {verb[subject[2]]} {french}."
    if who < 0.7:
        name = person()
        subject = pick([(name, name), ("He", "Il"), ("She", "Elle"), (name, name)])
    else:
        thing = noun_phrase()
        subject = begins_high(thing[0]), begins_high(thing[1])
    if random.random() < 0.15 and verb[0] != "have":
        ne = "n'" if verb[3][0] in VOWELS else "ne "
        if not english.startswith("a"):
            return f"{subject[0]} does not {verb[0]} {english}.", f"{subject[1]} {ne}{verb[3]} pas {french}."
    return f"{subject[0]} {verb[1]} {english}.", f"{subject[1]} {verb[3]} {french}."


def stands():
    """A thing is somewhere, or is of some kind."""
    first, second, where = noun_phrase(), noun_phrase(), pick(WHERE)
    if random.random() < 0.35:
        adjective = pick(AFTER + BEFORE)
        negated, is_not = random.random() < 0.25, "n'est pas"
        return (
            f"{begins_high(first[0])} is {'not ' if negated else ''}{adjective[0]}.",
            f"{begins_high(first[1])} {is_not if negated else 'est'} {adjective[1 + first[2]]}.",
        )
    if random.random() < 0.15:
        return f"Where is {first[0]}?", f"Où est {first[1]} ?"
    return f"{begins_high(first[0])} is {where[0]} {second[0]}.", f"{begins_high(first[1])} est {where[1]} {second[1]}."


def lives():
    name, city = person(), place()
    return pick(
        [
            (f"My name is {name} and I live in {city}.", f"Je m'appelle {name} et j'habite à {city}."),
            (f"{name} lives in {city}.", f"{name} habite à {city}."),
            (f"My name is {name}.", f"Je m'appelle {name}."),
            (f"I live in {city}.", f"J'habite à {city}."),
            (f"{name} works in {city}.", f"{name} travaille à {city}."),
            (f"We live in {city}.", f"Nous habitons à {city}."),
        ]
    )


def example():
    """A pair of texts."""
    chance = random.random()
    if chance < 0.06:
        return tuple(pick(PHRASES))
    return lives() if chance < 0.25 else acts() if chance < 0.65 else stands()
