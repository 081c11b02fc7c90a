"""Hypothesis strategies for Markdown as newsrooms write it, Arabic and Latin mixed."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = [
    "وصل", "الوفدُ", "إلى", "باريس", "والمغرب", "بالرباط", "«نعم»", "كأس", "العالم", "2030", "٢٠٣٠", "هـ", "مـهـم",
    "minister", "Élysée", "l’accord", "1.5", "%", "-", "(أ)", "A&B", "x<y", "5*3", "a_b", "_ok_", "[sic]", "#المغرب",
    "@user", "https://example.org/a_b?c=d", "info@example.org", "وقال:", "ثم،", "نعم.", "لا؟", "حقا!", "…", "د.", "M.",
    "\\*", "&amp;", "``", "|", "!", "1.", "+", ">", "~~~", "==",
]  # fmt: skip

words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)


@st.composite
def inline(draw: st.DrawFn) -> str:
    """A line of words with links, emphasis, code, notes and pictures among them."""
    parts = []
    for _ in range(draw(st.integers(1, 4))):
        text = draw(words)
        kind = draw(st.sampled_from(["plain", "plain", "bold", "em", "link", "code", "note", "image", "html", "break"]))
        inner = text.strip("*_ ").replace("`", "").replace("[sic]", "").replace("|", "") or "نص"
        parts.append(
            {
                "plain": text,
                "bold": f"**{inner}**",
                "em": f"*{inner}*",
                "link": f"[{inner}](https://example.org/{len(inner)})",
                "code": f"`{inner.replace('&amp;', '')}`",
                "note": f"{text}[^1]",
                "image": f"![{inner}](photo-{len(inner)}.jpg)",
                "html": f"<b>{inner}</b>",
                "break": f"{inner}  \n{inner}",
            }[kind]
        )
    return " ".join(parts)


@st.composite
def block(draw: st.DrawFn) -> str:
    """One Markdown block."""
    kind = draw(st.sampled_from(["p", "p", "p", "h", "ul", "ol", "quote", "table", "code", "rule"]))
    line = draw(inline()).replace("  \n", " ") if kind in ("h", "table") else draw(inline())
    line = line.strip()
    if kind == "h":
        return f"## {line}"
    if kind in ("ul", "ol"):
        items = [line, *draw(st.lists(words, max_size=3))]
        signs = ["- "] * len(items) if kind == "ul" else [f"{number}. " for number in range(1, len(items) + 1)]
        return "\n".join(sign + item for sign, item in zip(signs, items, strict=True))
    if kind == "quote":
        return "> " + line.replace("\n", "\n> ")
    if kind == "table":
        cell = line.replace("|", "/")
        return f"| {cell} | ب |\n|---|---|\n| 1 | {cell} |"
    return {"p": line, "code": "```\nx = *1*\n\ny\n```", "rule": "* * *"}[kind]


documents = st.lists(block(), min_size=1, max_size=6).map(lambda blocks: "\n\n".join(blocks) + "\n")
