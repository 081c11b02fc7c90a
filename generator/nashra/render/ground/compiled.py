"""Templates are compiled once a process: the next build of the same program, or another thread, takes what is there."""

from __future__ import annotations

from types import CodeType

import jinja2
from jinja2.bccache import Bucket

# A theme has some fifty; several sites in one program keep theirs apart.
_MOST = 500


class CompiledTemplates(jinja2.BytecodeCache):
    """Code of templates by their name, file and text. For environments that compile alike, whatever their folders."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give `bucket` the code of its text, where it has been compiled."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of `bucket`."""
        if len(self._code) >= _MOST:
            self._code.clear()
        if bucket.code is not None:
            self._code[bucket.key, bucket.checksum] = bucket.code


COMPILED = CompiledTemplates()
