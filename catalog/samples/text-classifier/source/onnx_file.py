"""Writes a small ONNX model byte by byte (protocol buffers, onnx.proto3), because the standard library has no ONNX."""

import struct

FLOAT, INT64 = 1, 7


def _number(value):
    parts = bytearray()
    while value > 127:
        parts.append(value & 127 | 128)
        value >>= 7
    parts.append(value)
    return bytes(parts)


def _int(field, value):
    return _number(field << 3) + _number(value)


def _part(field, data):
    data = data.encode() if isinstance(data, str) else data
    return _number(field << 3 | 2) + _number(len(data)) + data


def tensor(name, dims, values, kind=FLOAT):
    """TensorProto: dims, data_type, name, raw_data."""
    raw = struct.pack("<%d%s" % (len(values), "f" if kind == FLOAT else "q"), *values)
    return b"".join(_int(1, dim) for dim in dims) + _int(2, kind) + _part(8, name) + _part(9, raw)


def node(operator, inputs, output, **attributes):
    """NodeProto with whole-number attributes only."""
    named = b"".join(_part(5, _part(1, name) + _int(3, value) + _int(20, 2)) for name, value in attributes.items())
    return b"".join(_part(1, name) for name in inputs) + _part(2, output) + _part(3, output) + _part(4, operator) + named


def value_info(name, kind, dims):
    """ValueInfoProto; a dimension is a number, or a name where it varies."""
    shape = b"".join(_part(1, _part(2, dim) if isinstance(dim, str) else _int(1, dim)) for dim in dims)
    return _part(1, name) + _part(2, _part(1, _int(1, kind) + _part(2, shape)))


def model(name, nodes, tensors, inputs, outputs):
    """ModelProto: IR version 8, operator set 13."""
    graph = b"".join(_part(1, each) for each in nodes) + _part(2, name)
    graph += b"".join(_part(5, each) for each in tensors)
    graph += b"".join(_part(11, each) for each in inputs) + b"".join(_part(12, each) for each in outputs)
    return _int(1, 8) + _part(2, "text-classifier sample") + _part(7, graph) + _part(8, _int(2, 13))
