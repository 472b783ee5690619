"""Trains tiny-chat. `python3 train_chat.py [steps]` writes models/tiny-chat and evaluation/tiny-chat.json."""

import random
import sys
import time

import torch

import chat_grammar as grammar
from chat_facts import CAPITALS
from chat_grammar import ASSISTANT, END, SYSTEM, USER
from held_out import held_out
from onnx_files import export_lm
from pointer_nets import PointerLM
from word_tokens import WordTokens, write_json
from words import CITIES, GIVEN

STEPS = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
BATCH = 24
FOLDER = "models/tiny-chat"
TEMPLATE = (
    "{% for message in messages %}{% if message.role == 'assistant' %}<|assistant|>{{ message.content | trim }}<|end|>"
    "{% else %}<|{{ message.role }}|> {{ message.content | trim }}<|end|>{% endif %}{% endfor %}"
    "{% if add_generation_prompt %}<|assistant|>{% endif %}"
)

torch.manual_seed(0)
random.seed(0)
torch.set_num_threads(1)
started = time.time()


def prompt_of(messages):
    return grammar.as_text(messages[:-1]) + ASSISTANT


def known_dialogue():
    while True:
        messages = grammar.dialogue()
        if not held_out(prompt_of(messages)):
            return messages


tokens = WordTokens(
    ["<|pad|>", USER, ASSISTANT, SYSTEM, END],
    [grammar.as_text(known_dialogue()) for _ in range(12000)],
    leave_out=set(GIVEN + CITIES) - set(CAPITALS.values()),
    least=12,
)
end, assistant = tokens.ids[END], tokens.ids[ASSISTANT]
net = PointerLM(len(tokens))
print("words", len(tokens), "parameters", sum(p.numel() for p in net.parameters()), flush=True)


def row(messages):
    """Tokens, and which of them the model has to write."""
    ids, wanted, writes = tokens.encode(grammar.as_text(messages)), [], False
    for token in ids:
        wanted.append(writes)
        writes = token == assistant or (writes and token != end)
    return ids, wanted


def batches():
    """Rows of similar length together, in random order."""
    while True:
        rows = sorted((row(known_dialogue()) for _ in range(BATCH * 20)), key=lambda r: len(r[0]))
        groups = [rows[i : i + BATCH] for i in range(0, len(rows), BATCH)]
        random.shuffle(groups)
        for group in groups:
            longest = max(len(ids) for ids, _ in group)
            ids = torch.tensor([ids + [0] * (longest - len(ids)) for ids, _ in group])
            yield ids, torch.tensor([wanted + [False] * (longest - len(wanted)) for _, wanted in group])


optimizer = torch.optim.AdamW(net.parameters(), 3e-3, betas=(0.9, 0.98), weight_decay=0.01)
schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3, total_steps=STEPS, pct_start=0.1)
for step, (ids, wanted) in zip(range(STEPS), batches()):
    loss = net.loss(ids[:, :-1], ids[:, 1:], wanted[:, 1:])
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimizer.step()
    schedule.step()
    if step % 100 == 0:
        print(step, round(loss.item(), 4), f"{time.time() - started:.0f} s", flush=True)

net.eval()


def answer(messages, limit=60):
    ids = tokens.encode(prompt_of([*messages, ("assistant", "")]))
    written = []
    with torch.no_grad():
        while len(written) < limit and (not written or written[-1] != end):
            written.append(net(torch.tensor([ids + written]))[0, -1].argmax().item())
    return tokens.decode(written)


random.seed(1)
cases = []
while len(cases) < 120:
    messages = grammar.dialogue()
    if held_out(prompt_of(messages)):
        cases.append(messages)
hits = [answer(messages[:-1]) == messages[-1][1] for messages in cases]
print("held out, exact:", sum(hits) / len(hits), f"{time.time() - started:.0f} s")
for messages, hit in zip(cases, hits):
    if not hit:
        print(messages[:-1], "|", messages[-1][1], "|", answer(messages[:-1]))
write_json(
    "evaluation/tiny-chat.json",
    [
        {"messages": [{"role": role, "content": text} for role, text in messages[:-1]], "answer": messages[-1][1]}
        for messages in cases[:80]
    ],
    indent=1,
)

export_lm(net, FOLDER)
special = {"pad_token_id": tokens.ids["<|pad|>"], "eos_token_id": end, "bos_token_id": tokens.ids[USER]}
write_json(
    f"{FOLDER}/config.json",
    {
        "model_type": "gpt2",
        "architectures": ["GPT2LMHeadModel"],
        "vocab_size": len(tokens),
        "n_layer": 1,
        "n_head": 1,
        "n_embd": 1,
        **special,
    },
)
write_json(f"{FOLDER}/generation_config.json", {**special, "max_new_tokens": 60})
tokens.save(
    FOLDER, chat_template=TEMPLATE, eos_token=END, pad_token="<|pad|>", bos_token=USER, model_max_length=1024
)
torch.save(net.state_dict(), "/tmp/mg/chat.pt")
