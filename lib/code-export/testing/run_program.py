"""Runs a generated program against AWS_ENDPOINT_URL, says "made", and calls its clean_up when standard input says so.

Usage: run_program.py PROGRAM. `sagemaker.core` is the one of sagemaker_stand_in. What waits looks often.
"""

import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent / "sagemaker_stand_in"))


sleep = time.sleep
time.sleep = lambda _seconds: sleep(0.2)

names = {}
exec(compile(pathlib.Path(sys.argv[1]).read_text(), sys.argv[1], "exec"), names)
print("made", flush=True)
sys.stdin.readline()
if "clean_up" in names:
    names["clean_up"]()
