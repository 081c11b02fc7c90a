"""Articles of HTML made at random: every kind of block, one in the other, with words that Markdown may take for signs."""

from __future__ import annotations

import random
from html import escape

WORDS = [
    "وصل الوفد", "«كأس العالم»", "مهم،", "(أ)", "l’État", "the team", "1. mot", "- y", "# z", "a|b", "*c*", "+ d", "> e",
    "_f_", "~~g~~", "[h]", "===", "---", "2) i", "https://example.org/j_k", "`l`", "<m>", "&amp;", "a*b", "\\", "!", "|",
    "٣. ع", "k: v", "#وسم", "www.example.org", "x@example.org", "end\\", "$$", "[^1]", "[a]: /u", "a~b", "```", "5*3=15",
    "٪ 12", "a_b_c", "**", "2024.", "!", "|---|", "[x] y", "<b>", "&#42;",
]  # fmt: skip


def words(dice: random.Random, most: int = 6) -> str:
    """A few of the words, as text of HTML."""
    return escape(" ".join(dice.choice(WORDS) for _ in range(dice.randint(1, most))))


def inline(dice: random.Random) -> str:
    """Words with links, emphasis, code and breaks among them."""
    parts = []
    for _ in range(dice.randint(1, 4)):
        text = words(dice)
        tag = dice.choice(["", "", "", "b", "em", "a", "code", "br", "strong", "i", "del", "kbd"])
        if tag == "a":
            text = f'<a href="https://example.org/{dice.randint(1, 9)}">{text}</a>'
        elif tag == "br":
            text = f"{text}<br>{words(dice)}"
        elif tag:
            text = f"<{tag}>{text}</{tag}>"
        parts.append(text + dice.choice([" ", " ", " ", ""]))
    return "".join(parts)


def block(dice: random.Random, depth: int = 0) -> str:
    """One block, which may hold others."""
    kind = dice.choice(["p", "p", "p", "h2", "h3", "ul", "ol", "quote", "table", "pre", "hr", "loose"])
    if depth > 1 and kind in ("ul", "ol", "quote", "table", "loose", "hr", "h2", "h3"):
        kind = "p"
    if kind in ("ul", "ol", "loose"):
        tag = "ul" if kind == "loose" else kind
        items = [
            (f"<p>{inline(dice)}</p>" if kind == "loose" else inline(dice))
            + (block(dice, depth + 1) if dice.random() < 0.3 else "")
            for _ in range(dice.randint(1, 4))
        ]
        return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"
    if kind == "quote":
        return f"<blockquote>{''.join(block(dice, depth + 1) for _ in range(dice.randint(1, 2)))}</blockquote>"
    if kind == "table":
        row = "".join(f"<td>{inline(dice)}</td>" for _ in range(2))
        return f"<table><tr><th>{words(dice)}</th><th>{words(dice)}</th></tr><tr>{row}</tr></table>"
    if kind == "pre":
        return f"<pre><code>{words(dice)}\n\n  {words(dice)}</code></pre>"
    return "<hr>" if kind == "hr" else f"<{kind}>{inline(dice)}</{kind}>"


def article(seed: int) -> str:
    """A page whose article begins and ends with sentences."""
    dice = random.Random(seed)
    first = "Le conseil a voté mardi le budget de la ville, dont la dépense atteint trois millions d'euros cette année."
    last = "La séance a été levée vers minuit, après que le maire a remercié les habitants venus nombreux à la mairie."
    body = "".join(block(dice) for _ in range(dice.randint(2, 7)))
    return (
        f"<!doctype html><html lang=fr><head><title>Le budget</title></head><body><article><h1>Le budget</h1>"
        f"<p>{first}</p>{body}<p>{last}</p></article></body></html>"
    )
