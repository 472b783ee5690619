"""How the toolkit's default functions read requests and write answers."""

import base64
import csv
import datetime
import json
from io import BytesIO, StringIO

JSON = "application/json"
CSV = "text/csv"
NPY = "application/x-npy"
ANY = "*/*"
UTF8_TYPES = [JSON, CSV]
IMAGES = ["image/" + name for name in ("jpeg", "png", "tiff", "bmp", "gif", "webp", "x-image")]
SOUNDS = ["audio/" + name for name in ("x-flac", "mpeg", "wave", "ogg", "x-audio")]

NO_HEADER = (
    "You need to provide the correct CSV with Header columns to use it with the inference toolkit default handler."
)


class PredictionException(Exception):
    """An error with the status that the model server answers; its text ends with that status."""

    def __init__(self, message, error_code=500):
        self.message = message
        self.error_code = error_code
        super().__init__(message)

    def __str__(self):
        return "{} : {}".format(self.message, self.error_code)


class UnsupportedFormatError(Exception):
    """A content type that the toolkit has no code for; the text keeps the toolkit's indentation."""

    def __init__(self, content_type):
        self.message = """Content type {} is not supported by this framework.

            Please implement input_fn to to deserialize the request data or an output_fn to
            serialize the response. For more information, see the SageMaker Python SDK README.""".format(content_type)
        super().__init__(self.message)


def decode(content, content_type=JSON):
    if content_type == JSON:
        return json.loads(content)
    if content_type == CSV:
        return _decode_csv(content)
    if content_type == NPY:
        import numpy

        return numpy.load(BytesIO(content), allow_pickle=True)
    if content_type in IMAGES:
        from PIL import Image

        return {"inputs": Image.open(BytesIO(content)).convert("RGB")}
    if content_type in SOUNDS:
        return {"inputs": bytes(content)}
    raise UnsupportedFormatError(content_type)


def encode(content, content_type=JSON):
    if content_type == JSON:
        return json.dumps(content, ensure_ascii=False, allow_nan=False, cls=_Encoder, separators=(",", ":"))
    if content_type == CSV:
        return _encode_csv(content)
    if content_type == NPY:
        import numpy

        buffer = BytesIO()
        numpy.save(buffer, content)
        return buffer.getvalue()
    raise UnsupportedFormatError(content_type)


def _decode_csv(text):
    first = text.splitlines()[0].lower()
    if not any(name in first for name in ("question", "context", "inputs")):
        raise PredictionException(NO_HEADER, 400)
    rows = list(csv.DictReader(StringIO(text)))
    if "inputs" in rows[0]:
        return {"inputs": [row["inputs"] for row in rows]}
    return {"inputs": rows}


def _encode_csv(content):
    rows = content if isinstance(content, list) else list(content)
    stream = StringIO()
    writer = csv.DictWriter(stream, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


class _Encoder(json.JSONEncoder):
    """Arrays and tensors as lists, pictures as base64 of a PNG."""

    def default(self, value):
        if hasattr(value, "tolist"):
            return value.tolist()
        if isinstance(value, datetime.datetime):
            return str(value)
        if hasattr(value, "save") and type(value).__module__.startswith("PIL."):
            buffer = BytesIO()
            value.save(buffer, format="PNG")
            return base64.b64encode(buffer.getvalue()).decode("ascii")
        return super().default(value)
