"""What people approved in articles, as plain pairs."""

from __future__ import annotations

from collections.abc import Iterable

from nashra.model import Article
from nashra.translate.approved import approved_texts


def approved_pairs(articles: Iterable[Article], source: str, target: str) -> dict[str, str]:
    """Source text -> target text of what people approved; the newest article wins."""
    return {text: known.target for text, known in approved_texts(articles, source, target).items()}
