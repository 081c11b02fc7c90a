"""What Nashra knows of Arabic beyond CLDR."""

from __future__ import annotations

from nashra.languages import sounds
from nashra.languages.spec import Spec, words

SPEC = Spec(
    abbreviations=words(
        """
        أ أ.د ا.د ت ج د د.م ر س ش ش.م ص ط ع ق.م م هـ
        """
    ),
    length=1.0,
    # الرباط stands under ر. Two letters must be left, or it is no article.
    article=r"ال(?=\w\w)",
    sounds=sounds.ARABIC,
    attached=tuple("و ف ب ك ل س ال وال فال بال كال وبال لل ولل فلل ول وب وك فب فل".split()),
)
