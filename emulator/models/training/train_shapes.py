"""Trains tiny-shapes-detector and tiny-shapes-segmenter, which share their convolutions, on drawn shapes.

`python3 train_shapes.py [steps]` writes models/<id>.
"""

import random
import sys

import torch
import torch.nn as nn
import torch.nn.functional as F

from picture_files import export_picture_net, save_picture_config

STEPS = int(sys.argv[1]) if len(sys.argv) > 1 else 450
SHAPES = ["circle", "square", "triangle"]
COLOURS = {"red": (220, 40, 40), "green": (40, 170, 70), "blue": (50, 80, 220)}
CLASSES = [f"{colour} {shape}" for colour in COLOURS for shape in SHAPES]
NOTHING = len(CLASSES)
SIZE, GRID = 96, 12

torch.manual_seed(0)
random.seed(0)
torch.set_num_threads(1)
Y, X = torch.meshgrid(torch.arange(SIZE), torch.arange(SIZE), indexing="ij")


def covered(shape, x, y, r):
    if shape == "circle":
        return (X - x) ** 2 + (Y - y) ** 2 <= r * r
    if shape == "square":
        return ((X - x).abs() <= r) & ((Y - y).abs() <= r)
    return (Y <= y + r) & (Y >= y - r) & ((X - x).abs() * 2 <= (Y - (y - r)))


def scene():
    """A picture, the class of each pixel (0 is the ground), and (class, x, y, half width) of each shape."""
    ground = torch.tensor([random.randint(150, 255) for _ in range(3)]).float()
    picture = ground.view(3, 1, 1).expand(3, SIZE, SIZE).clone() + torch.randn(3, SIZE, SIZE) * random.uniform(0, 12)
    pixels, things = torch.zeros(SIZE, SIZE, dtype=torch.long), []
    for _ in range(random.randint(1, 4)):
        r = random.randint(8, 18)
        x, y = random.randint(r, SIZE - r), random.randint(r, SIZE - r)
        if any(abs(x - thing[1]) < r + thing[3] and abs(y - thing[2]) < r + thing[3] for thing in things):
            continue
        shape, colour = random.choice(SHAPES), random.choice(list(COLOURS))
        ink = torch.tensor(COLOURS[colour]).float() + torch.randn(3) * 18
        mask = covered(shape, x, y, r)
        picture[:, mask] = ink.view(3, 1) + torch.randn(3, int(mask.sum())) * 6
        kind = CLASSES.index(f"{colour} {shape}")
        pixels[mask] = kind + 1
        things.append((kind, x, y, r))
    return picture.clamp(0, 255), pixels, things


def batch(count):
    """Pictures, classes of every fourth pixel, and the class and box of each cell of the grid."""
    pictures, segments = [], []
    kinds, boxes = torch.full((count, GRID * GRID), NOTHING, dtype=torch.long), torch.zeros(count, GRID * GRID, 4)
    for index in range(count):
        picture, pixels, things = scene()
        pictures.append(picture / 255 * 2 - 1)
        segments.append(pixels[2::4, 2::4])
        for kind, x, y, r in things:
            cell = min(y * GRID // SIZE, GRID - 1) * GRID + min(x * GRID // SIZE, GRID - 1)
            kinds[index, cell] = kind
            boxes[index, cell] = torch.tensor([x / SIZE, y / SIZE, (2 * r + 1) / SIZE, (2 * r + 1) / SIZE])
    return torch.stack(pictures), torch.stack(segments), kinds, boxes


def layer(inputs, outputs, stride=1):
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, stride, 1), nn.BatchNorm2d(outputs), nn.ReLU())


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fine = nn.Sequential(layer(3, 16, 2), layer(16, 32, 2), layer(32, 32))
        self.coarse = nn.Sequential(layer(32, 64, 2), layer(64, 64), layer(64, 64))
        self.cells = nn.Conv2d(64, len(CLASSES) + 1 + 4, 1)
        self.widened, self.segments = layer(96, 32), nn.Conv2d(32, len(CLASSES) + 1, 1)
        y, x = torch.meshgrid(torch.arange(GRID), torch.arange(GRID), indexing="ij")
        self.register_buffer("grid", torch.stack([x, y], -1).view(1, GRID * GRID, 2).float())

    def features(self, pixel_values):
        fine = self.fine(pixel_values)
        return fine, self.coarse(fine)

    def detect(self, coarse):
        cells = self.cells(coarse).flatten(2).transpose(1, 2)
        centre = (self.grid + cells[..., -4:-2].sigmoid() * 2 - 0.5) / GRID
        return cells[..., :-4], torch.cat([centre, cells[..., -2:].sigmoid()], -1)

    def paint(self, fine, coarse):
        coarse = F.interpolate(coarse, scale_factor=2.0, mode="bilinear", align_corners=False)
        return self.segments(self.widened(torch.cat([fine, coarse], 1)))


class Detector(nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, pixel_values):
        return self.net.detect(self.net.features(pixel_values)[1])


class Segmenter(nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, pixel_values):
        return self.net.paint(*self.net.features(pixel_values))


net = Net()
optimizer = torch.optim.Adam(net.parameters(), 2e-3)
weight = torch.ones(len(CLASSES) + 1)
weight[NOTHING] = 0.15
batches = [batch(64) for _ in range(24)]
for step in range(STEPS):
    chosen = torch.randperm(64)[:32]
    pictures, segments, kinds, boxes = (part[chosen] for part in batches[step % 24])
    fine, coarse = net.features(pictures)
    logits, found = net.detect(coarse)
    present = kinds < NOTHING
    loss = F.cross_entropy(logits.transpose(1, 2), kinds, weight=weight)
    loss = loss + 5 * (found[present] - boxes[present]).abs().mean() + F.cross_entropy(net.paint(fine, coarse), segments)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step == 300:
        for group in optimizer.param_groups:
            group.update(lr=5e-4)
    if step % 100 == 0:
        print(step, round(loss.item(), 3), flush=True)

net.eval()
pictures, segments, kinds, boxes = batch(128)
with torch.no_grad():
    fine, coarse = net.features(pictures)
    logits, found = net.detect(coarse)
    present = kinds < NOTHING
    print("classes right:", (logits[present].argmax(-1) == kinds[present]).float().mean().item())
    surplus = (logits.softmax(-1)[..., :-1].max(-1)[0] > 0.7) & ~present
    print("false boxes a picture:", surplus.sum().item() / 128)
    print("pixels of a box:", (found[present] - boxes[present]).abs().mean().item() * SIZE)
    print("pixels right:", (net.paint(fine, coarse).argmax(1) == segments).float().mean().item())

export_picture_net(Detector(net), "models/tiny-shapes-detector", SIZE, ["logits", "pred_boxes"])
save_picture_config(
    "models/tiny-shapes-detector", "yolos", "YolosForObjectDetection", CLASSES, "YolosImageProcessor", SIZE, do_pad=False
)
export_picture_net(Segmenter(net), "models/tiny-shapes-segmenter", SIZE, ["logits"])
save_picture_config(
    "models/tiny-shapes-segmenter",
    "segformer",
    "SegformerForSemanticSegmentation",
    ["background", *CLASSES],
    "SegformerImageProcessor",
    SIZE,
    do_reduce_labels=False,
)
