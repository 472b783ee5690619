"""Short news, orders and e-mails, each with the one sentence that matters. Names, places and numbers are made up."""

import random

from words import made_up, person, place

pick = random.choice
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBERS = "two three four five six seven eight nine ten twelve twenty thirty fifty".split()
GOODS = "lamp chair table phone laptop printer jacket bicycle kettle camera clock mirror keyboard sofa radio book".split()
PLACES = ["bakery", "school", "hotel", "factory", "library", "museum", "cinema", "warehouse", "restaurant", "bank"]
TOPICS = ["the budget", "the new website", "the summer party", "the sales plan", "the office move", "the hiring plan", "safety", "the product launch", "the annual report"]
SYSTEMS = ["database", "web shop", "mail server", "payment service", "chat service", "search engine", "login page", "mobile app"]
CAUSES = ["a full disk", "a power cut", "a wrong setting", "a broken cable", "an expired certificate", "a software update", "a memory leak"]
FAULTS = ["broken", "too small", "too loud", "scratched", "the wrong colour", "too big", "dirty"]
ANIMALS = ["cats", "dogs", "bees", "children", "students", "horses", "birds", "older people"]
HABITS = ["sleep better", "learn faster", "eat less", "live longer", "feel calmer", "move more"]
REASONS = ["when it is quiet", "after a short walk", "when the room is cool", "if they hear music", "in the morning", "when they play every day"]
FILLER = """People in the street were surprised.|The weather was fine that day.|A spokesman gave no further details.|More news will follow.
The story was first told by a local newspaper.|Many readers sent us letters about it.|Nobody had expected this.|The police are still asking questions.
Neighbours talked about it all day.|There will be a report next month.""".replace("\n", "|").split("|")
POLITE = """Please let me know if you have questions.|I hope you are well.|Thank you for your patience.|Have a nice day.|Please do not answer to this address.
Our team is always there for you.|I look forward to your answer.|Sorry for the late message.|You find more on our website.""".replace("\n", "|").split("|")


def number():
    return pick(NUMBERS) if random.random() < 0.4 else str(random.randint(2, random.choice([20, 99, 999, 99999])))


def company():
    return pick(["{} Foods", "{} Motors", "{} Bank", "{} Systems", "{}", "{} Group", "{} Air"]).format(made_up().capitalize())


def slots():
    days, places = random.sample(DAYS, 2), [place(), place()]
    return {
        "name": person(), "other": person(), "place": places[0], "place2": places[1], "day": days[0], "day2": days[1],
        "n": number(), "n2": number(), "m": str(random.randint(2, 59)), "hour": str(random.randint(8, 19)), "hour2": str(random.randint(8, 19)),
        "order": str(random.randint(1000, 99999)), "good": pick(GOODS), "building": pick(PLACES), "topic": pick(TOPICS), "system": pick(SYSTEMS),
        "cause": pick(CAUSES), "fault": pick(FAULTS), "animals": pick(ANIMALS), "habit": pick(HABITS), "reason": pick(REASONS),
        "company": company(), "score": f"{random.randint(1, 5)}-{random.randint(0, 4)}", "flight": f"{made_up()[:2].upper()} {random.randint(10, 999)}",
        "storm": pick(["Heavy rain", "Snow", "A storm", "Thick fog", "Hail"]), "price": str(random.randint(5, 900)),
        "part": pick(["morning", "afternoon", "evening", "night"]),
    }


