"""Random work of people at two articles that share sentences, in two languages each, by sentence.

Each sentence has a word of its own, and it is known which sentences of a source it tells, wherever people carry it.
`support.desks` has the machine and the judge. The other generator (`support.histories`) follows blocks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from random import Random

from nashra.markup.blocks import fingerprint, split
from nashra.model import Article, Version
from nashra.translate.exchange.po import PoEntry
from nashra.translate.memory import Unit
from support.articles import SIGNS, article, body, cipher, with_body, without_signs

_WORDS = {
    "ar": "أعلنت الوزارة اليوم أن الأشغال ستبدأ قريبا وأوضح الناطق أمام الصحفيين موقف اللجنة من المشروع".split(),
    "fr": "hier le ministre a dit que la loi serait votée avant la fin du mois par les députés réunis".split(),
    "en": "on sunday the committee told reporters that work would begin before winter despite heavy rain there".split(),
}
_NAMES = [
    {"ar": "القاهرة", "fr": "Le Caire", "en": "Cairo"},
    {"ar": "بيروت", "fr": "Beyrouth", "en": "Beirut"},
    {"ar": "وهران", "fr": "Oran", "en": "Oran"},
    {"ar": "صفاقس", "fr": "Sfax", "en": "Sfax"},
    {"ar": "الخرطوم", "fr": "Khartoum", "en": "Khartoum"},
    {"ar": "بنيلوك", "fr": "Benyellouk", "en": "Benyellouk"},
]
_LETTERS = {"ar": "ابتجدرسعفق", "fr": "aeioucdlmp", "en": "bdfgklprst"}
# How a machine's words differ from the source, where both have one script.
_TURNED = str.maketrans("aeioué", "eiouay")
_KINDS = ("", "", "## ", "> ", "- ")


def sentences(text: str) -> list[str]:
    """The sentences of a block of these histories, whatever its kind."""
    plain = without_signs(text)
    parts = (part.strip() for part in plain.split(". "))
    return [part if part.endswith(".") else part + "." for part in parts if part]


@dataclass(slots=True)
class Authors:
    """Two articles in the hands of several people.

    truth: sentence of a version -> sentences of the source that it tells, none for a person's own.
    clipboard: (article, language) -> what was taken out there. hand: where somebody works.
    theirs: (article, language) -> sentences there that people wrote. said: fingerprint -> block of a source, ever.
    """

    random: Random
    lang: str = "ar"
    count: int = 0
    truth: dict[str, tuple[str, ...]] = field(default_factory=dict)
    theirs: dict[tuple[int, str], set[str]] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    clipboard: dict[tuple[int, str], list[str]] = field(default_factory=dict)
    hand: tuple[int, str] = (0, "")
    sent: dict[tuple[int, str], list[PoEntry]] = field(default_factory=dict)
    taken: list[Unit] = field(default_factory=list)
    older: list[str] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    articles: list[Article] = field(init=False)

    def __post_init__(self) -> None:
        first = [self.paragraph() for _ in range(self.random.randint(3, 6))]
        second = [self.paragraph() for _ in range(3)]
        second.insert(self.random.randint(0, 3), self.random.choice(first))
        second[0] = " ".join([*sentences(second[0]), self.random.choice(sentences(first[-1]))])
        made = [article(body(each), title=self.sentence(), lang=self.lang) for each in (first, second)]
        self.articles = [
            made[0],
            replace(made[1], id="77b2aa", folder="x", published=made[0].published + timedelta(days=1)),
        ]
        self.remember()

    # words

    @property
    def others(self) -> list[str]:
        return [lang for lang in ("ar", "fr", "en") if lang != self.lang]

    def sentence(self, lang: str = "", figures: list[str] | None = None, names: list[str] | None = None) -> str:
        """A sentence like no other. figures, names: what it has to say; made up where nothing is said of them."""
        lang = lang or self.lang
        self.count += 1
        chance = self.random.random
        if figures is None:
            figures = [str(self.random.randint(3, 9_000))] if chance() < 0.4 else []
        if names is None:
            names = [self.random.choice(_NAMES)[lang]] if chance() < 0.35 else []
        words = [*self.random.choices(_WORDS[lang], k=self.random.randint(3, 9)), *figures, *names]
        self.random.shuffle(words)
        own = (
            "".join(_LETTERS[lang][int(digit)] for digit in str(self.count))
            + {"ar": "وز", "fr": "ez", "en": "oz"}[lang]
        )
        text = " ".join([*words, own]) + "."
        return text[0].upper() + text[1:]

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.random.choice([1, 1, 2, 3])))

    def retold(self, sources: tuple[str, ...], lang: str) -> str:
        """A person's sentence that says what `sources` say."""
        text = " ".join(sources)
        figures = re.findall(r"\d+", text)
        names = [name[lang] for name in _NAMES if name[self.lang] in text]
        made = self.sentence(lang, figures, names)
        self.truth[made] = sources
        return made

    def machine(self, text: str, lang: str) -> str:
        """What the machine makes of a sentence."""
        made = cipher(text) if self.lang == "ar" else text[0] + text[1:].translate(_TURNED)
        made = ("آلة " if lang == "ar" else lang.title() + " ") + made
        self.truth.setdefault(made, (text,))
        return made

    # files

    def version(self, which: int, lang: str) -> Version:
        return self.articles[which].versions[lang]

    def blocks(self, which: int, lang: str) -> list[str]:
        return [block.text for block in split(self.version(which, lang).body)]

    def told(self, which: int, lang: str) -> list[str]:
        return [each for text in self.blocks(which, lang) for each in sentences(text)]

    def save(self, which: int, lang: str, blocks: list[str]) -> None:
        """A person saves a file, unless two blocks would be one in Markdown."""
        text = body(blocks)
        if [block.text for block in split(text)] != blocks or not blocks:
            return
        self.articles[which] = with_body(self.articles[which], lang, text)
        if lang == self.lang:
            self.remember()
        else:
            self.theirs[which, lang] = {each for each in self.told(which, lang) if self.is_theirs(each, lang)}

    def remember(self) -> None:
        for which in (0, 1):
            self.said.update((fingerprint(text), text) for text in self.blocks(which, self.lang))

    def is_theirs(self, text: str, lang: str) -> bool:
        sources = self.truth.get(text, ())
        return not (len(sources) == 1 and self.machine(sources[0], lang) == text)

    # what people do with a version

    def pick(self) -> tuple[int, str]:
        return self.random.randint(0, 1), self.random.choice(self.others)

    def again(self, text: str, lang: str, much: float = 0.5) -> str:
        """A block of which sentences are told in new words, each with the chance `much`."""
        sign = match[0] if (match := SIGNS.match(text)) else ""
        if "\n" in text:
            return text
        said = [
            self.retold(self.truth[each], lang) if self.truth.get(each) and self.random.random() < much else each
            for each in sentences(text)
        ]
        return sign + " ".join(said)

    def edit(self, change: Callable[[list[str], str], None]) -> None:
        self.hand = which, lang = self.pick()
        blocks = self.blocks(which, lang)
        change(blocks, lang)
        self.save(which, lang, blocks)

    def at(self, blocks: list[str]) -> int:
        return self.random.randrange(len(blocks))

    def retype_half(self) -> None:
        def change(blocks: list[str], lang: str) -> None:
            at = self.at(blocks)
            blocks[at] = self.again(blocks[at], lang)

        self.edit(change)

    def retype(self) -> None:
        def change(blocks: list[str], lang: str) -> None:
            for at in {self.at(blocks), self.at(blocks)}:
                blocks[at] = self.again(blocks[at], lang, 1.0)

        self.edit(change)

    def merge_three(self) -> None:
        def change(blocks: list[str], lang: str) -> None:
            at = self.at(blocks)
            parts = blocks[at : at + self.random.choice([2, 3, 3])]
            if not any(SIGNS.match(part) for part in parts):
                blocks[at : at + len(parts)] = [" ".join(self.again(part, lang, 0.3) for part in parts)]

        self.edit(change)

    def split_away(self) -> None:
        def change(blocks: list[str], lang: str) -> None:
            at = self.at(blocks)
            parts = sentences(self.again(blocks[at], lang, 0.4))
            if len(parts) > 1 and not SIGNS.match(blocks[at]):
                cut = self.random.randint(1, len(parts) - 1)
                blocks[at] = " ".join(parts[:cut])
                to = self.random.choice([at + 1, self.random.randint(0, len(blocks))])
                blocks.insert(to, " ".join(parts[cut:]))

        self.edit(change)

    def swap(self) -> None:
        def change(blocks: list[str], lang: str) -> None:
            one, two = self.at(blocks), self.at(blocks)
            much = self.random.choice([0.0, 1.0])
            blocks[one], blocks[two] = self.again(blocks[two], lang, much), self.again(blocks[one], lang, much)

        self.edit(change)

    def duplicate(self) -> None:
        def change(blocks: list[str], lang: str) -> None:
            blocks.insert(self.random.randint(0, len(blocks)), blocks[self.at(blocks)])

        self.edit(change)

    def change_kind(self) -> None:
        def change(blocks: list[str], lang: str) -> None:
            at = self.at(blocks)
            if "\n" not in blocks[at]:
                blocks[at] = self.random.choice(_KINDS) + SIGNS.sub("", self.again(blocks[at], lang, 0.3))

        self.edit(change)

    def cut(self) -> None:
        def change(blocks: list[str], lang: str) -> None:
            if len(blocks) > 1:
                self.clipboard.setdefault(self.hand, []).append(blocks.pop(self.at(blocks)))

        self.edit(change)

    def paste(self) -> None:
        """What was taken out is put back somewhere, perhaps in other words."""

        def change(blocks: list[str], lang: str) -> None:
            if mine := self.clipboard.get(self.hand):
                blocks.insert(self.random.randint(0, len(blocks)), self.again(mine.pop(), lang, 0.4))

        self.edit(change)

    def note(self) -> None:
        def change(blocks: list[str], lang: str) -> None:
            made = self.sentence(lang)
            self.truth[made] = ()
            at = self.at(blocks)
            if self.random.random() < 0.5:
                blocks.insert(at, made)
            elif not SIGNS.match(blocks[at]):
                blocks[at] = " ".join(self.random.sample([made, blocks[at]], 2))

        self.edit(change)

    def drop_sentence(self) -> None:
        def change(blocks: list[str], lang: str) -> None:
            at = self.at(blocks)
            parts = sentences(blocks[at])
            if len(parts) > 1 and not SIGNS.match(blocks[at]):
                parts.pop(self.at(parts))
                blocks[at] = self.again(" ".join(parts), lang, 0.3)

        self.edit(change)

    def carry_sentence(self) -> None:
        def change(blocks: list[str], lang: str) -> None:
            one, two = self.at(blocks), self.at(blocks)
            parts = sentences(blocks[one])
            if one != two and len(parts) > 1 and not any(SIGNS.match(blocks[each]) for each in (one, two)):
                carried = parts.pop(self.at(parts))
                blocks[one] = " ".join(parts)
                blocks[two] = self.again(" ".join(self.random.sample([blocks[two], carried], 2)), lang, 0.3)

        self.edit(change)

    # what people do with a source

    def write(self, change: Callable[[list[str]], None], which: int | None = None) -> None:
        which = self.random.randint(0, 1) if which is None else which
        blocks = self.blocks(which, self.lang)
        self.older.append(self.random.choice(blocks))
        change(blocks)
        self.save(which, self.lang, blocks)

    def source_sentence(self) -> None:
        def change(blocks: list[str]) -> None:
            at = self.at(blocks)
            old = self.random.choice(sentences(blocks[at]))
            blocks[at] = blocks[at].replace(old, self.sentence())

        self.write(change)

    def source_block(self) -> None:
        self.write(lambda blocks: blocks.__setitem__(self.at(blocks), self.random.choice(_KINDS) + self.paragraph()))

    def source_add(self) -> None:
        self.write(lambda blocks: blocks.insert(self.random.randint(0, len(blocks)), self.paragraph()))

    def source_drop(self) -> None:
        def change(blocks: list[str]) -> None:
            if len(blocks) > 2:
                del blocks[self.at(blocks)]

        self.write(change)

    def source_move(self) -> None:
        self.write(lambda blocks: blocks.insert(self.at(blocks), blocks.pop(self.at(blocks))))

    def source_merge(self) -> None:
        def change(blocks: list[str]) -> None:
            at = self.at(blocks)
            if not any(SIGNS.match(text) for text in blocks[at : at + 2]):
                blocks[at : at + 2] = [" ".join(blocks[at : at + 2])]

        self.write(change)

    def source_split(self) -> None:
        def change(blocks: list[str]) -> None:
            at = self.at(blocks)
            if not SIGNS.match(blocks[at]):
                blocks[at : at + 1] = sentences(blocks[at])

        self.write(change)

    def source_kind(self) -> None:
        def change(blocks: list[str]) -> None:
            at = self.at(blocks)
            blocks[at] = self.random.choice(_KINDS) + SIGNS.sub("", blocks[at])

        self.write(change)

    def source_back(self) -> None:
        """What the source said once stands in it again."""
        old = self.random.choice(self.older) if self.older else self.paragraph()
        self.write(lambda blocks: blocks.insert(self.random.randint(0, len(blocks)), old))

    def source_lend(self) -> None:
        """One article takes a paragraph over from the other."""
        which = self.random.randint(0, 1)
        block = self.random.choice(self.blocks(1 - which, self.lang))
        self.write(lambda blocks: blocks.insert(self.random.randint(0, len(blocks)), block), which)
