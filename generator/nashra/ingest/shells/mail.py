"""Taking an e-mail's shell off: its head, greeting, quote marks and signature. Its senders' addresses go nowhere."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise, takewhile

from nashra.ingest.dates.find import find_dates, fixed_dates
from nashra.ingest.heads.byline import read_byline
from nashra.ingest.shells.found import Shelled
from nashra.ingest.shells.phrases import begins, is_one_of, mail_labels, table
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import key
from nashra.ingest.words.paragraphs import Line
from nashra.ingest.words.press_words import written

ADDRESS = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,20}")
_FIELD = re.compile(r"\*?([^\W\d_][\w' -]{0,24}?)\s*:\*?\s*(.*)")
_LABELLED = re.compile(r"\*?[^\W\d_][\w' -]{0,24}?\s*:\*?\s*[^<>]*<[\w.+%-]+@[\w.-]+>")
_QUOTE = re.compile(r"(?:[>›|]\s?)+")
_RULE = re.compile(r"[-_=*~]{2,}\s*(.*?)\s*[-_=*~:]*")
_REPLY_MARK = re.compile(r"\s*\[?([^\W\d_]+(?:\s[^\W\d_]+)?)\s?(?:\[\d+\])?\s*:\s*")
_CONTACT = re.compile(r"@[\w-]+\.|\+?[\d٠-٩][\d٠-٩ ().-]{7,}")
_MAX_SIGNATURE = 15
_FORWARDED = 25  # words of one who forwards
_MAX_SIGNATURE_LINE = 100


def open_mail(shelled: Shelled) -> None:
    """Take the shell of one or several nested messages off, where there is one."""
    _unquote(shelled)
    headed = _take_heads(shelled)
    sent = _take_device(shelled)
    greeted = _take_greeting(shelled, headed)
    _take_signature(shelled, headed or greeted or sent)
    if headed:
        _choose_title(shelled)
    _hide(shelled)


def _unquote(shelled: Shelled) -> None:
    """Quote marks before most lines, or before any of a message, are the mail program's."""
    filled = shelled.filled()
    quoted = [at for at in filled if shelled.lines[at].text.startswith(">")]
    if len(quoted) < 2 or (len(quoted) < 0.5 * len(filled) and not _heads(shelled)):
        return
    for at in quoted:
        line = shelled.lines[at]
        shelled.lines[at] = Line(line.number, _QUOTE.sub("", line.text, count=1).strip())


def _field(text: str) -> tuple[str, str] | None:
    """(field, value) of a line of a message's head."""
    found = _FIELD.fullmatch(text)
    name = mail_labels().get(key(found[1])) if found is not None else None
    return (name, found[2].strip(" *")) if found is not None and name is not None else None


def _heads(shelled: Shelled) -> list[range]:
    """Where the heads of messages stand."""
    heads: list[range] = []
    lines = shelled.lines
    at = 0
    while at < len(lines):
        end, fields, addressed = at, set[str](), False
        while end < len(lines):
            text = _QUOTE.sub("", lines[end].text).strip()
            field = _field(text)
            if field is not None:
                fields.add(field[0])
                addressed = addressed or ADDRESS.search(field[1]) is not None
            elif end == at or not ADDRESS.search(text) or len(key(ADDRESS.sub("", text)).split()) > 6:
                # only a long list of addresses goes on in a second line; a field may have another program's label
                if end == at or _LABELLED.fullmatch(text) is None:
                    break
                fields.add("other")
            end += 1
        known = fields & {"from", "to", "date", "subject"}
        sent = "from" in fields and len(known) >= 2 and ("subject" in fields or addressed)
        alone = fields == {"subject"} and _greeting_follows(shelled, at, end)
        if sent or alone or ({"date", "subject"} <= fields and addressed):
            heads.append(range(at, end))
        at = max(end, at + 1)
    return heads


