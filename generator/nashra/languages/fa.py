"""What Nashra knows of Persian beyond CLDR."""

from __future__ import annotations

from nashra.languages import sounds
from nashra.languages.spec import Spec

SPEC = Spec(
    alphabet="آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    # Arabic keyboards write the kaf and the yaa otherwise; hamza sorts with its carrier.
    same_letters={"ك": "ک", "ي": "ی", "ى": "ی", "ئ": "ی", "ؤ": "و", "أ": "ا", "إ": "ا", "ٱ": "ا", "ء": "ا", "ة": "ه"},
    sounds=sounds.ARABIC,
)
