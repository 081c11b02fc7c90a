"""Keys of services, by the letters that they begin them with, and passwords, by the words before them."""

from __future__ import annotations

import re
from functools import cache

from nashra.languages.desk.known import DESK, plain, within

KEY = re.compile(
    r"-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----|\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|glpat-[\w-]{20,}"
    r"|xox[abprs]-[\w-]{10,}|sk-[\w-]{20,}|AIza[\w-]{35}|npm_[A-Za-z0-9]{36}|hf_[A-Za-z0-9]{30,}"
    r"|Authorization: (?:Basic|Bearer) [\w+/=.-]{8,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{6,})(?!\w)"
)
_VALUE = re.compile(r"(?: [^\W\d_]+(?:-[^\W\d_]+)?){0,3}[ \u00a0\u202f]?[:=][ \u00a0\u202f]?([^\s\"'«»“”`<>]{6,40})")

_CARD = re.compile(r"(?<![\w/.=-])[2-6]\d{3}([ \u00a0-]?)\d{4}\1\d{4}\1\d{4}(?![\w/-])")
_PAPER = re.compile(r"(?<![\w/=-])[A-Z]{1,2}[ \u00a0]?\d{5,8}(?![\w/-])")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z\d]{4}){3,7}(?:[ \u00a0]?[A-Z\d]{1,3})?(?!\w)")
_LONG_NUMBER = re.compile(r"(?<![\w/-])\d(?:[ \u00a0-]?\d){15,27}(?![\w/-])")
_PHONE = re.compile(r"(?<![\w/.-])\+?\d(?:[ \u00a0.-]?\d){8,13}(?![\w/-])")
# Characters between a word for a paper and its number.
_BESIDE = 45


def first_card(text: str) -> int | None:
    """Where the number of a bank card stands, which its last figure proves; None where there is none."""
    return next((each.start() for each in _CARD.finditer(text) if _adds_up(re.sub(r"\D", "", each[0]))), None)


def _adds_up(number: str) -> bool:
    """Whether the figures are those of a card: ISO/IEC 7812-1, the formula of Luhn."""
    doubled = [int(figure) * (2 if at % 2 else 1) for at, figure in enumerate(reversed(number))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def first_paper(text: str) -> int | None:
    """Where the number of a passport or an identity card stands, behind a word for it; None where there is none."""
    found = (each.start() for each in _PAPER.finditer(text))
    return next((at for at in found if within(plain(text[max(0, at - _BESIDE) : at]), "papers")), None)


def first_account(text: str) -> int | None:
    """Where the number of a bank account stands, which its own figures prove, or behind a word for it; None where there
    is none, or where readers are to give money."""
    found = next((each.start() for each in _IBAN.finditer(text) if _is_whole(each[0])), None)
    if found is None:
        told = (each.start() for each in _LONG_NUMBER.finditer(text))
        found = next((at for at in told if within(plain(text[max(0, at - _BESIDE) : at]), "bank")), None)
    return None if found is None or within(plain(text), "gifts") else found


def _is_whole(number: str) -> bool:
    """Whether the figures are those of an account: ISO 13616, by ISO 7064."""
    plain_number = number.replace(" ", "").replace("\u00a0", "")
    return int("".join(str(int(sign, 36)) for sign in plain_number[4:] + plain_number[:4])) % 97 == 1


def first_phone(text: str) -> int | None:
    """Where a telephone stands, behind the word for somebody who is to be protected; None where there is none."""
    found = (each.start() for each in _PHONE.finditer(text))
    return next((at for at in found if within(plain(text[max(0, at - _BESIDE) : at]), "shielded")), None)


def first_real_name(text: str) -> int | None:
    """Where the real name of somebody who is to be protected is told; None where it is not."""
    found = (text.find(each) for each in real_names())
    at = next((at for at in found if at >= 0), None)
    return at if at is not None and within(plain(text), "shielded") else None


@cache
def real_names() -> tuple[str, ...]:
    """What stands before a real name, as it is written."""
    return tuple(sorted({each for desk in DESK.values() for each in desk.real.split("|") if each}))


def first_password(text: str) -> int | None:
    """Where a word for a password stands, and one behind it; None where there is none."""
    low = text.lower()
    for phrase in _phrases():
        if (at := low.find(phrase)) >= 0 and (value := _VALUE.match(text, at + len(phrase))) and _is_secret(value[1]):
            return at
    return None


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(sorted({each for desk in DESK.values() for each in desk.secrets.split("|") if each}))


def _is_secret(value: str) -> bool:
    """Whether `value` has letters and others, as passwords have."""
    return "://" not in value and any(map(str.isalpha, value)) and not value.rstrip(".,;)").isalpha()
