"""Made-up pages of many newspapers: what an article may be built of, and what papers print in it, beside and below it.

Every page tells its true paragraphs, and the words that are not of the article.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

_WHO = {
    "fr": ["Mme Aubry", "le préfet", "Karim Lounès", "la maire", "l'ingénieure Sofia Nadir"],
    "ar": ["الوالي", "السيدة خديجة", "Karim Lounès", "المهندسة صفية", "رئيس الجماعة"],
    "en": ["the mayor", "Ms Abbott", "engineer Sofia Nadir", "كريم", "the governor"],
}
_SAID = {
    "fr": [
        "{who} a confirmé hier soir que la ligne {n} du tramway serait prolongée jusqu'à l'hôpital.",
        "Le chantier, commencé il y a {n} mois, emploie aussi des apprentis de la région, précise {who}.",
        "« Il fallait oser », a lancé {who} devant les {n} invités réunis dans l'ancienne gare.",
        "Les riverains, eux, réclament {n} places de stationnement et moins de bruit la nuit.",
        "Pour {who}, la facture de {n} millions reste raisonnable au regard du service rendu.",
        "Rien n'est pourtant joué : le tribunal doit encore examiner {n} recours.",
    ],
    "ar": [
        "أكد {who} مساء أمس أن خط الترامواي رقم {n} سيمتد إلى المستشفى الجامعي.",
        "وتشغل الورش التي انطلقت قبل {n} شهرا متدربين من أبناء الجهة، حسب {who}.",
        "«كان لا بد من الجرأة»، قال {who} أمام {n} مدعوا في المحطة القديمة.",
        "أما السكان فيطالبون بتوفير {n} مكانا لركن السيارات وبالحد من الضجيج ليلا.",
        "ويرى {who} أن كلفة {n} مليونا تبقى معقولة بالنظر إلى الخدمة المقدمة.",
        "ولم يحسم الأمر بعد، إذ ما زالت المحكمة تنظر في {n} طعنا.",
    ],
    "en": [
        "Tram line {n} will be extended to the hospital, {who} confirmed last night.",
        "The works, which began {n} months ago, also employ apprentices from the region, according to {who}.",
        "“It took courage,” {who} told the {n} guests who had gathered in the old station.",
        "People who live nearby ask for {n} parking places and less noise at night.",
        "For {who}, a bill of {n} million remains reasonable for what the town gets.",
        "Nothing is settled, however: the court has yet to look at {n} appeals.",
    ],
}
_FIXED = {
    "fr": {
        "title": "Le tramway ira jusqu'à l'hôpital",
        "head": ["Un chantier sous tension", "Et maintenant ?", "Les riverains s'inquiètent"],
        "also": "À lire aussi",
        "label": "Publicité",
        "other": "La piscine municipale fermera trois semaines en août",
        "teaser": "Après des mois de débats, la piscine municipale sera vidée puis repeinte avant la saison prochaine.",
        "share": "Partager sur Facebook",
        "mail": "Recevez chaque matin notre lettre d'information dans votre boîte.",
        "wall": "Cet article est réservé aux abonnés.",
        "bio": "Journaliste au service société depuis dix ans, elle suit les transports et le logement.",
        "remark": "Enfin une bonne nouvelle pour notre quartier, il était temps que la mairie se réveille.",
        "foot": "Tous droits réservés",
    },
    "ar": {
        "title": "الترامواي يصل إلى المستشفى",
        "head": ["ورش تحت الضغط", "وماذا بعد؟", "قلق السكان"],
        "also": "اقرأ أيضا",
        "label": "إعلان",
        "other": "المسبح البلدي يغلق أبوابه ثلاثة أسابيع في غشت",
        "teaser": "بعد شهور من النقاش، تقرر تفريغ المسبح البلدي وإعادة طلائه قبل حلول الموسم المقبل.",
        "share": "شارك على فيسبوك",
        "mail": "اشترك في النشرة البريدية لتصلك أهم الأخبار كل صباح.",
        "wall": "هذا المقال مخصص للمشتركين.",
        "bio": "صحافية في قسم المجتمع منذ عشر سنوات، تتابع أخبار النقل والسكن.",
        "remark": "أخيرا خبر سار لحينا، كان لا بد أن تستيقظ البلدية من نومها.",
        "foot": "جميع الحقوق محفوظة",
    },
    "en": {
        "title": "The tram will reach the hospital",
        "head": ["A site under pressure", "What happens now?", "Neighbours are worried"],
        "also": "Read also",
        "label": "Advertisement",
        "other": "The public pool will be closed for three weeks in August",
        "teaser": "After months of debate, the public pool will be emptied and painted again before next season.",
        "share": "Share on Facebook",
        "mail": "Sign up for our newsletter and get the news in your inbox every morning.",
        "wall": "This article is for subscribers.",
        "bio": "A reporter for the society desk for ten years, she covers transport and housing.",
        "remark": "At last some good news for our street, it was time for the town hall to wake up.",
        "foot": "All rights reserved",
    },
}
# How houses name things: by hand, by a builder of blocks, by programs that make names up.
_PLAIN = [
    "Txt",
    "c-article",
    "corps",
    "contenu",
    "art_body",
    "maqal",
    "detail",
    "StoryBlock",
    "wp-block-group",
    "news__in",
]
_ODD = [
    "widget-area", "promo-free", "social-first", "tags-in-text", "print-edition", "share-count-0", "rail-less",
    "sponsor-none", "comment-on", "newsletter-none", "ad-light", "menu-open", "related-to", "aside-text", "topic-page",
]  # fmt: skip
_MADE = ["sc-1kq9x2", "css-8h1dk", "Body_wrap__x3Fz", "elementor-element", "tdb-block-inner", "jeg_inner", "vc_column"]


@dataclass(slots=True)
class Page:
    """A page: its language, HTML, true paragraphs in order, and words that are not the article's."""

    lang: str
    html: str = ""
    true: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


