"""How templates are filled: as Jinja does, with less ado about each value.

A page has a hundred values, most of them a plain text or markup, and a dozen calls of `_`; asking each what it may be
besides, and making markup of each part of a page before all are joined, takes a third of the time.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from types import MethodType
from typing import Any

import jinja2
import markupsafe
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

# What `escape` does to the letters of a text; older versions of the library do all in one.
_INNER = getattr(markupsafe, "_escape_inner", escape)


def escaped(value: object) -> str:
    """`value` as HTML: what `escape` gives, though perhaps as a plain text."""
    kind = type(value)
    if kind is str:
        return str(_INNER(value))
    if kind is Markup:
        return value  # type: ignore[return-value]
    html = getattr(value, "__html__", None)
    return str(escape(value)) if html is None else html()


class _Generator(CodeGenerator):
    """Writes the code of templates."""

    def write_commons(self) -> None:
        """What each function begins with."""
        super().write_commons()
        self.writeline("escape = environment.escaped")


class _Context(Context):
    """The values that a template sees."""

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call a function of a template: one of ours, which want nothing but what they are given, or any other."""
        kind = type(called)
        if kind is MethodType and not hasattr(called, "jinja_pass_arg"):
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return called(*args, **kwargs)
        if kind is Macro:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return called(self.eval_ctx, *args, **kwargs)
        return super().call(called, *args, **kwargs)


class Environment(jinja2.Environment):
    """Fills templates."""

    code_generator_class = _Generator
    context_class = _Context
    escaped = staticmethod(escaped)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The names that any template knows: they do not change, and looking them up in layers takes time."""
        return {**self.globals, **(d or {})}
