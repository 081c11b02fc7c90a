"""What Nashra knows of Urdu beyond CLDR."""

from __future__ import annotations

from nashra.languages import sounds
from nashra.languages.spec import HeadWords, Spec, words

SPEC = Spec(
    sounds=sounds.ARABIC,
    small_words=words(
        """
        کے میں کی ہے اور سے کا کو نے پر ہیں کہ یہ اس ایک بھی تھا نہیں کر گیا
        """
    ),
    comma="، ",
    head=HeadWords(
        yes=words("ہاں جی_ہاں"),
        no=words("نہیں"),
        draft=words("مسودہ"),
        held=words("مسودہ غیر_شائع غیر_شائع_شدہ زیر_نظر خفیہ"),
        public=words("شائع شائع_شدہ"),
    ),
)