class _Maker:
    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.page = Page(self.dice.choice(["ar", "fr", "en"]))
        self.words = _FIXED[self.page.lang]
        self.taste = self.dice.choice([_PLAIN, _PLAIN, _MADE, _PLAIN + _ODD])

    def named(self, more: float = 0.6) -> str:
        if self.dice.random() > more:
            return ""
        return f' class="{" ".join(self.dice.sample(self.taste, self.dice.randint(1, 2)))}"'

    def text(self, low: int = 1, high: int = 3) -> str:
        """A true paragraph."""
        said = self.dice.sample(_SAID[self.page.lang], self.dice.randint(low, high))
        who = self.dice.choice
        text = " ".join(each.format(who=who(_WHO[self.page.lang]), n=self.dice.randint(2, 9999)) for each in said)
        self.page.true.append(text)
        return text

    def marked(self, text: str) -> str:
        """`text` with some words of it marked, also across each other's edges."""
        words = text.split(" ")
        for _ in range(self.dice.choice([0, 0, 1, 1, 2])):
            at = self.dice.randrange(len(words))
            end = min(len(words), at + self.dice.randint(1, 4))
            tag = self.dice.choice(["b", "em", "a", "span", "mark", "abbr", "u", "font"])
            if any("<" in each for each in words[at:end]):
                continue
            link = ' href="https://example.org/x"' if tag == "a" else self.named(0.3)
            words[at] = f"<{tag}{link}>{words[at]}"
            words[end - 1] += f"</{tag}>"
        return " ".join(each if "<" in each else escape(each, quote=False) for each in words)

    # what an article is built of

    def paragraph(self) -> str:
        tag = self.dice.choice(["p", "p", "p", "div"])
        return f"<{tag}{self.named(0.2)}>{self.marked(self.text())}</{tag}>"

    def crosshead(self) -> str:
        head = self.dice.choice(self.words["head"])
        tag = self.dice.choice(["h2", "h3", "h4"])
        return f"<{tag}{self.named(0.3)}>{head}</{tag}>{self.paragraph()}"

    def section(self) -> str:
        inside = "".join(self.dice.choice([self.paragraph, self.crosshead])() for _ in range(self.dice.randint(1, 3)))
        tag = self.dice.choice(["section", "div", "div", "article"])
        return f"<{tag}{self.named()}>{inside}</{tag}>"

    def quotation(self) -> str:
        inner = self.dice.choice(["<p>{}</p>", "{}", "<div><p>{}</p></div>"]).format(self.marked(self.text(1, 2)))
        return f"<blockquote{self.named(0.3)}>{inner}</blockquote>"

    def items(self) -> str:
        tag = self.dice.choice(["ul", "ol"])
        wrap = self.dice.choice(["{}", "<p>{}</p>", "<span>{}</span>"])
        rows = "".join(f"<li>{wrap.format(self.marked(self.text(1, 1)))}</li>" for _ in range(self.dice.randint(2, 4)))
        return f"<{tag}{self.named(0.3)}>{rows}</{tag}>"

    def table(self) -> str:
        rows = "".join(
            f"<tr><td>{self.dice.randint(1990, 2020)}</td><td>{self.marked(self.text(1, 1))}</td></tr>"
            for _ in range(3)
        )
        return f"<table{self.named(0.3)}><tbody>{rows}</tbody></table>"

    def folded(self) -> str:
        return f"<details open><summary>{self.words['head'][0]}</summary><p>{self.marked(self.text())}</p></details>"

    def broken_lines(self) -> str:
        lines = "<br><br>".join(self.marked(self.text()) for _ in range(self.dice.randint(2, 3)))
        return f"<div{self.named()}>{lines}</div>"

    def boxed(self) -> str:
        """A box of facts that belongs to the article."""
        return f"<div{self.named(0.9)}><p>{self.marked(self.text())}</p><p>{self.marked(self.text())}</p></div>"

    def figure(self) -> str:
        return '<figure><img src="https://example.org/p.jpg" alt="" width="800"><figcaption>Photo AFP</figcaption></figure>'

    def definitions(self) -> str:
        return (
            "<dl>" + "".join(f"<dt>{n}</dt><dd>{self.marked(self.text(1, 1))}</dd>" for n in ("2019", "2021")) + "</dl>"
        )

    # what papers print in between and around

    def foreign(self, *names: str) -> list[str]:
        words = [str(self.words[name]) for name in names]
        self.page.foreign += words
        return words

    def advertisement(self) -> str:
        (label,) = self.foreign("label")
        return f'<div class="ad-slot" id="div-gpt-ad-3"><span>{label}</span><iframe src="https://ads.example/x"></iframe></div>'

    def sharing(self) -> str:
        (share,) = self.foreign("share")
        return f'<ul class="social-links"><li><a href="#">{share}</a></li><li><a href="#">X</a></li></ul>'

    def pointer(self) -> str:
        also, other = self.words["also"], self.foreign("other")[0]
        return self.dice.choice(
            [
                f'<p><strong>{also} :</strong> <a href="/a/1">{other}</a></p>',
                f'<div class="lire-aussi"><span>{also}</span><a href="/a/1">{other}</a></div>',
                f'<aside class="related-box"><h4>{also}</h4><a href="/a/1"><img src="/t.jpg"><span>{other}</span></a></aside>',
                f'<p>{also}: <a href="/a/1"><em>{other}</em></a></p>',
            ]
        )

    def letter(self) -> str:
        (mail,) = self.foreign("mail")
        return f'<div class="nl-box newsletter"><p>{mail}</p><form><input name="m"><button>OK</button></form></div>'

    def barrier(self) -> str:
        (wall,) = self.foreign("wall")
        return f'<div class="paywall-message"><p>{wall}</p></div>'

    def below(self) -> str:
        """What stands below an article."""
        bio, remark, teaser, other = self.foreign("bio", "remark", "teaser", "other")
        parts = [
            f'<div class="author-box"><h4>Claire Morel</h4><p>{bio}</p></div>',
            f'<section id="comments" class="comments-area"><h3>Comments</h3><ol><li class="comment"><p>{remark}</p></li></ol></section>',
            '<section class="more-news"><h3>'
            + str(self.words["also"])
            + "</h3>"
            + f'<article class="card"><h4><a href="/b">{other}</a></h4>'
            f"<p>{teaser}</p></article><article class='card'><h4><a href='/c'>{other}</a></h4><p>{teaser}</p></article></section>",
            '<div class="tags"><a href="/t/1">Transport</a> <a href="/t/2">Lyon</a></div>',
        ]
        self.dice.shuffle(parts)
        return "".join(parts[: self.dice.randint(1, 4)])

    def beside(self) -> str:
        teaser, other = self.foreign("teaser", "other")
        return (
            f'<aside class="sidebar"><div class="block"><h3><a href="/b">{other}</a></h3><p>{teaser}</p></div></aside>'
        )

    def build(self) -> Page:
        pieces: list[Callable[[], str]] = [
            self.paragraph, self.paragraph, self.paragraph, self.section, self.crosshead, self.quotation, self.items,
            self.table, self.folded, self.broken_lines, self.boxed, self.figure, self.definitions,
        ]  # fmt: skip
        between = [self.advertisement, self.sharing, self.pointer, self.letter, self.barrier]
        inside = [self.paragraph(), self.paragraph()]
        for _ in range(self.dice.randint(3, 8)):
            inside.append(self.dice.choice(pieces)())
            if self.dice.random() < 0.3:
                inside.append(self.dice.choice(between)())
        if self.dice.random() < 0.6:
            inside.append(self.paragraph())
        text = "".join(inside)
        for _ in range(self.dice.randint(0, 3)):
            text = f"<div{self.named()}>{text}</div>"
        title, (foot,) = self.words["title"], self.foreign("foot")
        head = f"<h1{self.named(0.3)}>{title}</h1>"
        outer = self.dice.choice(["article", "div", "main"])
        below, beside = self.below(), self.beside()
        parts = self.dice.choice(
            [
                f"<{outer}{self.named()}>{head}{text}</{outer}>{below}{beside}",
                f"<header>{head}</header><{outer}{self.named()}>{text}{below}</{outer}>{beside}",
                f"<{outer}{self.named()}>{head}<div class='cols'><div>{text}</div>{beside}</div></{outer}>{below}",
            ]
        )
        self.page.html = (
            f'<!doctype html><html lang="{self.page.lang}"><head><title>{title}</title></head><body>'
            f'<nav><a href="/">Menu</a></nav>{parts}<footer><p>© 2024 {foot}</p></footer></body></html>'
        )
        return self.page


def newspaper_page(seed: int) -> Page:
    """A page made up from `seed`."""
    return _Maker(seed).build()
