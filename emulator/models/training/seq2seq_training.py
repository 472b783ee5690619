"""What the encoder-decoder models share: vocabulary, training loop, greedy answers, files."""

import random
import time

import torch

from onnx_files import export_seq2seq
from pointer_nets import PointerSeq2Seq
from word_tokens import WordTokens, write_json

PAD, START, END = "<pad>", "<start>", "</s>"


class Trainer:
    """`example()` gives a pair of texts that may be trained on."""

    def __init__(self, example, vocabulary, leave_out=(), least=30, **net):
        torch.manual_seed(0)
        torch.set_num_threads(1)
        self.example, self.started = example, time.time()
        self.tokens = WordTokens([PAD, START, END], vocabulary, prefix_space=True, leave_out=leave_out, least=least)
        self.start, self.end = self.tokens.ids[START], self.tokens.ids[END]
        self.net = PointerSeq2Seq(len(self.tokens), **net)
        print("words", len(self.tokens), "parameters", sum(p.numel() for p in self.net.parameters()), flush=True)

    def seconds(self):
        return f"{time.time() - self.started:.0f} s"

    def _padded(self, rows):
        longest = max(map(len, rows))
        return torch.tensor([row + [0] * (longest - len(row)) for row in rows])

    def _batches(self, size):
        encode = self.tokens.encode
        while True:
            pairs = [self.example() for _ in range(size * 16)]
            rows = sorted(((encode(a) + [self.end], encode(b) + [self.end]) for a, b in pairs), key=lambda r: len(r[0]))
            groups = [rows[i : i + size] for i in range(0, len(rows), size)]
            random.shuffle(groups)
            for group in groups:
                yield self._padded([a for a, _ in group]), self._padded([b for _, b in group])

    def train(self, steps, size=24, rate=4e-3):
        optimizer = torch.optim.AdamW(self.net.parameters(), rate, betas=(0.9, 0.98), weight_decay=0.01)
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps, pct_start=0.1)
        for step, (source, target) in zip(range(steps), self._batches(size)):
            given = torch.cat([torch.full((len(target), 1), self.start), target[:, :-1]], 1)
            loss = self.net.loss(source, (source > 0).long(), given, target, target > 0)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            if step % 100 == 0:
                print(step, round(loss.item(), 4), self.seconds(), flush=True)
        self.net.eval()

    def answer(self, text, limit=60):
        source = torch.tensor([self.tokens.encode(text) + [self.end]])
        mask, written = torch.ones_like(source), [self.start]
        with torch.no_grad():
            memory = self.net.encode(source, mask)
            while len(written) < limit and written[-1] != self.end:
                written.append(self.net.decode(torch.tensor([written]), memory, mask)[0, -1].argmax().item())
        return self.tokens.decode(written)

    def save(self, folder, text):
        export_seq2seq(self.net, folder, self.tokens.encode(text))
        special = {
            "decoder_start_token_id": self.start,
            "bos_token_id": self.start,
            "eos_token_id": self.end,
            "pad_token_id": self.tokens.ids[PAD],
        }
        write_json(
            f"{folder}/config.json",
            {
                "model_type": "t5",
                "architectures": ["T5ForConditionalGeneration"],
                "is_encoder_decoder": True,
                "vocab_size": len(self.tokens),
                "num_layers": 1,
                "num_decoder_layers": 1,
                "num_heads": 1,
                "d_kv": 1,
                "d_model": self.net.source.words.embedding_dim,
                **special,
            },
        )
        write_json(f"{folder}/generation_config.json", {**special, "max_new_tokens": 80})
        self.tokens.save(folder, eos=END, eos_token=END, pad_token=PAD, bos_token=START, model_max_length=1024)