# The sentences of a text in order (alternatives separated by |), and its summary.
NEWS = [
    (["A fire broke out in a {building} in {place} on {day} {part}.|On {day} there was a fire in a {building} in {place}.", "{n} people were hurt.|It hurt {n} people.|The fire hurt {n} people.", "Firefighters worked for {m} minutes.|The mayor, {name}, thanked the firefighters.|{name} saw the smoke first."], "A fire in a {building} in {place} hurt {n} people."),
    (["{place} beat {place2} {score} on {day}.|On {day}, {place} won {score} against {place2}.|The team of {place} defeated {place2} {score} on {day} {part}.", "{name} scored the first goal.|{name} was the best player.|The goals came from {name} and {other}.", "{n} fans watched the match.|There were {n} people in the stadium."], "{place} beat {place2} {score}."),
    (["{company} has opened a new {building} in {place}.|In {place}, {company} opened a {building} on {day}.", "It gives work to {n} people.|{n} people will work there.|The company hired {n} people.", "The director, {name}, cut the ribbon.|It cost {n2} million euros.|{name} spoke of a great day."], "{company} opened a {building} in {place} with {n} jobs."),
    (["{storm} hit {place} on {day}.|On {day} {part}, {place} was hit by bad weather: {storm}.", "{n} trains were late.|{n} trains could not run.|The railway said that {n} trains were late.", "Schools stayed closed.|{name} of the weather service said it will be better on {day2}.|The roads were empty."], "{storm} in {place} on {day} made {n} trains late."),
    (["Scientists in {place} have looked at {animals}.|A team from the University of {place} studied {n} {animals}.|Researchers from {place} have good news.", "They found that {animals} {habit} {reason}.|The result: {animals} {habit} {reason}.|{name}, who led the work, says that {animals} {habit} {reason}.", "The study took {m} months.|They watched them for {m} months."], "A study from {place} says that {animals} {habit} {reason}."),
    (["{name} is the new mayor of {place}.|{place} has a new mayor: {name}.|The people of {place} chose {name} as their mayor on {day}.", "{other} lost by {n} votes.|The election was on {day}.|{n} people voted.", "The first plan is a new {building}.|A new {building} is the first promise."], "{name} is the new mayor of {place} and plans a new {building}."),
    (["The {building} in {place} will close on {day}.|On {day} the {building} in {place} closes its doors.", "{name}, the owner, has no money left.|{name} led it for {m} years.", "{n} people lose their work.|This costs {n} people their work."], "The {building} in {place} closes and {n} people lose their work."),
]
LETTERS = [
    (["Hello {name},|Dear {name},|Hi {name},", "thank you for your order {order}.|your order {order} is on its way.|we have good news about your order {order}.", "We sent {n} {good}s today.|The parcel holds {n} {good}s.|It contains {n} {good}s.", "It will arrive on {day}.|You will get it on {day}.|Expect it on {day}."], "Order {order} with {n} {good}s arrives on {day}."),
    (["Hi all,|Dear colleagues,|Hello {name},", "our meeting about {topic} moves from {day2} to {day}.|the meeting about {topic} is now on {day}, not on {day2}.|we have to move the meeting about {topic} to {day}.", "We start at {hour}.|It begins at {hour}.|Please be there at {hour}.", "{other} will bring the numbers.|We meet in room {m}.|{other} cannot come."], "The meeting about {topic} is on {day} at {hour}."),
    (["Dear team,|Hello,|Dear Sir or Madam,", "last {day} I bought a {good} in your shop.|I ordered a {good} from you on {day}.", "It is {fault}.|Sadly it is {fault}.|The {good} that I got is {fault}.", "I want my money back.|Please give me my money back.|I would like a refund.", "My order number is {order}.|The order number is {order}.", "Regards, {name}|Best wishes, {name}|{name}"], "{name} wants a refund for order {order}: the {good} is {fault}."),
    (["Dear {name},|Hello {name},", "your flight {flight} from {place} to {place2} is late.|we are sorry that flight {flight} from {place} to {place2} is delayed.", "It will leave {m} minutes later.|The delay is {m} minutes.|Please expect a delay of {m} minutes.", "You leave from gate {n}.|Please go to gate {n}."], "Flight {flight} to {place2} is {m} minutes late."),
    (["Hello everyone,|Dear customers,|Dear users,", "our {system} was down on {day} {part}.|on {day} you could not use our {system}.|the {system} did not work on {day}.", "{n} customers could not work.|This touched {n} customers.", "The cause was {cause}.|The reason was {cause}.|We found {cause}.", "It works again since {hour}.|All is well since {hour}."], "The {system} was down on {day} because of {cause}."),
    (["Hi {name},|Dear {name},", "I am ill and cannot come to work today.|I have a cold and stay at home.|I do not feel well and stay in bed.", "{other} can do my work.|Please ask {other} for help.|{other} knows about my tasks.", "I will be back on {day}.|I hope to be back on {day}.|See you on {day}.", "Best, {company}|Thanks!|Sorry!"], "The sender is ill, {other} takes over, and they are back on {day}."),
    (["Dear {name},|Hello {name},|Dear tenant,", "please remember your bill {order}.|the bill {order} is still open.|we have not received your money for bill {order}.", "The amount is {price} euros.|You owe us {price} euros.|It is about {price} euros.", "Please pay until {day}.|The last day to pay is {day}.|We expect the money by {day}."], "Bill {order} over {price} euros must be paid by {day}."),
    (["Hi {name},|Hello {name},", "I have a birthday on {day} and would like to see you.|we have a party on {day} and you are invited.|you are invited to my party on {day}.", "We start at {hour} in {place}.|It begins at {hour} in {place}.", "Please bring a cake.|{other} brings the music.|Bring {other} with you.", "Your {company}|See you!|Greetings!"], "A party on {day} at {hour} in {place}."),
]


def begins_high(text):
    return text[0].upper() + text[1:]


def example():
    """A text, its summary and what was filled in."""
    is_letter = random.random() < 0.5
    sentences, summary = pick(LETTERS if is_letter else NEWS)
    filled = slots()
    # Numbers written as words begin a sentence with a capital letter, and stay small in the summary.
    text = [begins_high(pick(options.split("|")).format(**filled)) for options in sentences]
    if is_letter:
        text[1] = text[1][0].lower() + text[1][1:] if text[0].endswith(",") and text[1][0] not in "I" else text[1]
    filler = POLITE if is_letter else FILLER
    for _ in range(pick([0, 0, 1, 1, 2])):
        text.insert(random.randint(2 if is_letter else 1, len(text)), pick(filler))
    return " ".join(text), begins_high(summary.format(**filled)), filled
