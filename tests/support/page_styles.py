"""Made-up pages in the styles of the programs that people write with: the blog's sidebar within its main part, boxes
with names made up by a program, a table that lays the page out, lines parted by two breaks, live blogs, interviews,
recipes, pictures with long captions.

Every page tells its true paragraphs in their order, and the words that are not of the article.
"""

from __future__ import annotations

import random
import string
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

_WHO = {
    "fr": ["Odile Brun", "le capitaine", "Yves Kerdoncuff", "la gardienne du phare", "un voisin", "Mme Diallo"],
    "ar": ["سعاد العلوي", "قائد السفينة", "الحاج موسى", "حارسة المنارة", "أحد الجيران", "Yves Kerdoncuff"],
    "en": ["Edith Crane", "the captain", "Martin Coe", "the keeper of the lighthouse", "a neighbour", "إدريس الفيلالي"],
}
_SAYS = {
    "fr": [
        "Le bac ne passe plus que {n} fois par jour, et {who} tient lui-même le registre des passagers.",
        "On comptait {n} barques en 1958 ; il en reste sept, toutes repeintes au printemps.",
        "{Who} se souvient d'un hiver où la rivière avait gelé jusqu'au moulin.",
        "« Personne ne nous a demandé notre avis », soupire {who}, les mains dans les poches de son ciré.",
        "La commune a racheté le hangar pour {n} 000 euros, sans savoir encore ce qu'elle en fera.",
        "Le soir venu, les enfants descendent compter les lampes sur l'autre rive.",
        "Trois ingénieurs sont venus, ont mesuré, sont repartis.",
        "Et puis plus rien.",
        "Faut-il pour autant fermer l'écluse ?",
        "Voir aussi loin demande de bons yeux, répète {who} à qui veut l'entendre.",
        "Les abonnés du cercle nautique, eux, paient {n} euros par an.",
        "Photo en main, {who} montre la place exacte de l'ancien ponton.",
        "Selon le rapport {n} du service des eaux, la digue tiendra encore dix ans — si rien ne bouge",
    ],
    "ar": [
        "لم تعد العبّارة تمر سوى {n} مرات في اليوم، و{who} يسجل أسماء الركاب بنفسه في دفتر قديم.",
        "كان عدد القوارب {n} قاربا سنة 1958، ولم يبق منها إلا سبعة أعيد طلاؤها في الربيع.",
        "ويتذكر {who} شتاء تجمد فيه النهر حتى الطاحونة.",
        "«لم يسألنا أحد عن رأينا»، يقول {who} متنهدا ويداه في جيبي معطفه.",
        "واشترت الجماعة المستودع بمبلغ {n} ألف درهم من غير أن تعرف ما ستصنع به.",
        "وعند المساء ينزل الأطفال إلى الضفة ليعدوا المصابيح في الجهة الأخرى.",
        "جاء ثلاثة مهندسين وقاسوا ثم انصرفوا.",
        "ثم لا شيء.",
        "فهل يجب إغلاق القناة لهذا السبب؟",
        "ويردد {who} على من يسمعه أن النظر إلى البعيد يحتاج إلى عينين سليمتين.",
        "أما المنخرطون في النادي البحري فيؤدون {n} درهما في السنة.",
        "ويشير {who} والصورة في يده إلى المكان الذي كان فيه الرصيف القديم.",
        "وحسب التقرير رقم {n} لمصلحة المياه فإن السد سيصمد عشر سنوات أخرى — إن لم يتحرك شيء",
    ],
    "en": [
        "The ferry crosses only {n} times a day now, and {who} keeps the list of passengers by hand.",
        "There were {n} boats in 1958; seven are left, and all of them were painted again last spring.",
        "{Who} remembers a winter when the river froze as far as the mill.",
        "“Nobody asked us what we thought,” sighs {who}, hands deep in the pockets of an old raincoat.",
        "The village bought the shed for {n},000 pounds and has yet to decide what it is for.",
        "In the evening children go down to the bank and count the lamps on the other side.",
        "Three engineers came, measured, and left.",
        "And then nothing.",
        "Should the lock be closed for all that?",
        "To see so far one needs good eyes, {who} tells anyone who will listen.",
        "Subscribers to the sailing club pay {n} pounds a year.",
        "With a photograph in hand, {who} shows where the old landing stage used to be.",
        "According to report {n} of the water board the dyke will last ten more years — if nothing moves",
    ],
}
_FIXED = {
    "fr": {
        "title": "Sur l'autre rive, on attend encore le bac", "menu": "Accueil", "also": "À lire aussi", "ad": "Publicité",
        "other": "Un marché aux livres s'installe sous les halles", "teaser": "Quarante bouquinistes y ont déjà réservé leur table pour la saison qui vient.",
        "text": "Ce journal est écrit par des bénévoles ; venez nous voir le mardi soir au local, ou écrivez-nous.",
        "share": "Partager", "mail": "Inscrivez-vous à notre lettre d'information pour ne rien manquer.", "note": "Très beau texte, qui m'a rappelé les étés chez ma grand-mère, merci beaucoup !",
        "comments": "Commentaires", "head": ["Le temps des barques", "Un hangar sans projet", "Que faire ?"], "cap": "Le vieux ponton, photographié par {who} en {n}, avant que la crue ne l'emporte avec ses deux lanternes.",
        "items": ["{n} g de farine de sarrasin", "une pincée de sel", "Mélanger sans se presser.", "Laisser reposer {n} minutes", "2 œufs", "Servir chaud."], "ask": ["Pourquoi rester ?", "Combien êtes-vous aujourd'hui ?", "Et demain ?", "Que répondez-vous à la mairie ?"],
        "foot": "Tous droits réservés", "weather": "Brume le matin, 12 degrés l'après-midi", "by": "Par Claire Morin", "day": "24 novembre 2026",
    },
    "ar": {
        "title": "على الضفة الأخرى ما زالوا ينتظرون العبارة", "menu": "الرئيسية", "also": "اقرأ أيضا", "ad": "إعلان",
        "other": "سوق للكتب المستعملة يفتح أبوابه تحت الأروقة", "teaser": "وقد حجز أربعون بائعا أماكنهم فيه استعدادا للموسم المقبل.",
        "text": "هذه الجريدة يكتبها متطوعون، فمرحبا بكم في المقر مساء كل ثلاثاء، أو راسلونا.",
        "share": "شارك", "mail": "اشتركوا في نشرتنا البريدية حتى لا يفوتكم شيء.", "note": "نص جميل ذكرني بفصول الصيف في بيت جدتي، شكرا جزيلا لكم!",
        "comments": "التعليقات", "head": ["زمن القوارب", "مستودع بلا مشروع", "ما العمل؟"], "cap": "الرصيف القديم كما صوره {who} سنة {n} قبل أن يجرفه الفيضان مع فانوسيه.",
        "items": ["{n} غراما من الدقيق", "قليل من الملح", "تخلط المقادير على مهل.", "تترك {n} دقيقة", "بيضتان", "يقدم ساخنا."], "ask": ["لماذا البقاء؟", "كم عددكم اليوم؟", "وغدا؟", "بماذا تجيبون البلدية؟"],
        "foot": "جميع الحقوق محفوظة", "weather": "ضباب في الصباح، 12 درجة بعد الظهر", "by": "كتبه سمير بناني", "day": "24 نوفمبر 2026",
    },
    "en": {
        "title": "On the other bank they still wait for the ferry", "menu": "Home", "also": "Read also", "ad": "Advertisement",
        "other": "A market for old books opens under the arcades", "teaser": "Forty booksellers have already taken a table there for the season to come.",
        "text": "This paper is written by volunteers; come to the office on Tuesday evenings, or send us a letter.",
        "share": "Share", "mail": "Sign up for our newsletter so that you miss nothing.", "note": "A lovely piece that took me back to the summers at my grandmother's, thank you so much!",
        "comments": "Comments", "head": ["When there were boats", "A shed without a plan", "What now?"], "cap": "The old landing stage, photographed by {who} in {n}, before the flood took it away with both of its lanterns.",
        "items": ["{n} g of buckwheat flour", "a pinch of salt", "Stir without haste.", "Leave to rest for {n} minutes", "2 eggs", "Serve hot."], "ask": ["Why stay?", "How many of you are there now?", "And tomorrow?", "What do you say to the council?"],
        "foot": "All rights reserved", "weather": "Fog in the morning, 12 degrees in the afternoon", "by": "By Claire Morin", "day": "24 November 2026",
    },
}  # fmt: skip


