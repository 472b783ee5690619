"""Frames between the emulator and this process: two lengths, a JSON header, a body of bytes."""

import json
import socket
import struct

LENGTHS = struct.Struct(">II")


class Channel:
    """The emulator's end is closed when it dies; then `receive` gives None."""

    def __init__(self, descriptor):
        self._socket = socket.socket(fileno=descriptor)
        # What the script starts itself must not hold the channel open.
        self._socket.set_inheritable(False)

    def send(self, header, body=b""):
        text = json.dumps(header).encode("utf-8")
        self._socket.sendall(LENGTHS.pack(len(text), len(body)) + text + body)

    def receive(self):
        lengths = self._read(LENGTHS.size)
        if lengths is None:
            return None
        header_length, body_length = LENGTHS.unpack(lengths)
        header = self._read(header_length)
        body = self._read(body_length)
        if header is None or body is None:
            return None
        return json.loads(header.decode("utf-8")), body

    def _read(self, length):
        parts = []
        while length > 0:
            part = self._socket.recv(min(length, 1 << 20))
            if not part:
                return None
            parts.append(part)
            length -= len(part)
        return b"".join(parts)