def _greeting_follows(shelled: Shelled, at: int, end: int) -> bool:
    """Whether the first line of all is a subject over the greeting of a message of which nothing else was copied."""
    filled = shelled.filled()
    below = [each for each in filled if each >= end]
    return bool(below) and filled[0] == at and _is_greeting(shelled.lines[below[0]].text, ",،")


def _is_greeting(text: str, signs: str) -> bool:
    bare = text.rstrip(" ,،!.:-–؛")
    short = len(key(text).split()) <= 6
    return is_one_of(bare, "greetings") or (short and begins(bare, "greeting_starts") and text[-1] in signs)


def _take_heads(shelled: Shelled) -> bool:
    heads = _heads(shelled)
    for at in shelled.filled():
        line = shelled.lines[at]
        rule = _RULE.fullmatch(line.text)
        if is_one_of(rule[1] if rule else line.text, "forward_lines") and (rule or heads):
            shelled.drop([at], "the shell of an e-mail")
        elif ADDRESS.search(line.text) and (wrote := _wrote().search(line.text)):
            _keep_secret(shelled, line.text)
            shelled.senders.add(key(ADDRESS.sub(" ", line.text)))
            if (dates := find_dates(line.text[: wrote.start()])) and shelled.stamp is None:
                shelled.stamp = (dates[0], f"line {line.number}, the head of the e-mail")
            shelled.drop([at], "the shell of an e-mail")
    for head in heads:
        for at in head:
            line = shelled.lines[at]
            _keep_secret(shelled, line.text)
            name, value = _field(line.text) or ("other", "")
            if name == "subject" and (subject := _subject(value)):
                shelled.title = Line(line.number, subject)
            elif name == "date" and (dates := fixed_dates(value)):
                shelled.stamp = (dates[0], f"line {line.number}, the head of the e-mail")
            elif name == "from" and (sender := _sender(value)):
                shelled.checks.append(f"the e-mail was sent by {sender!r}, who stands in no field")
                shelled.senders.add(key(sender))
        shelled.drop(head, "the head of an e-mail; no address in it is published")
    _drop_between(shelled, heads)
    return bool(heads)


def _drop_between(shelled: Shelled, heads: list[range]) -> None:
    """Drop the few words of one who forwards a message that was forwarded to him: between two heads, over the text."""
    for above, below in pairwise(heads):
        inside = [at for at in shelled.filled() if above.stop <= at < below.start]
        said = sum(len(key(shelled.lines[at].text).split()) for at in inside)
        rest = sum(len(key(shelled.lines[at].text).split()) for at in shelled.filled() if at >= below.stop)
        if said <= _FORWARDED and rest >= 2 * said:
            shelled.drop(inside, "the sender's own words")


def _keep_secret(shelled: Shelled, text: str) -> None:
    shelled.secret |= set(ADDRESS.findall(text))


def _sender(value: str) -> str:
    return re.sub(r"[<\[(][^<>\[\]()]*[>\])]|\"", "", ADDRESS.sub("", value)).strip(" ,;'")


def _subject(value: str) -> str:
    marks = table("reply_marks")
    while (found := _REPLY_MARK.match(value)) is not None and key(found[1]) in marks:
        value = value[found.end() :]
    return value.strip()


def _take_greeting(shelled: Shelled, headed: bool) -> bool:
    """Drop the greeting and the sender's own sentences above the article; the result says whether there was one."""
    greeted = False
    signs = ",،:!" if headed else ",،"
    for at in shelled.filled():
        text = shelled.lines[at].text
        words = len(key(text).split())
        bare = text.rstrip(" ,،!.:-–؛")
        if _is_greeting(text, signs):
            shelled.drop([at], "a greeting")
            greeted = True
        elif (headed or greeted) and is_one_of(bare, "press_labels"):
            shelled.drop([at], "a label of the press office")
        elif (headed or greeted) and words <= 40 and begins(text, "cover_starts"):
            shelled.drop([at], "the sender's own words")
        else:
            return greeted
    return greeted


