"""What Nashra knows of Persian beyond CLDR."""

from __future__ import annotations

from nashra.languages import sounds
from nashra.languages.spec import HeadWords, Spec, words

SPEC = Spec(
    alphabet="آاءبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    # Arabic keyboards write the kaf and the yaa otherwise; hamza on any carrier is a letter of its own, behind alef.
    same_letters={"ك": "ک", "ي": "ی", "ى": "ی", "ئ": "ء", "ؤ": "ء", "أ": "ء", "إ": "ء", "ٱ": "ا", "ة": "ه"},
    sounds=sounds.ARABIC,
    small_words=words(
        """
        در به از که این را با است برای آن یک شد کرد خود تا می های بر هم نیز بود شده گفت
        """
    ),
    comma="، ",
    persian_months={
        "": tuple("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()),
        "AF": tuple("حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت".split()),
    },
    head=HeadWords(
        yes=words("بله آری"),
        no=words("خیر نه"),
        draft=words("پیشنویس پیش_نویس"),
        held=words("پیشنویس پیش_نویس منتشر_نشده منتشر_نشود در_انتظار محرمانه"),
        public=words("منتشر_شده انتشار منتشر_شود"),
    ),
)
