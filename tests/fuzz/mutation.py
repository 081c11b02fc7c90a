"""Inputs made of seeds: pieces repeated, exchanged, cut, and signs that parsers look for put between."""

from __future__ import annotations

from random import Random

SIGNS = [
    *(
        b"<",
        b">",
        b"&",
        b"[",
        b"](",
        b")",
        b"*",
        b"_",
        b"`",
        b"```\n",
        b"|",
        b"\n",
        b"\n\n",
        b"---\n",
        b":",
        b"- ",
        b"#",
    ),
    *(
        b"<!--",
        b"-->",
        b"<style>",
        b"</",
        b"{{<",
        b"{%",
        b"@",
        b"www.",
        b"\\",
        b"\0",
        b"\xff",
        b"\xd8",
        b"\xe2\x80\x8f",
    ),
    *(
        "َ".encode(),
        "ـ".encode(),
        "،".encode(),
        "٢٠٢٤".encode(),
        b"\r\n",
        b"\t",
        b"    ",
        b"<<<<<<< ",
        b"=======\n",
        b"'",
    ),
    *(b'"', b"&#1;", b"\xf0\x9f\x98\x80", b"\xc2\x85", b"<table><tr><td>", b"[^1]: ", b"[a]: ", b"\xff\xff\xff\xff"),
]


def mutated(chance: Random, seed: bytes) -> bytes:
    """`seed` changed in up to eight places."""
    data = bytearray(seed)
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(0, len(data))
        to = min(len(data), at + chance.randint(0, 20))
        kind = chance.randrange(6)
        if kind == 0:
            data[at:at] = chance.choice(SIGNS) * chance.choice((1, 1, 2, 5, 50))
        elif kind == 1:
            del data[at:to]
        elif kind == 2:
            data[at:at] = data[at:to] * chance.choice((1, 3, 30))
        elif kind == 3 and data:
            data[at % len(data)] = chance.randrange(256)
        elif kind == 4:
            data[at:to] = bytes(chance.randrange(256) for _ in range(to - at))
        else:
            other = chance.randint(0, len(data))
            data[at:at] = data[other : other + 40]
    return bytes(data[:20_000])