def _take_device(shelled: Shelled) -> bool:
    """Drop what a telephone or a program writes of itself; the result says whether it did."""
    found = False
    for at in shelled.filled():
        text = shelled.lines[at].text
        if begins(text, "device_starts") and len(text) < _MAX_SIGNATURE_LINE and not boilerplate.is_sentence(text):
            shelled.drop([at], "the signature of an e-mail")
            found = True
    return found


def _take_signature(shelled: Shelled, is_mail: bool) -> None:
    if not is_mail:
        return
    filled = shelled.filled()
    for place, at in enumerate(filled):
        text = shelled.lines[at].text
        closes = (
            is_one_of(text.rstrip(" ,،.!;"), "closings")
            or text in ("--", "—", "___")
            or (begins(text, "closing_starts") and len(text) < 200)
        )
        if not closes or place == 0:
            continue
        signature = list(
            takewhile(lambda after: _signs(shelled.lines[after].text), filled[place + 1 :][:_MAX_SIGNATURE])
        )
        goes_on = place + 1 + len(signature) < len(filled)
        if goes_on and text != "--" and text[-1] not in ",،":
            continue  # "Merci" as a word of the text
        gone = [at, *signature]
        for index in gone:
            _keep_secret(shelled, shelled.lines[index].text)
        shelled.drop(gone, "the signature of an e-mail")
        return
    _take_contact(shelled)
    for at in shelled.filled()[2:][-1:]:
        name = key(shelled.lines[at].text)
        if len(name.split()) <= 4 and any(f" {name} " in f" {sender} " for sender in shelled.senders):
            shelled.drop([at], "the signature of an e-mail")


def _take_contact(shelled: Shelled) -> None:
    """Drop the name and numbers below the last blank line of a message that ends without words of farewell."""
    filled = shelled.filled()
    gone: list[int] = []
    for at in reversed(filled):
        if gone and gone[-1] - at > 1:
            break
        gone.append(at)
    texts = [shelled.lines[at].text for at in gone]
    if len(gone) < len(filled) and len(gone) >= 2 and all(map(_signs, texts)) and any(map(_CONTACT.search, texts)):
        for at in gone:
            _keep_secret(shelled, shelled.lines[at].text)
        shelled.drop(sorted(gone), "the signature of an e-mail")


def _signs(text: str) -> bool:
    """Whether a line below the closing words belongs to the signature."""
    if begins(text, "confidential_starts"):
        return True
    return len(text) <= _MAX_SIGNATURE_LINE and not boilerplate.is_sentence(text)


def _choose_title(shelled: Shelled) -> None:
    """A headline printed in the message is better than its subject."""
    filled = shelled.filled()
    if shelled.title is None or len(filled) < 2:
        return
    first, second = (shelled.lines[at] for at in filled[:2])
    words = len(key(first.text).split())
    is_headline = 3 <= words <= boilerplate.MAX_HEADLINE_WORDS and first.text[-1] not in ".:؛;,،"
    stands_apart = second.number - first.number > 1 and boilerplate.is_sentence(second.text)
    if is_headline and stands_apart and read_byline(first.text) is None:
        shelled.title = None
        return
    shelled.checks.append(f"the title is the subject of the e-mail, line {shelled.title.number}")


def _hide(shelled: Shelled) -> None:
    """Take what would publish a sender's address out of the text."""
    for at in shelled.filled():
        line = shelled.lines[at]
        found = [secret for secret in shelled.secret if secret in line.text]
        if not found:
            continue
        if not boilerplate.is_sentence(line.text):
            shelled.drop([at], "the sender's address")
            continue
        text = line.text
        for secret in found:
            text = text.replace(secret, "[…]")
        shelled.lines[at] = Line(line.number, text)
        shelled.checks.append(f"line {line.number} had the sender's address, which is not published: […]")


@lru_cache(maxsize=1)
def _wrote() -> re.Pattern[str]:
    return re.compile(rf"(?:{written('mail_wrote')})\s*:?\Z", re.IGNORECASE)
