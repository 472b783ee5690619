"""Decides by its text alone what is kept for the evaluation, so that no training run can have seen it."""

import hashlib


def held_out(text, share=0.05):
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big") < share * 2**32
