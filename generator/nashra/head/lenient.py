"""Texts of a head that people write without the quotes that YAML asks for, such as `title: Barrages : nette remontée`.

Only where the key takes a text and the line can mean but one thing; what YAML reads by itself it reads.
"""

from __future__ import annotations

import re

import yaml

from nashra.head.yaml_edit import Loader

_LINE = re.compile(
    r"(?P<lead>[ ]*(?:title|summary|author|source|name|alt|caption|credit)[ \t]*:[ \t]+)(?P<value>\S.*?)[ \t]*"
)
# What may begin something else than a text, and what may end it.
_SIGNS = "\"'[{!&*%@`-?|>#,}]"
_DOUBTFUL = re.compile(r":(?:[ \t]|\Z)|[ \t]#")
_BLOCK = re.compile(r"[|>][-+0-9]{0,2}(?:[ \t]+#.*)?")
# A comment has a blank after its sign; a hashtag has none.
_COMMENT = re.compile(r"[ \t]#(?=[ \t#]|\Z)")
_HASHTAG = re.compile(r"[ \t]#[^\s#]")
# Quotes around what YAML reads as it stands: nothing in it is escaped, ends a line or cannot be read.
_NO_SIGNS = "\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
_QUOTED = re.compile(f"\"[^\"{_NO_SIGNS}]*\"|'[^'{_NO_SIGNS}]*'")
_PAIRS = {"[": "]", "{": "}", '"': '"', "'": "'"}


def with_quotes(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The YAML `text` with quotes where they are missing, and the (new line, old line) of each change."""
    lines = text.split("\n")
    changes: list[tuple[str, str]] = []
    for number, line in enumerate(lines):
        match = _LINE.fullmatch(line)
        if match is None or not _is_doubtful(match["value"]) or _goes_on(lines, number):
            continue
        plain = _meant(match["value"], match["lead"].strip().startswith("source"))
        if plain is not None:
            escaped = plain.replace("'", "''")
            lines[number] = f"{match['lead']}'{escaped}'"
            changes.append((lines[number], line))
    return ("\n".join(lines), changes) if changes else (text, [])


def as_written(text: str, changes: list[tuple[str, str]]) -> str:
    """`text` with the lines of `changes` that are still there as they were written."""
    if not changes:
        return text
    old = dict(changes)
    return "\n".join(old.get(line, line) for line in text.split("\n"))


def _is_doubtful(value: str) -> bool:
    return value[0] in _SIGNS or _DOUBTFUL.search(value) is not None


def _goes_on(lines: list[str], number: int) -> bool:
    """Whether the text of a line may have more lines, further in than its key."""
    indent = len(lines[number]) - len(lines[number].lstrip(" "))
    following = next((line for line in lines[number + 1 :] if line.strip()), "")
    return len(following) - len(following.lstrip(" \t")) > indent and not following.lstrip().startswith("#")


def _meant(value: str, may_be_table: bool) -> str | None:
    """The text that was meant where YAML would read another, or none; None where it reads what was meant."""
    if _BLOCK.fullmatch(value) or _QUOTED.fullmatch(value):
        return None
    node = _scalar(value)
    comment = _COMMENT.search(value)
    plain = value[: comment.start()].rstrip() if comment else value
    if node is not None and value[0] not in "!&*":
        is_cut = not node.style and _HASHTAG.search(plain) is not None
        return plain if is_cut else None
    # a table or a list is not a text; an opening sign without its closing one is more likely half a table or half a
    # quotation
    closing = _PAIRS.get(value[0])
    if closing and (closing not in value[1:] or _is_collection(value)):
        return None
    if value[0] == "#" or (may_be_table and value[0] in "{["):
        return None
    return plain


def _scalar(value: str) -> yaml.ScalarNode | None:
    """`value` as the scalar that YAML reads, None where it reads none."""
    node = _node(value)
    return node if isinstance(node, yaml.ScalarNode) else None


def _is_collection(value: str) -> bool:
    return isinstance(_node(value), yaml.CollectionNode)


def _node(value: str) -> yaml.Node | None:
    if value.count("[") + value.count("{") > 10:  # deep nesting is for the parser to refuse
        return None
    loader = Loader(f"k: {value}\n")
    try:
        node = loader.get_single_node()
    except yaml.YAMLError:
        return None
    finally:
        loader.dispose()
    return node.value[0][1] if isinstance(node, yaml.MappingNode) and len(node.value) == 1 else None
