"""The process: loads a script and its model, then answers one request at a time.

Arguments: the model's folder, the script's module name, the number of the file that leads to the emulator.
"""

import json
import logging
import os
import sys
import time
import traceback

from . import stand_ins
from .channel import Channel
from .formats import PredictionException
from .handler import Handler
from .pipeline import Pipeline

PAGE_BYTES = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def main():
    model_dir, module_name, descriptor = sys.argv[1], sys.argv[2], int(sys.argv[3])
    sys.argv = [sys.argv[0]]
    # As the model server's workers print: whatever is logged from INFO on, without a prefix.
    logging.basicConfig(stream=sys.stdout, format="%(message)s", level=logging.INFO)
    channel = Channel(descriptor)
    stand_ins.install()
    handler = Handler(model_dir, module_name, lambda: load_pipeline(channel))
    try:
        handler.initialize()
    except Exception as error:
        traceback.print_exc()
        reason = "".join(traceback.format_exception_only(type(error), error)).strip()
        channel.send({"type": "failed", "reason": reason})
        return 1
    channel.send({"type": "ready"})
    while True:
        frame = channel.receive()
        if frame is None:
            return 0
        header, body = frame
        before = time.process_time()
        status, content_type, answer = serve(handler, header, body)
        cost = {"cpuUs": round((time.process_time() - before) * 1e6), "rssBytes": resident_bytes()}
        channel.send(dict(cost, type="answered", status=status, contentType=content_type), answer)


def serve(handler, header, body):
    try:
        response, accept = handler.handle(body, header["contentType"], header["accept"])
        return 200, accept, to_bytes(response)
    except PredictionException as error:
        print("Prediction error", file=sys.stderr)
        traceback.print_exc()
        # The first argument is the text that the caller reads; str() would add the status once more.
        return error.error_code, None, error.message.encode("utf-8")
    except Exception:
        traceback.print_exc()
        return 503, None, b"Prediction failed"


def to_bytes(response):
    if isinstance(response, (bytes, bytearray)):
        return bytes(response)
    if isinstance(response, str):
        return response.encode("utf-8")
    return json.dumps(response, indent=2).encode("utf-8")


def load_pipeline(channel):
    ask(channel, {"type": "load-pipeline"})
    return Pipeline(lambda content_type, body: ask(channel, {"type": "ask-pipeline", "contentType": content_type}, body))


def ask(channel, header, body=b""):
    channel.send(header, body)
    frame = channel.receive()
    if frame is None:
        raise SystemExit(0)
    answer, _body = frame
    if answer["type"] == "refused":
        raise RuntimeError(answer["reason"])
    return frame


def resident_bytes():
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * PAGE_BYTES
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


sys.exit(main())
