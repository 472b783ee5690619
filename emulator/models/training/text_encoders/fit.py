"""The training loop that all text encoders share."""

import random
import time

import torch


def start(seed=0):
    """Makes a run repeatable. One thread: more of them wait for each other on nets this small."""
    random.seed(seed)
    torch.manual_seed(seed)
    torch.set_num_threads(1)


def pad(rows, fill=0):
    length = max(len(row) for row in rows)
    return torch.tensor([list(row) + [fill] * (length - len(row)) for row in rows])


def fit(net, batch_loss, steps, rate=2e-3):
    """Adam; the rate rises for the first steps, then falls to nothing."""
    optimizer = torch.optim.Adam(net.parameters(), rate)
    warmup = min(100, steps // 10 + 1)
    shape = lambda step: min((step + 1) / warmup, max(0.02, 1 - step / steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, shape)
    began, mean = time.time(), None
    for step in range(steps):
        loss = batch_loss()
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        mean = loss.item() if mean is None else 0.98 * mean + 0.02 * loss.item()
        if step % 100 == 99:
            print(f"step {step + 1}: loss {mean:.4f}, {time.time() - began:.0f} s", flush=True)
    net.eval()
    print(sum(p.numel() for p in net.parameters()), "parameters")
