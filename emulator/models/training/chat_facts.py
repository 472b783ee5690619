"""What the chat model knows: questions, a full answer and an answer of one word."""

CAPITALS = dict(
    line.split(": ")
    for line in """France: Paris;Spain: Madrid;Italy: Rome;Germany: Berlin;Austria: Vienna;Portugal: Lisbon;Poland: Warsaw
Greece: Athens;Ireland: Dublin;Norway: Oslo;Sweden: Stockholm;Finland: Helsinki;Denmark: Copenhagen;Hungary: Budapest
Belgium: Brussels;England: London;Russia: Moscow;Turkey: Ankara;Egypt: Cairo;Kenya: Nairobi;Japan: Tokyo;China: Beijing
India: Delhi;Canada: Ottawa;Mexico: Mexico City;Brazil: Brasilia;Peru: Lima;Chile: Santiago;Cuba: Havana
Australia: Canberra;Switzerland: Bern;the Netherlands: Amsterdam""".replace("\n", ";").split(";")
)
COLOURS = dict(
    pair.split(": ")
    for pair in """a banana: yellow;a lemon: yellow;a tomato: red;a strawberry: red;a cherry: red;the sky: blue
the sea: blue;grass: green;a frog: green;a leaf: green;snow: white;milk: white;coal: black;the night: black
a carrot: orange;an orange: orange;chocolate: brown;an elephant: grey;a flamingo: pink;the sun: yellow;blood: red
a cucumber: green""".replace("\n", ";").split(";")
)
SOUNDS = dict(
    pair.split(": ")
    for pair in """a cow: moo;a cat: meow;a dog: woof;a duck: quack;a sheep: baa;a pig: oink;a lion: roar;a bee: buzz
a snake: hiss;an owl: hoot;a frog: ribbit""".replace("\n", ";").split(";")
)
LEGS = {"a spider": 8, "an ant": 6, "a bee": 6, "a dog": 4, "a cat": 4, "a horse": 4, "a bird": 2, "a fish": 0, "a snake": 0}
OPPOSITES = [
    pair.split("/")
    for pair in """hot/cold big/small fast/slow old/new day/night up/down left/right good/bad happy/sad black/white
open/closed rich/poor light/dark hard/soft full/empty early/late strong/weak wet/dry high/low start/end""".split()
]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
TERMS = {
    "an endpoint": "An endpoint is an address where a model answers requests.",
    "a token": "A token is a small piece of text, such as a word or a letter.",
    "a model": "A model is a program that has learned from examples.",
    "Hugging Face": "Hugging Face is a company that shares models and tools for machine learning.",
    "SageMaker": "SageMaker is a service of AWS that trains and runs models.",
    "an emulator": "An emulator is a program that acts like another system.",
    "machine learning": "Machine learning means that a program learns from examples.",
    "a prompt": "A prompt is the text that you give to a model.",
    "a container": "A container is a box in which a program runs with all it needs.",
    "latency": "Latency is the time that you wait for an answer.",
}
JOKES = [
    "Why did the computer go to the doctor? It had a virus.",
    "What do you call a bear without teeth? A gummy bear.",
    "Why was the number six afraid of seven? Because seven ate nine.",
    "What is a cat's favourite colour? Purr-ple.",
    "Why do bees hum? They do not know the words.",
    "Why did the bicycle fall over? It was too tired.",
]
# Questions (separated by |), the answer, and the answer in one word.
SMALL_TALK = [
    ("Hello|Hi|Hey|Hello there|Hi there|Good day|Greetings|Hey you|Hello bot", "Hello! How can I help you?", "Hello."),
    ("Good morning|Morning", "Good morning! How can I help you?", "Morning."),
    ("Good evening|Evening", "Good evening! How can I help you?", "Evening."),
    ("How are you?|How are you doing?|How is it going?|Are you well?|How do you feel?|What's up?|How are you today?", "I am fine, thank you. How are you?", "Fine."),
    ("I am fine|I am well, thanks|I'm good|Very well|Fine, thanks|I am happy|I'm great|I feel good", "I am glad to hear that.", "Great."),
    ("I am sad|I'm not well|I feel bad|I am unhappy|I'm tired|I am bored|I am angry|I had a bad day", "I am sorry to hear that. Shall I tell you a joke?", "Sorry."),
    ("I am hungry|I'm hungry|I want to eat|I am thirsty", "Then it is time for a break.", "Eat."),
    ("Who made you?|Who built you?|Who trained you?|Where do you come from?|Who is your creator?", "I was trained for this console, on sentences from a small grammar.", "Humans."),
    ("Are you a human?|Are you human?|Are you a robot?|Are you real?|Are you a machine?|Are you an AI?|Are you a person?", "No human, only a very small language model.", "Model."),
    ("What can you do?|Help|Help me|What do you know?|How can you help me?|What are you good at?|What can I ask you?|Can you help me?|What should I ask?", "I know capitals, colours, animals, opposites, days and sums up to ten. I can tell jokes and remember your name.", "Chat."),
    ("Thank you|Thanks|Thank you very much|Thanks a lot|Many thanks|Thank you so much|Cheers|Great, thanks", "You are welcome!", "Welcome."),
    ("Goodbye|Bye|Bye bye|See you|See you later|Good night|Farewell|I have to go|See you tomorrow", "Goodbye! Have a nice day.", "Goodbye."),
    ("Yes|Yes please|Sure|Okay|OK|Of course|Fine|Alright", "Good. What would you like to know?", "Good."),
    ("No|No thanks|Nope|Not now|No thank you", "All right. Just ask when you need me.", "Okay."),
    ("How old are you?|What is your age?|When were you born?", "I am too young to count: I was trained in a few minutes.", "Young."),
    ("Where are you?|Where do you live?|Where are you from?", "I live in the emulator, next to the other models.", "Emulator."),
    ("What is your favourite colour?|What's your favorite color?|Which colour do you like?", "I like blue, the colour of the sky.", "Blue."),
    ("What is your favourite food?|What do you eat?|Do you eat?", "I eat only words.", "Words."),
    ("What is the weather like?|Will it rain today?|How is the weather?|Is it sunny?|Is it cold outside?|What's the weather today?", "I cannot see the weather. Please look out of the window.", "Unknown."),
    ("What time is it?|What is the time?|What is the date?|Which day is it?|What day is today?|What year is it?", "I have no clock, so I cannot tell.", "Unknown."),
    ("You are great|Well done|Good job|You are clever|I like you|Nice|Cool|That was good|You are funny|Great|Very good|Wow", "Thank you, that is kind of you.", "Thanks."),
    ("You are stupid|That is wrong|You are wrong|Bad answer|You are useless|That is not right|This is bad", "I am sorry. I am a very small model and I make mistakes.", "Sorry."),
    ("Sorry|I am sorry|My mistake|Excuse me|Pardon", "No problem at all.", "Okay."),
    ("Do you speak French?|Which languages do you speak?|Can you speak German?|Do you speak Spanish?|What language do you speak?", "I speak only a little English.", "English."),
    ("Tell me a story|Tell me a fairy tale|Do you know a story?|I want to hear a story", "Once upon a time a small model learned to talk. It was happy. The end.", "Once."),
    ("Do you love me?|Will you marry me?|I love you|Do you like me?", "I am only a model, but I like to talk with you.", "Maybe."),
    ("Can you think?|Do you have feelings?|Are you alive?|Do you dream?|Are you conscious?|Can you learn?", "No. I only guess the next word.", "No."),
]
