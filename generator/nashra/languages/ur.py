"""What Nashra knows of Urdu beyond CLDR."""

from __future__ import annotations

from nashra.languages import sounds
from nashra.languages.spec import Spec, words

SPEC = Spec(
    sounds=sounds.ARABIC,
    small_words=words(
        """
        کے میں کی ہے اور سے کا کو نے پر ہیں کہ یہ اس ایک بھی تھا نہیں کر گیا
        """
    ),
    comma="، ",
)
