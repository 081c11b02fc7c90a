"""Emphasis: "*words*", "**words**", the same with "_", and "~~words~~".

As in GitHub, with one difference that Arabic needs: particles are written on to the next word without a blank, so that
"**«مهم»**ثم" and "و**«مهم»**" are emphasis, although the signs stand between a letter and a quotation mark. That holds
for letters of all scripts without capitals, and for punctuation that only such scripts have.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from nashra.markup.grammar.inline.span import Run, Span, SpanKind, holding

# Letters without capitals, signs over and under letters, and marks of direction, which nobody sees.
_CASELESS = frozenset({"Lo", "Lm", "Mn", "Mc", "Cf"})
_CASELESS_PUNCTUATION = frozenset("،؛؟۔٪、。「」『』！？")


def run(source: str, start: int, end: int) -> Run:
    """The signs in `source` from `start` to `end`, with what they may do where they stand."""
    sign = source[start]
    left, right = start, end
    if sign != "~":  # what is struck is a word like any other to the emphasis around it
        while source[left - 1 : left] == "~":
            left -= 1
        while source[right : right + 1] == "~":
            right += 1
    before, after = source[left - 1 : left] or " ", source[right : right + 1] or " "
    signs = Run("text", start, end, source[start:end], sign=sign, count=end - start, length=end - start)
    if sign != "~" or end - start <= 2:
        leans = _leans(before, after), _leans(after, before)
        wider = leans[0] or _is_written_on(before, after), leans[1] or _is_written_on(after, before)
        signs.can_open, signs.can_close = _may(sign, wider, before, after)
        can_open, can_close = _may(sign, leans, before, after)
        signs.lent = signs.can_open and not can_open, signs.can_close and not can_close
    return signs


def _may(sign: str, leans: tuple[bool, bool], before: str, after: str) -> tuple[bool, bool]:
    """Whether signs that belong to the word after them, or to that before them, may begin and end emphasis."""
    opens, closes = leans
    if sign != "_":
        return leans
    return opens and (not closes or _is_punctuation(before)), closes and (not opens or _is_punctuation(after))


def _leans(outside: str, inside: str) -> bool:
    """Whether signs between the two belong to the word that `inside` is of."""
    if inside.isspace():
        return False
    return not _is_punctuation(inside) or outside.isspace() or _is_punctuation(outside)


def _is_written_on(outside: str, inside: str) -> bool:
    """Whether signs between the two belong to the word of `inside` all the same, as Arabic needs it."""
    if inside.isspace():
        return False
    return inside in _CASELESS_PUNCTUATION or unicodedata.category(outside) in _CASELESS


def _is_punctuation(char: str) -> bool:
    # as GitHub has it, which takes "€" for a letter; CommonMark has come to think otherwise
    return unicodedata.category(char)[0] in ("PS" if char < "\x80" else "P")


def paired(spans: Sequence[Span]) -> list[Span]:
    """`spans` with the runs among them turned into emphasis, or into words."""
    done: list[Span] = []
    openers: list[tuple[Run, int]] = []  # and the place of each in `done`
    bottom: dict[tuple[str, bool, int], int] = {}  # what a closer of this kind need not search below
    for span in spans:
        if not isinstance(span, Run):
            done.append(span)
            continue
        while span.can_close and span.count:
            key = (span.sign, span.can_open, span.length % 3)
            lowest = min(bottom.get(key, 0), len(openers))
            place = next((at for at in range(len(openers) - 1, lowest - 1, -1) if _match(openers[at][0], span)), None)
            if place is None:
                bottom[key] = len(openers)
                break
            if _wrap(done, *openers[place], span):
                del openers[place + (openers[place][0].count > 0) :]
            else:
                openers.clear()  # what stands around it would be deeper still
            for known, depth in bottom.items():
                bottom[known] = min(depth, len(openers))
        if span.count:
            if span.can_open:
                openers.append((span, len(done)))
            done.append(span)
    return [_as_words(span) if isinstance(span, Run) else span for span in done]


def _match(opener: Run, closer: Run) -> bool:
    if opener.sign != closer.sign:
        return False
    if opener.sign == "~":
        return opener.length == closer.length
    either = opener.can_close or closer.can_open
    return not (either and (opener.length + closer.length) % 3 == 0 and (opener.length % 3 or closer.length % 3))


def _wrap(done: list[Span], opener: Run, place: int, closer: Run) -> bool:
    """Put what stands in `done` after the opener into emphasis; whether it may nest as deep."""
    size = 2 if min(opener.count, closer.count) >= 2 else 1
    kind: SpanKind = "struck" if opener.sign == "~" else "strong" if size == 2 else "emphasis"
    left, right = opener.end - size, closer.start + size
    children = [_as_words(span) if isinstance(span, Run) else span for span in done[place + 1 :]]
    span = holding(kind, left, right, children, (opener.end, closer.start))
    if span is not None and (opener.lent[0] or closer.lent[1]):
        span.ours = "emphasis"
    opener.count -= size
    closer.count -= size
    if span is None:
        # the signs are dropped, as nobody could tell such a nest from its words
        done[place + 1 :] = children
    else:
        done[place + 1 :] = [span]
    opener.end -= size
    closer.start += size
    if not opener.count:
        del done[place]
    return span is not None


def _as_words(run: Run) -> Span:
    return Span("text", run.start, run.end, run.sign * run.count)
