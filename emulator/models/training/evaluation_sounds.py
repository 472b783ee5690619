"""Writes evaluation/sounds: the 14 words of train_spoken_words.py in voices, speeds and pitches that training did not use.

Training spoke with the variants m1 m3 m5 m7 f1 f2 f4 f5 of three accents at 130 to 190 words a minute; these are m2, m4,
f3 and m6 at 140, 160 and 180. 16 kHz, 8 bit, one channel.
"""

import array
import io
import os
import subprocess
import wave

import torch
import torch.nn.functional as F

WORDS = "zero one two three four five six seven eight nine yes no stop go".split()
VOICES = [("en-us+m2", 140, 40), ("en-gb+m4", 160, 55), ("en-us+f3", 180, 35), ("en-gb+m6", 140, 50)]


def speak(word, voice, speed, pitch):
    spoken = ["espeak-ng", "-v", voice, "-s", str(speed), "-p", str(pitch), "--stdout", word]
    data = subprocess.run(spoken, capture_output=True, check=True).stdout
    rate = wave.open(io.BytesIO(data)).getframerate()
    samples = array.array("h", data[44 : 44 + (len(data) - 44) // 2 * 2])
    sound = torch.tensor(samples, dtype=torch.float32) / 32768
    sound = F.interpolate(sound[None, None], size=int(len(sound) * 16000 / rate), mode="linear", align_corners=False)[0, 0]
    loud = (sound.abs() > 0.01).nonzero()
    return sound[max(0, loud[0, 0] - 400) : loud[-1, 0] + 400]


os.makedirs("evaluation/sounds", exist_ok=True)
for index, word in enumerate(WORDS):
    for turn in (0, 1):
        sound = speak(word, *VOICES[(index * 2 + turn) % 4])
        with wave.open(f"evaluation/sounds/{word}-{turn + 1}.wav", "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(1)
            file.setframerate(16000)
            file.writeframes(((sound.clamp(-1, 1) * 127) + 128).byte().numpy().tobytes())
