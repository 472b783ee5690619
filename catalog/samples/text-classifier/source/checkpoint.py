"""Keeps what has been learned after each epoch, so that a job on spot capacity goes on where it was."""

import os
import pickle

NAME = "checkpoint.pickle"


def save(folder, state):
    """Writes beside the goal and renames, so that an interruption leaves the last whole checkpoint."""
    os.makedirs(folder, exist_ok=True)
    unfinished = os.path.join(folder, NAME + ".part")
    with open(unfinished, "wb") as file:
        pickle.dump(state, file)
    os.replace(unfinished, os.path.join(folder, NAME))


def load(folder):
    """The last state, or None when there is none."""
    path = os.path.join(folder, NAME)
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        return pickle.load(file)
