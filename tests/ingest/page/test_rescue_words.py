"""The stop words that trafilatura is lent are its own."""

from __future__ import annotations

from justext import core
from justext.utils import get_stoplist
from trafilatura import external

from nashra.ingest.page import rescue_words


def test_they_answer_as_the_sets_that_trafilatura_makes() -> None:
    rescue_words.lend()
    lent = core.define_stoplist(external.JT_STOPLIST)
    assert isinstance(lent, rescue_words.Hashes)
    for language in ("Arabic", "French", "English", "Turkish", "Greek"):
        assert all(word in lent for word in core.define_stoplist(get_stoplist(language)))
    assert not any(word in lent for word in ("nashra-briefing", "", "١٢٣٤٥٦٧", "xqzt"))
    assert core.define_stoplist(("One", "TWO")) == {"one", "two"}, "lists of others are what they were"
