"""Pictures of coloured shapes with their descriptions, for tiny-clip."""

import math
import random

import numpy as np

SIZE = 96
COLOURS = {
    "red": (220, 40, 40), "green": (40, 170, 70), "blue": (50, 80, 220), "yellow": (240, 215, 40),
    "orange": (245, 140, 30), "purple": (135, 50, 170), "pink": (245, 130, 190), "black": (25, 25, 25),
}
SHAPES = ["circle", "square", "triangle", "star", "cross"]
# Combinations that are neither drawn nor named in training, to see whether the model composes.
NEVER_SEEN = {("yellow", "triangle"), ("purple", "square"), ("orange", "circle"), ("pink", "star"), ("black", "cross")}
SEEN = [(colour, shape) for colour in COLOURS for shape in SHAPES if (colour, shape) not in NEVER_SEEN]

_FINE = 2 * SIZE
_Y, _X = np.mgrid[0:_FINE, 0:_FINE] / 2.0 + 0.25


def polygon(shape, x, y, r):
    """Corners of a shape whose centre and half width are given; y goes down."""
    if shape == "square":
        return [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]
    if shape == "triangle":
        return [(x, y - r), (x + r, y + r), (x - r, y + r)]
    if shape == "cross":
        a = r / 3
        corners = [(-a, -r), (a, -r), (a, -a), (r, -a), (r, a), (a, a), (a, r), (-a, r), (-a, a), (-r, a), (-r, -a), (-a, -a)]
        return [(x + dx, y + dy) for dx, dy in corners]
    radii = [r if i % 2 == 0 else r * 0.42 for i in range(10)]
    return [(x + q * math.sin(i * math.pi / 5), y - q * math.cos(i * math.pi / 5)) for i, q in enumerate(radii)]


def coverage(shape, x, y, r):
    """How much of each pixel the shape covers."""
    if shape == "circle":
        inside = (_X - x) ** 2 + (_Y - y) ** 2 <= r * r
    else:
        inside = np.zeros((_FINE, _FINE), bool)
        corners = polygon(shape, x, y, r)
        for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1]):
            if y1 != y2:
                inside ^= ((y1 > _Y) != (y2 > _Y)) & (_X < (x2 - x1) * (_Y - y1) / (y2 - y1) + x1)
    return inside.reshape(SIZE, 2, SIZE, 2).mean((1, 3))


def scene():
    """A picture of 3 x 96 x 96 bytes, and its things as (size, colour, shape); the size of middling ones is open."""
    ground = np.array([random.randint(165, 255) + random.randint(-12, 12) for _ in range(3)], float)
    picture = np.broadcast_to(ground[:, None, None], (3, SIZE, SIZE)).copy()
    things, taken = [], []
    for _ in range(random.choice([1, 1, 1, 2, 3])):
        r = random.uniform(8, 22)
        x, y = random.uniform(r, SIZE - r), random.uniform(r, SIZE - r)
        if any(abs(x - x2) < r + r2 and abs(y - y2) < r + r2 for x2, y2, r2 in taken):
            continue
        colour, shape = random.choice(SEEN)
        ink = np.array(COLOURS[colour]) + np.random.randn(3) * 12
        picture += coverage(shape, x, y, r) * (ink[:, None, None] - picture)
        taken.append((x, y, r))
        things.append(("small" if r < 12 else "big" if r > 17 else None, colour, shape))
    picture += np.random.randn(3, SIZE, SIZE) * random.choice([0, 0, 3, 8])
    return picture.clip(0, 255).astype(np.uint8), things


def fits(label, things):
    """True where a thing is all that the label says, None where its size leaves that open."""
    size, colour, shape = label
    alike = [t for t in things if colour in (None, t[1]) and shape in (None, t[2])]
    if any(size in (None, t[0]) for t in alike):
        return True
    return None if any(t[0] is None for t in alike) else False


def random_label():
    while True:
        colour, shape = random.choice([None, *COLOURS]), random.choice([None, *SHAPES])
        size = random.choice([None, None, "small", "big"])
        if (colour, shape) not in NEVER_SEEN and (colour or shape):
            return size, colour, shape


def other(label):
    """The label with one word changed."""
    while True:
        size, colour, shape = label
        part = random.randrange(3)
        if part == 0:
            size = {"small": "big", "big": "small"}.get(size)
        elif part == 1 and colour:
            colour = random.choice(list(COLOURS))
        elif shape:
            shape = random.choice(SHAPES)
        if (size, colour, shape) != label and (colour, shape) not in NEVER_SEEN:
            return size, colour, shape
        label = (size, colour, shape) if (colour, shape) not in NEVER_SEEN else random_label()


WORDS = {
    "small": ["small", "small", "tiny", "little"], "big": ["big", "large", "large", "huge"],
    "circle": ["circle", "circle", "disc", "dot"], "square": ["square", "square", "box"], "triangle": ["triangle"],
    "star": ["star"], "cross": ["cross", "cross", "plus sign"], None: ["thing", "shape", "object"],
}
TEMPLATES = ["This is a photo of {}.", "This is a photo of {}", "a photo of {}", "{}", "a picture of {}.", "This is {}.", "An image of {}"]


def phrase(label):
    size, colour, shape = label
    words = [random.choice(WORDS[size])] if size else []
    words += [colour] if colour else []
    if shape is None and not size and random.random() < 0.4:
        words = random.choice([["something", colour], [colour], ["the", "colour", colour]])
    else:
        words.append(random.choice(WORDS[shape]))
        if random.random() < 0.4:
            words.insert(0, random.choice(["a", "the", "one"]))
    return " ".join(words)


def sentence(words):
    return random.choice(TEMPLATES).format(words)
