"""Arabic: what people are by trade and office, each word once; the lists of cues are put together of these.

The words stand without article. Where a list wants them as they go right before a name, `definite` gives it to them.
"""

from __future__ import annotations

from collections.abc import Iterable

from nashra.languages.spec import words

ARTICLE = "ال"

# By trade.
TRADES = words(
    """
    مهندس مهندسة معماري معمارية مغني مغنية موسيقار ملحن رسام رسامة نحات نحاتة فنان فنانة مصور مصورة شاعر شاعرة
    روائي روائية صحافي صحافية صحفي صحفية إعلامي دكتور دكتورة طبيب طبيبة محامي محامية قاضي قاضية مؤرخ مؤرخة ناقد
    ناقدة مصمم مصممة ملاكم مدربة
    """
)
# The same; they may have what they are of behind them, and then the name: باحث في الجامعة.
MASTERS = words("أستاذ أستاذة باحث باحثة خبير خبيرة مخرج مخرجة ممثل")
# Trades that are offices too: كاتب الدولة.
WRITERS = words("كاتب كاتبة ممثلة")
PLAYERS = words("لاعب لاعبة حارس مهاجم مدرب")
ATHLETES = words("عداء عداءة مدافع")
# Offices.
HOLDERS = words(
    """
    رئيس رئيسة وزير وزيرة مدير مديرة أمين ناطق متحدث مبعوث مستشار مستشارة نائب نائبة سفير سفيرة ملك أمير قائد زعيم
    عميد بطل
    """
)
# Titles, which have nothing of what they are of behind them.
RANKS = words("سيد سيدة شيخ جنرال لواء عقيد أميرة بابا عاهل")
# Before a name they are said of anybody.
SAID_OF_ANYBODY = words("حاج إمام قيادي قيادية مطرب محلل مرحوم راحل ناشط ناشطة أمينة بطلة")


def definite(nouns: Iterable[str]) -> frozenset[str]:
    """`nouns` with the article."""
    return frozenset(ARTICLE + noun for noun in nouns)