@dataclass(slots=True)
class StyledPage:
    """A page: its language and style, HTML, true paragraphs in order, and words that are not the article's."""

    lang: str
    style: str
    html: str = ""
    true: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


class _Maker:
    def __init__(self, seed: int, style: str) -> None:
        self.dice = random.Random(f"{style} {seed}")
        self.page = StyledPage(self.dice.choice(["ar", "fr", "en"]), style)
        self.words = _FIXED[self.page.lang]
        self.made: dict[str, str] = {}

    def filled(self, text: str) -> str:
        who = self.dice.choice(_WHO[self.page.lang])
        return text.format(who=who, Who=who[:1].upper() + who[1:], n=self.dice.randint(2, 1999))

    def true(self, low: int = 1, high: int = 3) -> str:
        """A true paragraph, as HTML."""
        text = " ".join(map(self.filled, self.dice.sample(_SAYS[self.page.lang], self.dice.randint(low, high))))
        return self.told(text)

    def told(self, text: str) -> str:
        self.page.true.append(text)
        return self.marked(text)

    def marked(self, text: str) -> str:
        words = text.split(" ")
        if len(words) > 6 and self.dice.random() < 0.4:
            at = self.dice.randrange(1, len(words) - 3)
            tag = self.dice.choice(['a href="https://example.org/y"', "b", "i", "em", "strong", "span"])
            end = at + self.dice.randint(1, 2)
            return " ".join(
                [
                    *map(self.safe, words[:at]),
                    f"<{tag}>{self.safe(' '.join(words[at:end]))}</{tag.split()[0]}>",
                    *map(self.safe, words[end:]),
                ]
            )
        return self.safe(text)

    def safe(self, text: str) -> str:
        return escape(text, quote=False)

    def alien(self, *names: str) -> list[str]:
        words = [str(self.words[name]) for name in names]
        self.page.foreign += words
        return words

    def hashed(self, name: str) -> str:
        """A class name that a program made up; the same for the same `name` of this page."""
        letters = "".join(self.dice.choices(string.ascii_letters + string.digits, k=6))
        kinds = [
            f"css-{letters.lower()}",
            f"{name}_{name}__{letters}",
            f"sc-{letters}",
            f"_{letters}",
            f"x{letters.lower()}",
        ]
        return self.made.setdefault(name, self.dice.choice(kinds))

    def several(self, low: int, high: int) -> list[str]:
        return [self.true() for _ in range(self.dice.randint(low, high))]

    def shell(self, body: str) -> str:
        (foot,) = self.alien("foot")
        title = self.words["title"]
        return (
            f'<!doctype html><html lang="{self.page.lang}"><head><meta charset="utf-8"><title>{title}</title></head><body>'
            f"{body}<footer><p>© 2026 {foot}</p></footer></body></html>"
        )

    # the styles

    def wordpress(self) -> str:
        """A blog whose sidebar stands in its <main>, with a text of the house and teasers in it."""
        other, teaser, text, share, note = self.alien("other", "teaser", "text", "share", "note")
        inside = [f"<p>{each}</p>" for each in self.several(2, 3)]
        for _ in range(self.dice.randint(2, 5)):
            kind = self.dice.choice(["p", "p", "h2", "quote", "list", "ad"])
            if kind == "p":
                inside.append(f"<p>{self.true()}</p>")
            elif kind == "h2":
                inside.append(
                    f'<h2 class="wp-block-heading">{self.told(self.dice.choice(self.words["head"]))}</h2><p>{self.true()}</p>'
                )
            elif kind == "quote":
                inside.append(
                    f'<blockquote class="wp-block-quote"><p>{self.true(1, 1)}</p></blockquote><p>{self.true()}</p>'
                )
            elif kind == "list":
                items = "".join(f"<li>{self.true(1, 1)}</li>" for _ in range(self.dice.randint(2, 4)))
                inside.append(f'<ul class="wp-block-list">{items}</ul>')
            else:
                (label,) = self.alien("ad")
                inside.append(
                    f'<div class="code-block code-block-{self.dice.randint(1, 9)}"><div class="pub-label">{label}</div></div>'
                )
        recent = f'<section class="widget widget_recent_entries"><h2>{self.words["also"]}</h2><ul><li><a href="/a">{other}</a></li><li><a href="/b">{other}</a></li></ul></section>'
        own = f'<section class="widget widget_text"><div class="textwidget"><p>{text}</p></div></section>'
        cards = f'<section class="widget featured"><div class="entry"><h3><a href="/c">{other}</a></h3><p>{teaser}</p></div></section>'
        widgets = [recent, own, cards]
        self.dice.shuffle(widgets)
        side = f'<aside id="secondary" class="widget-area">{"".join(widgets)}</aside>'
        if self.dice.random() < 0.4:
            side = side.replace("<aside ", "<div ").replace("</aside>", "</div>")
        meta = f'<div class="entry-meta"><time class="entry-date" datetime="2026-11-24T10:00:00+00:00">{self.words["day"]}</time> <span class="author vcard">{self.words["by"]}</span></div>'
        comments = f'<div id="comments" class="comments-area"><h2>{self.words["comments"]}</h2><ol class="comment-list"><li class="comment"><article class="comment-body"><div class="comment-content"><p>{note}</p></div></article></li></ol></div>'
        article = (
            f'<article id="post-{self.dice.randint(9, 999)}" class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">{self.words["title"]}</h1>{meta}</header>'
            f'<div class="entry-content">{"".join(inside)}<div class="sharedaddy"><a href="#">{share}</a></div></div></article>'
        )
        body = f'<main id="main" class="site-main"><div class="row"><div class="content-area">{article}{comments}</div>{side}</div></main>'
        return self.shell(
            f'<header class="site-header"><nav class="main-navigation"><ul><li><a href="/">{self.words["menu"]}</a></li></ul></nav></header>{body}'
        )

    def hashes(self) -> str:
        """Boxes in boxes, with names that a program made up, and no other tag."""
        other, teaser, label = self.alien("other", "teaser", "ad")

        def box(name: str, *inside: str) -> str:
            return f'<div class="{self.hashed(name)}">{"".join(inside)}</div>'

        parts = []
        for at in range(self.dice.randint(4, 10)):
            if at > 1 and self.dice.random() < 0.2:
                parts.append(box("Heading", self.told(self.dice.choice(self.words["head"]))))
            parts.append(box("Paragraph", self.true()))
            if self.dice.random() < 0.2:
                parts.append(box("Slot", box("Label", label)))
        if self.dice.random() < 0.5:
            parts = [box("Chunk", *parts[at : at + 3]) for at in range(0, len(parts), 3)]
        cards = "".join(
            f'<a class="{self.hashed("Card")}" href="/{n}"><div>{other}</div><div>{teaser}</div></a>' for n in (1, 2, 3)
        )
        head = box(
            "Head",
            box("Title", f"<h1>{self.words['title']}</h1>" if self.dice.random() < 0.6 else str(self.words["title"])),
            box("By", str(self.words["by"])),
            box("Day", str(self.words["day"])),
        )
        text = box("Content", *parts)
        more = box("More", box("MoreTitle", str(self.words["also"])), cards)
        body = self.dice.choice(
            [
                box("Page", head, text, more),
                box("Page", box("Left", head, text), box("Right", more)),
                box("Page", head, box("Cols", text, more)),
            ]
        )
        return self.shell(
            f'<div id="__next">{box("Nav", "".join(f"""<a href="/{n}">{self.words["menu"]}</a>""" for n in (1, 2)))}{body}</div>'
        )

    def breaks(self, texts: list[str]) -> str:
        between = self.dice.choice(["<br><br>", "<br />\n<br />\n", "<br/><br/><br/>", "<br>&nbsp;<br>"])
        return between.join(texts)

    def blogger(self) -> str:
        """A blog with its text parted by breaks in one box, and what it prints below."""
        note, other = self.alien("note", "other")
        texts = self.several(3, 8)
        picture = '<div class="separator" style="clear: both;"><a href="https://b.example.org/s1600/a.jpg"><img src="https://b.example.org/s400/a.jpg" width="400"></a></div>'
        cut = self.dice.randrange(1, len(texts))
        joined = (
            self.breaks(texts[:cut]) + (picture if self.dice.random() < 0.5 else "<br><br>") + self.breaks(texts[cut:])
        )
        inner = self.dice.choice(
            [
                "{}",
                '<div style="text-align: justify;">{}</div>',
                '<span style="font-family: arial;">{}</span>',
                '<div dir="auto"><span>{}</span></div>',
            ]
        ).format(joined)
        return self.shell(
            f'<div class="content-outer"><div class="header-inner"><div class="title">{self.words["menu"]}</div></div><div class="main section" id="main"><div class="blog-posts hfeed">'
            f'<h2 class="date-header"><span>{self.words["day"]}</span></h2><div class="post hentry"><h3 class="post-title entry-title">{self.words["title"]}</h3><div class="post-body entry-content" id="post-body-1">{inner}</div>'
            f'<div class="post-footer"><span class="post-author vcard">{self.words["by"]}</span></div></div><div class="comments" id="comments"><h4>{self.words["comments"]}</h4><p class="comment-content">{note}</p></div></div></div>'
            f'<div class="sidebar section" id="sidebar"><div class="widget PopularPosts"><ul><li><a href="/x">{other}</a></li></ul></div></div></div>'
        )

    def tables(self) -> str:
        """A page that a table lays out."""
        weather, other, teaser = self.alien("weather", "other", "teaser")
        texts = self.several(3, 8)
        inner = self.breaks(texts) if self.dice.random() < 0.6 else "".join(f"<p>{each}" for each in texts)
        font = self.dice.choice(
            [
                "{}",
                '<font face="Verdana" size="2">{}</font>',
                '<span class="texte">{}</span>',
                '<div align="justify">{}</div>',
            ]
        ).format(inner)
        head = f'<font size="5"><b>{self.words["title"]}</b></font><br><i>{self.words["day"]}</i><br><br>'
        main = self.dice.choice(
            [
                f'<td width="480" valign="top">{head}{font}</td>',
                f'<td width="480"><table border="0"><tr><td class="titre">{head}</td></tr><tr><td class="texte">{font}</td></tr></table></td>',
            ]
        )
        right = f'<td width="160" bgcolor="#eeeeee"><b>{self.words["also"]}</b><br><a href="a.html">{other}</a><br>{teaser}<br><br>{weather}</td>'
        return self.shell(
            f'<table width="780"><tr><td colspan="3"><img src="logo.gif" width="300" height="60" alt=""></td></tr><tr><td width="120" valign="top"><a href="i.html">{self.words["menu"]}</a><br><a href="s.html">Sport</a></td>{main}{right}</tr></table>'
        )

    def boxed_breaks(self) -> str:
        """Each paragraph a box that ends in two breaks."""
        other, share = self.alien("other", "share")
        end = self.dice.choice(["<br><br>", "<br>", "<br/><br/>"])
        texts = "".join(f"<div>{each}{end}</div>" for each in self.several(4, 9))
        also = f'<div class="also"><b>{self.words["also"]} :</b> <a href="/k">{other}</a></div>'
        return self.shell(
            f'<div id="wrap"><div class="toolbar"><a href="#">{share}</a></div><h1>{self.words["title"]}</h1><div class="when">{self.words["day"]}</div><div id="texte">{texts}</div>{also}</div>'
        )

    def live(self) -> str:
        """A live blog: entries with their hour."""
        other, share = self.alien("other", "share")
        entries = []
        for at in range(self.dice.randint(4, 8)):
            clock = f"{20 - at}:{self.dice.randint(10, 59)}"
            mark = self.dice.choice(
                [f'<time datetime="2026-11-24T{clock}">{clock}</time>', f'<span class="live-time">{clock}</span>']
            )
            head = f"<h3>{self.told(self.dice.choice(self.words['head']))}</h3>" if self.dice.random() < 0.3 else ""
            texts = "".join(f"<p>{each}</p>" for each in self.several(1, 2))
            sharing = f'<div class="share-entry"><a href="#">{share}</a></div>' if self.dice.random() < 0.3 else ""
            entries.append(f"{mark}{head}{texts}{sharing}")
        tag, name = self.dice.choice(
            [("article", "live-entry"), ("div", "post"), ("li", "entry"), ("section", "LiveUpdate")]
        )
        items = "".join(f'<{tag} class="{name}">{each}</{tag}>' for each in entries)
        items = f"<ul>{items}</ul>" if tag == "li" else items
        lead = f'<p class="lead">{self.words["teaser"]}</p>' if False else ""
        return self.shell(
            f'<main><h1>{self.words["title"]}</h1><p class="date">{self.words["day"]}</p>{lead}<div class="live-feed">{items}</div></main><aside><h4>{self.words["also"]}</h4><a href="/1">{other}</a></aside>'
        )

    def interview(self) -> str:
        """Questions in bold, answers below them or beside them."""
        mail, other = self.alien("mail", "other")
        form = self.dice.choice(["p", "br", "h3", "dl", "letters"])
        parts = [f"<p>{self.true()}</p>"]
        for question in self.dice.sample(self.words["ask"], self.dice.randint(3, 4)):
            answer = " ".join(map(self.filled, self.dice.sample(_SAYS[self.page.lang], self.dice.randint(1, 3))))
            if form == "p":
                parts.append(f"<p><strong>{self.told(question)}</strong></p><p>{self.told(answer)}</p>")
            elif form == "br":
                self.page.true.append(f"{question} {answer}")
                parts.append(f"<p><b>{question}</b><br>{self.marked(answer)}</p>")
            elif form == "h3":
                parts.append(f"<h3>{self.told(question)}</h3><p>{self.told(answer)}</p>")
            elif form == "dl":
                parts.append(f"<dl><dt>{self.told(question)}</dt><dd>{self.told(answer)}</dd></dl>")
            else:
                parts.append(f"<p><b>Q.</b> {self.told(question)}</p><p><b>R.</b> {self.told(answer)}</p>")
        box = f'<div class="newsletter-signup"><p>{mail}</p><form><input type="email"><button>OK</button></form></div>'
        parts.insert(self.dice.randint(1, len(parts)), box)
        return self.shell(
            f'<div class="page-wrap"><article class="itw"><h1>{self.words["title"]}</h1><p class="date">{self.words["day"]}</p><div class="itw-text">{"".join(parts)}</div></article><div class="bottom"><h3>{self.words["also"]}</h3><a href="/o">{other}</a></div></div>'
        )

    def recipe(self) -> str:
        """Short items in lists, between paragraphs."""
        share, note = self.alien("share", "note")
        parts = [f"<p>{each}</p>" for each in self.several(1, 2)]
        for tag in self.dice.sample(["ul", "ol", "ul"], 2):
            parts.append(f"<h2>{self.told(self.dice.choice(self.words['head']))}</h2>")
            wrap = self.dice.choice(["{}", "<p>{}</p>", "<span>{}</span>", '<label><input type="checkbox"> {}</label>'])
            items = "".join(
                f"<li>{wrap.format(self.told(self.filled(each)))}</li>"
                for each in self.dice.sample(self.words["items"], self.dice.randint(3, 6))
            )
            parts.append(f"<{tag}{self.dice.choice(['', ' class=ingredients', ' class=steps'])}>{items}</{tag}>")
        if self.dice.random() < 0.5:
            parts.append(f"<p>{self.true()}</p>")
        rating = f'<div class="rating">★★★★☆ (27) <a href="#">{share}</a></div>'
        return self.shell(
            f'<main><article><h1>{self.words["title"]}</h1><p class="byline">{self.words["by"]}, {self.words["day"]}</p><div class="recipe-body">{"".join(parts)}</div>{rating}</article><section class="comments"><p>{note}</p></section></main>'
        )

    def captions(self) -> str:
        """Pictures with captions as long as a paragraph; the captions may go with their pictures, if that is told."""
        other, mail = self.alien("other", "mail")
        parts = []
        for at in range(self.dice.randint(4, 8)):
            parts.append(f"<p>{self.true()}</p>")
            if self.dice.random() < 0.5:
                caption = self.filled(str(self.words["cap"]))
                parts.append(
                    self.dice.choice(
                        [
                            '<figure><img src="https://i.example.org/{at}.jpg" width="900" alt=""><figcaption>{caption}</figcaption></figure>',
                            '<div class="image"><img src="https://i.example.org/{at}.jpg" width="900" alt=""><p class="caption">{caption}</p></div>',
                        ]
                    ).format(at=at, caption=escape(caption, quote=False))
                )
        return self.shell(
            f'<article class="reportage"><header><h1>{self.words["title"]}</h1><p>{self.words["by"]}</p><time datetime="2026-11-24">{self.words["day"]}</time></header>{"".join(parts)}</article><div class="after"><p>{mail}</p><h4>{self.words["also"]}</h4><ul><li><a href="/1">{other}</a></li><li><a href="/2">{other}</a></li></ul></div>'
        )

    def amp(self) -> str:
        """A page for telephones: pictures, films and advertisements between the paragraphs are elements of their own."""
        other, label, share = self.alien("other", "ad", "share")
        between = [
            '<amp-img src="https://i.example.org/a.jpg" width="1200" height="800" layout="responsive"></amp-img>',
            f'<amp-ad width="300" height="250" type="adsense"><div placeholder>{label}</div></amp-ad>',
            '<amp-twitter data-tweetid="1328011234567890123" width="1" height="1" layout="responsive"></amp-twitter>',
            f'<amp-list width="auto" height="100" src="/more.json"><a href="/m">{other}</a></amp-list>',
            f'<div class="ampforwp-inline-related"><h4>{self.words["also"]}</h4><a href="/r">{other}</a></div>',
        ]
        parts = []
        for each in self.several(4, 8):
            parts.append(f"<p>{each}</p>")
            if self.dice.random() < 0.4:
                parts.append(self.dice.choice(between))
        head = f'<h1 class="amp-wp-title">{self.words["title"]}</h1><ul class="amp-wp-meta"><li>{self.words["by"]}</li><li><time datetime="2026-11-24">{self.words["day"]}</time></li></ul>'
        return self.shell(
            f'<amp-sidebar id="menu"><ul><li><a href="/">{self.words["menu"]}</a></li></ul></amp-sidebar><article class="amp-wp-article"><header>{head}</header><div class="amp-wp-article-content">{"".join(parts)}</div><footer><amp-social-share type="facebook">{share}</amp-social-share></footer></article>'
        )

    def endless(self) -> str:
        """A page that goes on with the next articles below its own, in wrappers of the same name."""
        other, teaser, text = self.alien("other", "teaser", "text")
        tag, name = self.dice.choice([("article", "story"), ("section", "article-wrap"), ("div", "post-full")])
        inner = self.dice.choice(["{}", '<div class="body">{}</div>', '<div><div class="txt">{}</div></div>'])

        def wrapped(title: str, inside: str) -> str:
            head = f'<h1>{title}</h1><div class="date">{self.words["day"]}</div>'
            return f'<{tag} class="{name}">{head}{inner.format(inside)}</{tag}>'

        own = wrapped(str(self.words["title"]), "".join(f"<p>{each}</p>" for each in self.several(3, 8)))
        below = "".join(
            wrapped(f"{other} {at}", f"<p>{teaser}</p><p>{text}</p><p>{text}</p>")
            for at in range(self.dice.randint(1, 3))
        )
        return self.shell(f'<main class="feed">{own}{below}</main>')


STYLES: dict[str, Callable[[_Maker], str]] = {
    "wordpress": _Maker.wordpress, "hashes": _Maker.hashes, "blogger": _Maker.blogger, "tables": _Maker.tables,
    "boxed_breaks": _Maker.boxed_breaks, "live": _Maker.live, "interview": _Maker.interview, "recipe": _Maker.recipe,
    "captions": _Maker.captions, "amp": _Maker.amp, "endless": _Maker.endless,
}  # fmt: skip


def styled_page(seed: int, style: str) -> StyledPage:
    """A page in `style`, made up from `seed`."""
    maker = _Maker(seed, style)
    maker.page.html = STYLES[style](maker)
    return maker.page
