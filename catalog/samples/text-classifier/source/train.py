"""Trains a classifier of customer messages with nothing but Python's standard library.

SageMaker's script mode gives the data's folders as SM_CHANNEL_TRAIN and SM_CHANNEL_TEST, takes the model from
SM_MODEL_DIR, and passes hyperparameters as arguments.
"""

import argparse
import csv
import glob
import os
import random
import signal
import sys
import time

import checkpoint
from classifier import Adam, Classifier
from save_model import save_model
from words import encode, make_vocabulary

is_stopping = False


def read_rows(folder):
    """(text, label) of every CSV in a folder; each begins with the line `text,label`."""
    rows = []
    for path in sorted(glob.glob(os.path.join(folder, "*.csv"))):
        with open(path, newline="", encoding="utf-8") as file:
            rows += [(row["text"], row["label"]) for row in csv.DictReader(file)]
    if not rows:
        sys.exit("There is no CSV with the columns text and label in %s." % folder)
    return rows


def accuracy(classifier, examples):
    right = 0
    for numbers, label in examples:
        _, likely = classifier.probabilities(numbers)
        right += likely.index(max(likely)) == label
    return right / len(examples)


def on_sigterm(*_):
    """SageMaker gives 120 seconds after this: the model is written as far as it has come."""
    global is_stopping
    is_stopping = True
    print("SIGTERM: the model is saved as it is.", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--learning-rate", "--learning_rate", type=float, default=0.01)
    parser.add_argument("--hidden-size", "--hidden_size", type=int, default=16)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pause-seconds", "--pause_seconds", type=float, default=0, help="waits after each epoch")
    parser.add_argument("--inference-code", "--inference_code", default="False", help="True: adds code/inference.py")
    parser.add_argument("--checkpoint-dir", "--checkpoint_dir", default="/opt/ml/checkpoints")
    args = parser.parse_args()
    signal.signal(signal.SIGTERM, on_sigterm)

    train_rows = read_rows(os.environ["SM_CHANNEL_TRAIN"])
    test_rows = read_rows(os.environ.get("SM_CHANNEL_TEST", os.environ["SM_CHANNEL_TRAIN"]))
    labels = sorted({label for _, label in train_rows})
    vocabulary = make_vocabulary(text for text, _ in train_rows)
    examples = lambda rows: [(encode(text, vocabulary), labels.index(label)) for text, label in rows]
    train, test = examples(train_rows), examples(test_rows)
    most = max(sum(label == each for _, label in test) for each in range(len(labels)))
    print("%d sentences to learn from, %d to test with, %d words, labels: %s" % (len(train), len(test), len(vocabulary), ", ".join(labels)), flush=True)
    print("Always answering the most frequent label would give test_baseline=%.4f" % (most / len(test)), flush=True)

    state = checkpoint.load(args.checkpoint_dir)
    if state:
        print("Resuming after epoch %d" % state["epoch"], flush=True)
    classifier = state["classifier"] if state else Classifier(len(vocabulary), args.hidden_size, len(labels), args.seed)
    optimizer = state["optimizer"] if state else Adam(args.learning_rate)

    for epoch in range((state["epoch"] if state else 0) + 1, args.epochs + 1):
        order = train[:]
        random.Random(args.seed * 1000 + epoch).shuffle(order)
        loss = sum(classifier.learn(numbers, label, optimizer) for numbers, label in order) / len(order)
        print("epoch=%d train_loss=%.4f test_accuracy=%.4f" % (epoch, loss, accuracy(classifier, test)), flush=True)
        if os.path.isdir(args.checkpoint_dir):
            checkpoint.save(args.checkpoint_dir, {"epoch": epoch, "classifier": classifier, "optimizer": optimizer})
        if is_stopping:
            break
        time.sleep(args.pause_seconds)

    save_model(os.environ["SM_MODEL_DIR"], classifier, vocabulary, labels, with_code=args.inference_code == "True")
    print("The model is in %s" % os.environ["SM_MODEL_DIR"], flush=True)


if __name__ == "__main__":
    main()
