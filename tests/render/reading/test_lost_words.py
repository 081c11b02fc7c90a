"""Words that would not reach the reader are an error with the line of what takes them along; embeds stay as links."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.kit.errors import ContentError
from nashra.markup import html
from nashra.render.reading.loose_ends import loose_ends, refuse_shown_remarks
from nashra.render.reading.lost import refuse_lost_words
from nashra.render.reading.other_texts import in_another_script

PATH = Path("ar.md")
END = "\n\nالخاتمة لا يجوز أن تضيع.\n"


def refused(body: str) -> tuple[int | None, str] | None:
    try:
        refuse_lost_words(body, html.render(body), PATH, 10)
    except ContentError as error:
        (problem,) = error.problems
        return problem.line, problem.message
    return None


@pytest.mark.parametrize("note", ["", "\n[^1]: حاشية\n"])
@pytest.mark.parametrize(
    "sign", ["<style>", "<script>", "<math>", "<textarea>", "<title>", "<svg>", "<iframe>", "<!--"]
)
@pytest.mark.parametrize("before", ["", "الوسم "])
def test_what_is_opened_and_not_closed_is_named_with_its_line(before: str, sign: str, note: str) -> None:
    found = refused(f"قبله.[^1]\n\n{before}{sign} مذكور هنا.{END}{note}")
    assert found == (12, f"`{sign}` is not closed: what follows it would be lost")


@pytest.mark.parametrize(
    "body",
    [
        "الوسم `<style>` مذكور." + END,
        "الوسم \\<style> مذكور." + END,
        "```\n<style>\n```" + END,
        "<!-- ملاحظة للمحرر -->" + END,
        "قبله <!-- ملاحظة\nطويلة جدا للمحرر وحده لا يراها أحد --> بعده." + END,
        "<style>p {color: red}</style>" + END,
        "5 < 7 و 8 > 3، و<b>عريض</b>." + END,
        "| أ | ب |\n|---|---|\n| **1** | `2` |" + END,
        "> اقتباس\n> [رابط](https://x.example/) و![صورة](a.jpg)" + END,
        "كلمة[^1] و**كل**مة &amp; <kbd>Ctrl</kbd>." + END + "\n[^1]: حاشية <i>مائلة</i>\n",
        "<div>\n\nفي إطار.\n\n</div>" + END,
        "<p>فقرة\n\nأخرى." + END,
    ],
)
def test_what_readers_see_or_an_editor_hides_is_no_loss(body: str) -> None:
    assert refused(body) is None


def test_a_block_that_is_not_on_the_page_is_named_whatever_took_it() -> None:
    with pytest.raises(ContentError) as caught:
        refuse_lost_words("أول <b>\n\nثان ثالث\n\nرابع\n", "<p>أول رابع</p>", PATH, 10)
    assert caught.value.problems[0].line == 12


@pytest.mark.parametrize(
    "tag",
    [
        '<iframe width="560" src="https://x.example/v?a=1&amp;b=2" allowfullscreen></iframe>',
        "<iframe src='//x.example/v?a=1&b=2'>بديل</iframe>",
        '<video controls>\n<source src="https://x.example/v?a=1&amp;b=2"></video>',
        '<audio src="https://x.example/v?a=1&b=2"></audio>',
        '<embed src="https://x.example/v?a=1&b=2">',
    ],
)
def test_an_embed_stays_as_a_link_and_is_told(tag: str) -> None:
    body = f"قبله.\n\n{tag}{END}"
    assert 'href="https://x.example/v?a=1&amp;b=2"' in html.render(body)
    (told,) = loose_ends(body, PATH, 10)
    assert (told.line, told.warning) == (12, True)
    assert refused(body) is None


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ("| أ | ب |\n|---|---|\n| 1 | 2 | ثالثة |", 14, "no column for 'ثالثة'"),
        ("> | أ |\n> |---|\n> | 1 | [رابط](https://x.example) |", 14, "no column for"),
        ("[المصدر]: وكالة", 12, "the target of a link that is not there"),
        ("قبله\n\n[Note]:\nimportante", 14, "the target of a link that is not there"),
        ("[إعلان]: عاجل «جدا»\n\nنص", 12, None),
        ("[خبر]: عاجل 'اليوم'", 12, "the target of a link that is not there"),
        ("- بند\n\n  [نقطة]: أولى", 14, "the target of a link that is not there"),
        ("``` قال الوزير\nنص\n```", 12, "'قال الوزير' stands behind the sign of a code block"),
        ("~~~ une phrase entière\nx\n~~~", 12, "stands behind the sign of a code block"),
        ("<!DOCTYPE نص", 12, "would not reach the reader, from 'DOCTYPE' on"),
        ("<?php كلمة", 12, "would not reach the reader"),
        ("<![CDATA[ كلمة", 12, "would not reach the reader"),
        ("<p كلمة أخرى", 12, "would not reach the reader"),
        ("<div title=\"عنوان>\nكلمة\n</div>", 13, "would not reach the reader"),
        ("نص[^a]\n\n[^a]: حاشية\n[^a]: حاشية أخرى", 15, "there is a footnote [^a] already"),
    ],
)  # fmt: skip
def test_what_markdown_itself_takes_along_is_named_with_its_line(body: str, line: int, said: str | None) -> None:
    found = refused(f"قبله.\n\n{body}{END}")
    if said is None:
        assert found is None
    else:
        assert found is not None
        assert found[0] == line
        assert said in found[1]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("قال <John Smith> لنا", "قال &lt;John Smith&gt; لنا"),
        ("البريد <name> هنا", "البريد &lt;name&gt; هنا"),
        ("إذا كان a<b and c>d فلا", "a&lt;b and c&gt;d"),
        ("<math><mi>س</mi><mo>+</mo><mn>٢</mn></math>", "س+٢"),
        ("قبل <template>ظاهر</template> بعد", "ظاهر"),
        ("<svg><title>شعار</title></svg> بعد", "شعار"),
        ("<noscript>بديل</noscript>", "بديل"),
        ("<select><option>خيار</option></select>", "خيار"),
        ("<center><font color=red>وسط</font></center>", "وسط"),
        ("قبل <![CDATA[ حرفي ]]> بعد", "حرفي"),
        ("<o:p>من وورد</o:p>", "من وورد"),
        ("<marquee>شريط</marquee>", "شريط"),
        ("<textarea>حقل</textarea>", "حقل"),
        ("<button>زر</button>", "زر"),
        ("<table><tr><td><table><tr><td>داخل</td></tr></table></td></tr></table>", "داخل"),
        ("<td>خلية</td>", "خلية"),
        ("<object data='https://x.example/a'>بديل</object>", "https://x.example/a"),
        ("<iframe src=https://x.example/b></iframe>", "https://x.example/b"),
    ],
)
def test_words_in_tags_that_pages_do_not_have_stay(body: str, shown: str) -> None:
    page = html.render(f"قبله.\n\n{body}{END}")
    assert shown in page
    assert "الخاتمة" in page
    assert refused(body + END) is None


@pytest.mark.parametrize(
    "body",
    [
        "[1]: https://x.example/\n\nنص [1].",
        "[//]: # (ملاحظة للمحرر)\n\nنص.",
        "[comment]: <> (ملاحظة)\n\nنص.",
        "```python\nprint(1)\n```\n\nنص.",
        "```js {1,3}\nx\n```\n\nنص.",
        "```sh title=x\nx\n```\n\nنص.",
        "| أ | ب |\n|---|---|\n| 1 | 2 |  |\n",
        "| أ | ب |\n|---|---|\n| 1 |\n",
        "نص[^1]\n\n[^1]: حاشية\n\n    وتتمتها\n",
        "[مصدر][m] و[^1]\n\n[m]: https://x.example/\n\n[^1]: حاشية",
        "نص[^Note] و[^AFP]\n\n[^Note]: حاشية\n\n[^afp]: وكالة\n",
        "الصف a[1][2] هنا",
        '[ويكي](https://fr.wikipedia.org/wiki/X_(Y)) و[ب](<ج د.pdf> "هـ") و[1](2)',
        "الدالة f[i](x) و[٣](انظر أسفله)",
        "#المغرب #فاس\n\n## عنوان\n\n`##رمز` {{ }} و`[أ](https://x.example/ ب)`",
        "`{{< x >}}` و`[[ب]]`\n\n    {% c %}\n",
        "مثال:\n\n    print('مرحبا')  # تحية\n",
        "[الرباط] (اليوم) كتب (سعاد)[1]",
        "São Paulo, « Ø » et Ù – Ãlvaro…",
        "| قال وحده |",
        "<p dir=rtl>نص <br clear=all> <input disabled> بعده</p>",
        "قال نعم! [الرابط](https://x.example/) و(انظر [هنا](https://x.example/a)).",
        "2**3 و5 ** 2 و\\**نص وكلمة** وسابّ بـf***",
        "*نص* ثم\n*آخر*\n\n-5 درجات\n-7 درجات\n\n— Oui  \n— Non",
        "قصيدة:\\\n- بيت",
        "السعر 5* للعضو\n*المصدر: الوكالة\n\nأ. علي\nب. سعيد\n\n10.30 صباحا\n11.30 صباحا\n\n3*4 و 5 * 6 و*نص*",
        "عنوان فرعي\n---\nنص\n\nأ - ب\n\n---",
        "س[ا=ب] و[x=1] و[المصدر/الوكالة] و`[/b]`",
        "هل هذا صحيح؟؟؟ نعم??? (للمراجعة السنوية) و(تأكد من ذلك خبراء)",
        "AT&amp;T و`&amp;laquo;` و<b class='a hidden b'>ظاهر</b>",
        "نص <!-- TODO: تحقق (à vérifier) --> بعده\n\n<!--\n\n[للمراجعة] **مهم\n\n-->",
        "C:\\nouveau\\notes و\\newline; `\\n\\n` :) (: نص (a) b) 10:30:15 ok:bien: Quoi?non",
        "Elle rêve ;\nil dort ;\nils partent ;\n\n    x = 1; return x and then go home to the end of it all.",
        "10:30 <b>نص</b> من 5 إلى 7\n\n2024-2025 موسم\n2025-2026 موسم",
        "H2O et CO2, 5 < 7 et 7 > 5, 10 %. De quoi vivre, `<nom du maire>`, 2 ** 3 ** 4, AT&amp;T &lt; 5",
        "صدر البيت الأول      عجز البيت الأول\nصدر البيت الثاني      عجز البيت الثاني\nصدر ثالث      عجز ثالث",
        '<a href="https://x.example/">lien</a> et C:\\Windows, - un tiret\n\n- un\n- deux\n- -3 degrés\n',
    ],
)
def test_what_loses_nothing_annoys_nobody(body: str) -> None:
    assert refused(body + END) is None
    assert loose_ends(body, PATH, 10) == []


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ("نص[^7].", 10, "there is no footnote [^7]"),
        ("قبله\n\nنص [رابط][ref] هنا.", 12, "there is no target [ref]"),
        ("| أ | ب |\n| 1 | 2 |", 10, "this looks like a table"),
        ("| أ | ب |\n|---|\n| 1 | 2 |", 10, "this looks like a table"),
        ("قبله\n\n{{< youtube x >}}", 12, "`{{< youtube x >}}` means nothing here"),
        ("{% include film.html %}", 10, "means nothing here"),
        ("صورة ![[فاس.png]] هنا", 10, "`![[فاس.png]]` means nothing here"),
        ("انظر [رابط] (https://x.example/).", 10, "is no link"),
        ("انظر (رابط)[https://x.example/].", 10, "is no link"),
        ("قبله\n\nانظر [رابط](https://x.example/a\n\nنص", 12, "is no link"),
        ("انظر [**رابط**](https://x.example/a b) هنا", 10, "is no link"),
        ("انظر [رابط]（https://x.example/a）", 10, "is no link"),
        ("اتصلوا [بنا](tel:+212 537)", 10, "is no link"),
        ("نص\nو[ملف](تقرير جديد.pdf)", 11, "is no link"),
        ("نص\n\n##عنوان", 12, "`##عنوان` is no heading"),
        ("{{ page.title }}", 10, "means nothing here"),
        ("[رابط](https://karim:secret@x.example/)", 10, "has a password in it"),
        ("قبله\n\n    وصل الوفد الرسمي إلى العاصمة مساء أمس.", 12, "shown as code"),
        ("نص \ufffd\ufffdتالف", 10, "letters of this text were spoilt"),
        ("Ø§Ù„Ù†Øµ", 10, "letters of this text were spoilt"),
        ("Un Ã©tÃ© chaud", 10, "letters of this text were spoilt"),
        ("نص\n\n[مصدر]: https://x.example/", 12, "nothing leads to 'https://x.example/'"),
        ("نص\n\n```\nكود\n\nنص", 12, "nothing ends this code block"),
        ("نص\n\n<video src='film.mp4'>بديل</video>", 12, "the embedded `video` is not shown"),
        ("&lt;p&gt;نص&lt;/p&gt;", 10, "`&lt;p&gt;` is shown as its signs"),
        ("Il coûte %s dirhams.", 10, "is where a program was to write something"),
        ("/!\\ chiffre à revoir /!\\", 10, "seems to be a note for colleagues"),
        ('La place {style="color:red"} est belle.', 10, "means nothing here"),
        ("انظر file:///home/salma/a.pdf هنا", 10, "is on one machine alone"),
        ("Voir C:\\Users\\Salma\\a.pdf ici", 10, "is on one machine alone"),
        ("Le budget atteint #NOM? millions.", 10, "is what a program writes"),
        ("Il dit <<< version Karim >>> que oui.", 10, "seems to be a note for colleagues"),
        ("نص\n\n-\n-\n", 12, "this item of a list has no words"),
        ("Elle coûte 1O millions.", 10, "`1O` has the letter O"),
        ("ﺍﻟﻤﻐﺮﺏ ﻳﻔﻮﺯ", 10, "has letters in the forms that old programs wrote"),
        ("La ** place ** est belle.", 10, "`** place **` is not bold"),
        ("Le maire, <nom du maire>, a parlé.", 10, "`<nom du maire>` is no tag"),
        ("PAGE \\* MERGEFORMAT 2", 10, "is a field of a word processor"),
        ("Les travaux&nbspcommencent.", 10, "is not the sign that it stands for"),
        ("Les travaux{.underline} commencent.", 10, "means nothing here"),
        ("Les travaux^1^ commencent.", 10, "means nothing here"),
        ("Taza........12\nNador.......3", 10, "these lines look like a table"),
        ("Ville | Pluie\nTaza | 12\nNador | 3", 10, "this looks like a table"),
        ("```markdown\nLe pont de la vallée a rouvert ce matin.\n```", 10, "is shown as code, since ```"),
        ("L?école ouvre apr?s les travaux.", 10, "letters of this text were spoilt"),
        ("Les __travaux_ commencent.", 10, "nothing closes `_travaux`"),
        ("<b>Les travaux commencent.", 10, "nothing closes this `<b>`"),
        ("Le pont.\n\n[^9]: Personne n’y mène.", 12, "nothing leads to the footnote [^9]"),
        ('نص <a href="https://x.example/a">رابط بلا نهاية', 10, "nothing closes this `<a>`"),
        ("- Taza\n-Fès\n- Rabat", 11, "`-Fès` is no item"),
        # nearly Markdown or HTML
        ("قبله\n\n![السد] (sad.jpg)", 12, "`![السد] (sad.jpg)` is no picture"),
        ("انظر ! [السد](sad.png) هنا", 10, "is no picture"),
        ("!(السد)[sad.png]", 10, "is no link"),
        ("نص (تقرير)[rapport.pdf] هنا", 10, "`(تقرير)[rapport.pdf]` is no link"),
        ("قبله\nانظر [الموقع(https://x.example/a) هنا", 11, "is no link"),
        ("قبله\n\n[الموقع]( )", 12, "leads nowhere"),
        ("هذا **مهم جدا.", 10, "nothing closes `**مهم`"),
        ("نص\nقديم ~~ملغى هنا", 11, "nothing closes `~~ملغى`"),
        ("قبله\n\n-أول\n-ثان", 12, "`-أول` begins no list"),
        ("المطالب:\n• أول\n• ثان", 11, "begins no list"),
        ("١-أول\n٢-ثان\n٣-ثالث", 10, "begins no list"),
        ("1.أول\n2.ثان", 10, "begins no list"),
        ("أ- أول\nب- ثان", 10, "begins no list"),
        ("(1) أول\n(2) ثان", 10, "begins no list"),
        ("I- Premier\nII- Second", 10, "begins no list"),
        ("المدينة\tالعدد\nفاس\t10\nطنجة\t12", 10, "look like a table"),
        ("✅ أول\n✅ ثان", 10, "begins no list"),
        ("هذا *مهم جدا", 10, "nothing closes `*مهم`"),
        ("####### عنوان", 10, "is no heading"),
        ("*Premier\n*Second", 10, "begins no list"),
        ("قبله.\n\nهذه جملة كاملة.\n---\nبعدها", 12, "is shown as a heading"),
        ("نص^[حاشية] هنا", 10, "`^[حاشية]` is no footnote"),
        ("| أ | ب |\n\n|---|---|\n\n| 1 | 2 |", 12, "the second line of a table"),
        ("<a href='https://x.example>نص</a>", 10, "`<a href='` is no tag"),
        ("نص <w:p>وورد هنا", 10, "is a sign of a program"),
        ("قال &amp;laquo;نعم", 10, "`&amp;laquo;` is shown as its signs"),
        ("نص \u202eمقلوب هنا", 10, "`U+202E` turns the letters"),
        ("?????? ???? ????? هنا", 10, "letters were lost"),
        ('نص [gallery ids="1,2"] هنا', 10, "means nothing here"),
        ("[url=https://x.example]نص", 10, "means nothing here"),
        ("نص[/b] هنا", 10, "means nothing here"),
        ("قبله\n\n!!! note\nنص", 12, "`!!! note` means nothing here"),
        (":::warning\nنص", 10, "means nothing here"),
        ("هذا {==مهم==} هنا", 10, "means nothing here"),
        ("TODO: تحقق من الاسم", 10, "a note for colleagues"),
        ("حضر 12 شخصا [ملاحظة للمحرر: تحقق من الرقم].", 10, "a note for colleagues"),
        ("Douze morts (à vérifier).", 10, "a note for colleagues"),
        ("قبله\n\n![الساحة]()", 12, "`![الساحة]()` shows no picture"),
        ("![الساحة](<>)", 10, "shows no picture"),
        ("انظر [!place.jpg] هنا", 10, "shows no picture"),
        ("Un paragraphe. {: .chapo}", 10, "means nothing here"),
        ("## Un titre {#ancre}", 10, "means nothing here"),
        ("Bonjour :smile: à tous", 10, "`:smile:` means nothing here"),
        ("نص <?php echo 1; ?> هنا", 10, "means nothing here"),
        ("+---+---+\n| a | b |", 10, "means nothing here"),
        ("Le texte.\\n\\nLa suite", 10, "is how a program writes"),
        ("\\u00e9tait", 10, "is how a program writes"),
        ("قبله\n\nundefined", 12, "is what a program writes"),
        ("نص )الساحة الكبرى( هنا", 10, "the wrong way round"),
        ("قبله\n\n##\n\nنص", 12, "this heading has no words"),
        ("Ville    Habitants\nTaza     140 000\nFès      1 200 000", 10, "these lines look like a table"),
        ("Nom;Prix\nPain;3\nLait;7", 10, "the rows of a sheet"),
        ("    Un long paragraphe mis en retrait par quatre blancs, sans rien d’autre.", 10, "shown as code"),
        ("Le conseil a ?t? r?uni hier", 10, "letters of this text were spoilt"),
        ("ÇáãÛÑÈ íÝÊÍ ÇáÌÓÑ", 10, "letters of this text were spoilt"),
        ("ةيبرعلا ةغللا هنا", 10, "letters of this text were spoilt"),
        ('قبله\n\n<script async src="https://x.example/w.js"></script>', 12, "is not published"),
    ],
)
def test_what_is_shown_otherwise_than_it_was_meant_is_a_warning(body: str, line: int, said: str) -> None:
    assert refused(body) is None
    (told,) = loose_ends(body, PATH, 10)
    assert (told.line, told.warning) == (line, True)
    assert said in told.message


@pytest.mark.parametrize(
    ("lang", "body", "told"),
    [
        ("fr", "وصل الوفد الرسمي إلى الرباط مساء أمس قادما من باريس وكان في استقباله", True),
        ("ar", "La délégation officielle est arrivée à Rabat hier soir en provenance de Paris", True),
        ("ar", "نشرت الوكالة بيانا عنوانه The delegation arrives in Rabat from Paris today", False),
        ("fr", "الوفد", False),
        ("fa", '<p lang="en" dir="ltr">The delegation arrives in Rabat from <code>Paris</code> today</p>', False),
        ("ar", "[الرابط](https://www.example.org/a/long/path/to/an/article-about-something.html)", False),
        ("sr", "Делегација је стигла у Рабат синоћ из Париза и дочекали су је званичници", False),
        ("zgh", "La délégation officielle est arrivée à Rabat hier soir en provenance de Paris", False),
    ],
)
def test_a_text_in_the_letters_of_another_language_is_a_warning(lang: str, body: str, told: bool) -> None:
    assert bool(in_another_script(body, lang, PATH, 10)) is told


@pytest.mark.parametrize(
    "remark",
    [
        *("<!- سري ->", "<! -- سري -->", "< !-- سري -->", "<!— سري —>", "<– سري –>", "{{/* سري */}}"),
        *("{% comment %} سري {% endcomment %}", "{# سري #}", "كلمة{>> سري <<}", "%% سري %%"),
        "<!-- أ <!-- ب --> سري -->",
        # changes that nobody has accepted, and what a tag was to hide
        *("{--محذوف--}", "{++مضاف++}", "{~~قديم~>جديد~~}", "<p hidden>سري</p>", "<b style='display : none'>سري</b>"),
    ],
)
def test_a_remark_for_editors_that_would_be_shown_holds_the_text_back(remark: str) -> None:
    with pytest.raises(ContentError) as caught:
        refuse_shown_remarks(f"قبله.\n\n{remark} بعده.{END}", PATH, 10)
    assert caught.value.problems[0].line == 12


@pytest.mark.parametrize(
    "body",
    [
        "<!-- ملاحظة --> نص --- بعده -- ثم",
        "من أ --> ب، و<-- ج",
        "`<!- x ->` و\\<!- y",
        "بنسبة 50%% أو 60%%",
        "```\n{# x #}\n```",
        "<b class='hidden' aria-hidden='true' title='a hidden b'>نص</b> hidden و{--x",
        "<!-- أ -->\n\nنص\n\n<!-- ب\nج -->",
    ],
)
def test_remarks_as_they_should_be_and_arrows_are_nobodys_business(body: str) -> None:
    refuse_shown_remarks(body + END, PATH, 10)


def told(body: str) -> list[tuple[int | None, str]]:
    return [(problem.line, problem.message) for problem in loose_ends(body, PATH, 1)]


def test_letters_that_nobody_sees_are_told_and_flags_are_not() -> None:
    unseen = "".join(chr(0xE0000 + ord(letter)) for letter in "obey me")
    flag = "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in "gbeng") + "\U000e007f"
    assert told(f"وصل الوفد {flag}.\n") == []
    assert told(f"وصل الوفد {flag}.\n\nثم غادر{unseen}.\n") == [
        (3, "`U+E006F` begins letters that nobody sees, and machines read")
    ]
    variants = "".join(chr(0xE0100 + ord(letter) - 16) for letter in "obey me")
    assert told("كتب 葛\U000e0100飾 بحروفها.\n") == []
    assert told(f"وصل{variants}.\n") == [(1, "`U+E015F` begins letters that nobody sees, and machines read")]


@pytest.mark.parametrize(
    "hidden",
    [
        '<span style="color: #fff">سر</span>',
        '<span style="margin:0;font-size:0">سر</span>',
        "<template>سر</template>",
        "<p><dialog>سر</dialog></p>",
        '<p class="a sr-only">سر</p>',
        "/* سر */",
        "&lt;!-- سر --&gt;",
    ],
)
def test_what_would_hide_words_and_hides_none_is_held_back(hidden: str) -> None:
    with pytest.raises(ContentError):
        refuse_shown_remarks(f"وصل الوفد.\n\n{hidden}\n", PATH, 1)


@pytest.mark.parametrize(
    "shown", ['<span style="color:red">عاجل</span>', "[هنا](#)", "\\textbf{نص}", "المدينة Ã©t".replace("Ã", "eÃ")]
)
def test_what_is_shown_otherwise_than_meant_is_told(shown: str) -> None:
    assert [line for line, _ in told(f"وصل الوفد.\n\nثم {shown} غادر.\n")] == [3]
