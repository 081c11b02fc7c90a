"""What Nashra knows of Persian beyond CLDR."""

from __future__ import annotations

from nashra.languages import sounds
from nashra.languages.spec import Spec, words

SPEC = Spec(
    alphabet="آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    # Arabic keyboards write the kaf and the yaa otherwise; hamza sorts with its carrier.
    same_letters={"ك": "ک", "ي": "ی", "ى": "ی", "ئ": "ی", "ؤ": "و", "أ": "ا", "إ": "ا", "ٱ": "ا", "ء": "ا", "ة": "ه"},
    sounds=sounds.ARABIC,
    small_words=words(
        """
        در به از که این را با است برای آن یک شد کرد خود تا می های بر هم نیز بود شده گفت
        """
    ),
    comma="، ",
)
