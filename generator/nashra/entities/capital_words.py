"""Words, in folded form, that tell what a capital letter means in the languages that have them."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Place names that are first names too, in any language with capitals: Paris Hilton, Jordan Bardella.
GIVEN_NAMES = _words(
    """
    paris jordan florence milan nancy sydney austin chad georgia israel virginia carolina charlotte madison
    lincoln jackson houston dallas chelsea brooklyn lourdes cuba asia india kenya london savannah valence
    victoria salvador santiago sofia washington
    """
)

# First names after which the name of a place is a surname, in any language with capitals: Michael Jordan, Jack London.
FIRST_NAMES = _words(
    """
    michael mike michel jack john jean james jim robert david paul pierre peter thomas tom william charles henri henry
    louis richard joseph joe daniel martin simon philippe philip nicolas nicholas francois alain andre antoine claude
    eric george georges denzel anatole marie mary anne anna sarah laura julia julie emma kate jane lisa barbara tony tim
    steve kevin brian bob sam dan tariq tarik mohamed mohammed muhammad ahmed ali omar youssef hassan karim nadia fatima
    """
)

# Words of three letters that are small in Headlines Like This One.
SMALL_IN_TITLES = _words(
    """
    the and for but nor via les des une sur aux par que qui est son ses del las los una con und der die das von dem den
    """
)
