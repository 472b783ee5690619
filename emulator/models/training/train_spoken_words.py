"""Trains tiny-spoken-words and tiny-words-asr, which share their convolutions, on words spoken by espeak-ng.

`python3 train_spoken_words.py [steps]` writes models/<id>.
"""

import array
import io
import os
import random
import subprocess
import sys
import time
import wave
from concurrent.futures import ThreadPoolExecutor

import torch
import torch.nn as nn
import torch.nn.functional as F

from word_tokens import write_json

STEPS = int(sys.argv[1]) if len(sys.argv) > 1 else 350
WORDS = "zero one two three four five six seven eight nine yes no stop go".split()
ACCENTS = ["en-us", "en-gb", "en-gb-scotland"]
VARIANTS = ["m1", "m3", "m5", "m7", "f1", "f2", "f4", "f5"]
SPECIALS = ["<pad>", "<s>", "</s>", "<unk>", "|"]
LETTERS = SPECIALS + sorted(set("".join(WORDS).upper()))
LETTER_IDS = {letter: index for index, letter in enumerate(LETTERS)}

random.seed(0)
torch.manual_seed(0)
torch.set_num_threads(1)
started = time.time()


def speak(job):
    """A word and its sound at 16 kHz, without the silence around it."""
    word, voice, speed, pitch = job
    command = ["espeak-ng", "-v", voice, "-s", str(speed), "-p", str(pitch), "--stdout", word]
    data = subprocess.run(command, capture_output=True).stdout
    rate = wave.open(io.BytesIO(data)).getframerate()
    samples = array.array("h", data[44 : 44 + (len(data) - 44) // 2 * 2])
    sound = torch.tensor(samples, dtype=torch.float32) / 32768
    length = int(len(sound) * 16000 / rate)
    sound = F.interpolate(sound[None, None], size=length, mode="linear", align_corners=False)[0, 0]
    loud = (sound.abs() > 0.01).nonzero()
    return word, sound[max(0, loud[0, 0] - 400) : loud[-1, 0] + 400]


voices = [f"{accent}+{variant}" for accent in ACCENTS for variant in VARIANTS]
jobs = [
    (word, voice, random.choice([130, 150, 170, 190]), random.choice([30, 45, 60]))
    for word in WORDS
    for voice in voices
    for _ in range(2)
]
with ThreadPoolExecutor(4) as pool:
    clips = list(pool.map(speak, jobs))
random.shuffle(clips)
kept, trained = clips[:80], clips[80:]


class Net(nn.Module):
    """Convolutions over raw sound: four that shorten it 320 times, three that look further; a head for each model."""

    def __init__(self, size=64):
        super().__init__()
        layers, channels = [], 1
        for kernel, stride in ((10, 5), (8, 4), (4, 4), (4, 4)):
            layers += [nn.Conv1d(channels, size, kernel, stride, padding=kernel // 2), nn.BatchNorm1d(size), nn.ReLU()]
            channels = size
        for dilation in (1, 2, 4):
            layers += [nn.Conv1d(size, size, 5, padding=2 * dilation, dilation=dilation), nn.BatchNorm1d(size), nn.ReLU()]
        self.features = nn.Sequential(*layers)
        self.letters = nn.Conv1d(size, len(LETTERS), 1)
        self.word = nn.Linear(size, len(WORDS))

    def write(self, sound):
        return self.letters(self.features(sound[:, None])).transpose(1, 2)

    def classify(self, sound):
        return self.word(self.features(sound[:, None]).amax(2))


def normalised(sound):
    return (sound - sound.mean()) / (sound.std(unbiased=False) + 1e-7)


def silence(shortest, longest):
    return torch.randn(random.randint(shortest, longest)) * 0.003


def recording(chosen):
    """Clips after each other with gaps and noise, and their words."""
    parts = [silence(500, 3000)]
    for _, sound in chosen:
        parts += [sound * random.uniform(0.4, 1.2), silence(800, 4000)]
    sound = torch.cat(parts)
    return normalised(sound + torch.randn_like(sound) * random.uniform(0, 0.01)), " ".join(word for word, _ in chosen)


def batch(recordings):
    longest = max(len(sound) for sound, _ in recordings)
    return torch.stack([F.pad(sound, (0, longest - len(sound))) for sound, _ in recordings])


def writing_loss(net):
    recordings = [recording(random.sample(trained, random.choice([1, 1, 2, 3]))) for _ in range(16)]
    targets = [torch.tensor([LETTER_IDS["|" if c == " " else c.upper()] for c in text]) for _, text in recordings]
    scores = net.write(batch(recordings)).log_softmax(-1).transpose(0, 1)
    lengths = torch.tensor([max(1, min(scores.shape[0], len(sound) // 320)) for sound, _ in recordings])
    sizes = torch.tensor([len(target) for target in targets])
    return F.ctc_loss(scores, torch.cat(targets), lengths, sizes, blank=0, zero_infinity=True)


def word_loss(net):
    recordings = [recording([clip]) for clip in random.sample(trained, 24)]
    return F.cross_entropy(net.classify(batch(recordings)), torch.tensor([WORDS.index(text) for _, text in recordings]))


net = Net()
optimizer = torch.optim.Adam(net.parameters(), 2e-3)
for step in range(STEPS):
    loss = writing_loss(net) + word_loss(net)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimizer.step()
    if step == 250:
        for group in optimizer.param_groups:
            group.update(lr=5e-4)
    if step % 50 == 0:
        print(step, round(loss.item(), 3), f"{time.time() - started:.0f} s", flush=True)
net.eval()


def transcript(sound):
    text, previous = "", 0
    for index in net.write(sound[None])[0].argmax(-1).tolist():
        text += LETTERS[index] if index not in (previous, 0) else ""
        previous = index
    return text.replace("|", " ").strip().lower()


with torch.no_grad():
    right = sum(net.classify(recording([clip])[0][None]).argmax().item() == WORDS.index(clip[0]) for clip in kept)
    pairs = [recording(random.sample(kept, 2)) for _ in range(60)]
    exact = sum(transcript(sound) == text for sound, text in pairs)
print("words", right / len(kept), "pairs exact", exact / len(pairs))


class Head(nn.Module):
    def __init__(self, forward):
        super().__init__()
        self.net, self.answer = net, forward

    def forward(self, input_values):
        return self.answer(input_values)


def save(name, architecture, forward, logits_axes, config):
    folder = f"models/{name}"
    write_json(f"{folder}/config.json", {"model_type": "wav2vec2", "architectures": [architecture], **config}, indent=1)
    extractor = {
        "feature_extractor_type": "Wav2Vec2FeatureExtractor",
        "feature_size": 1,
        "sampling_rate": 16000,
        "padding_value": 0.0,
        "do_normalize": True,
        "return_attention_mask": False,
    }
    write_json(f"{folder}/preprocessor_config.json", extractor, indent=1)
    os.makedirs(f"{folder}/onnx", exist_ok=True)
    torch.onnx.export(
        Head(forward).eval(),
        torch.randn(1, 16000),
        f"{folder}/onnx/model.onnx",
        input_names=["input_values"],
        output_names=["logits"],
        dynamic_axes={"input_values": {0: "b", 1: "t"}, "logits": logits_axes},
        opset_version=14,
    )


save(
    "tiny-spoken-words",
    "Wav2Vec2ForSequenceClassification",
    net.classify,
    {0: "b"},
    {
        "id2label": {str(index): word for index, word in enumerate(WORDS)},
        "label2id": {word: index for index, word in enumerate(WORDS)},
    },
)
save("tiny-words-asr", "Wav2Vec2ForCTC", net.write, {0: "b", 1: "f"}, {})
flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
write_json(
    "models/tiny-words-asr/tokenizer.json",
    {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [{"id": index, "content": token, **flags} for index, token in enumerate(SPECIALS[:4])],
        "normalizer": {"type": "Replace", "pattern": {"String": " "}, "content": "|"},
        "pre_tokenizer": {"type": "Split", "pattern": {"Regex": ""}, "behavior": "Isolated", "invert": False},
        "post_processor": None,
        "decoder": {"type": "CTC", "pad_token": "<pad>", "word_delimiter_token": "|", "cleanup": True},
        "model": {"vocab": LETTER_IDS},
    },
)
write_json(
    "models/tiny-words-asr/tokenizer_config.json",
    {
        "tokenizer_class": "Wav2Vec2CTCTokenizer",
        "unk_token": "<unk>",
        "bos_token": "<s>",
        "eos_token": "</s>",
        "pad_token": "<pad>",
        "word_delimiter_token": "|",
        "do_lower_case": False,
    },
)
