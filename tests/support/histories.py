"""Random histories of an article and its translation, with the truth about who said what of which source."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from nashra.markup.blocks import split
from nashra.model import Article
from nashra.translate.exchange.export import exchange, to_po
from nashra.translate.exchange.exported import units_of
from nashra.translate.exchange.imports import Imports
from nashra.translate.exchange.po import PoEntry, parse_po
from nashra.translate.exchange.returned import take_back
from nashra.translate.memory import APPROVED, Unit
from nashra.versions.review import approve
from nashra.versions.status import Standing, standings
from support.approved import approved_pairs
from support.articles import article, body, cipher, renew, with_body, with_version

_ARABIC = (
    "قال الوزير الحكومة البرلمان القانون النقاش العمل الناس الطريق المدينة المطر المساء السوق الشارع المدرسة".split()
)
_ENGLISH = "said minister government law debate work people road town rain evening market street school again".split()
_NAMES = [
    ("الدار البيضاء", "Casablanca"), ("مراكش", "Marrakesh"), ("باريس", "Paris"), ("الرباط", "Rabat"),
    ("بوريطة", "Bourita"), ("واشنطن", "Washington"), ("طرابلس", "Tripoli"), ("نواكشوط", "Nouakchott"),
]  # fmt: skip
_SIGNS = ("## ", "> ", "")
_NOW = datetime(2024, 7, 18, tzinfo=UTC)
_PAIR = ("ar", "en")
_STEPS = (
    "insert delete retype move merge split swap kind change add drop shift review translate translate translate "
    "send take take_in send_out"
).split()


@dataclass(slots=True)
class History:
    """One article on its way through the hands of two editors and a machine.

    truth: what a person wrote, by sentence and by block -> the sources that it tells, by their texts when it was written.
    theirs: blocks of the version that are a person's; written: all that ever were. seen: blocks of the source, ever.
    sent: a file that is with a translator, as it will come back. taken: what came from another tool's memory.
    """

    random: Random
    count: int = 0
    truth: dict[str, tuple[str, ...]] = field(default_factory=dict)
    theirs: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)
    seen: list[str] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    sent: list[PoEntry] = field(default_factory=list)
    taken: list[Unit] = field(default_factory=list)
    art: Article = field(init=False)

    def __post_init__(self) -> None:
        self.art, _ = renew(article(body(self.paragraph() for _ in range(self.random.randint(3, 6)))))

    # words

    def sentence(self) -> str:
        """An Arabic sentence like no other, often with something that survives translation."""
        self.count += 1
        words = self.random.choices(_ARABIC, k=self.random.randint(3, 8))
        if self.random.random() < 0.5:
            words.insert(self.random.randint(1, len(words)), str(self.random.randint(13, 99_999)))
        if self.random.random() < 0.4:
            words.insert(self.random.randint(1, len(words)), self.random.choice(_NAMES)[0])
        # no two are the same, and what parts them is lost in translation
        words.append("".join("ابتثجحخدذر"[int(digit)] for digit in str(self.count)) + "وى")
        return " ".join(words) + "."

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.random.choice([1, 1, 2])))

    def retyped(self, source: str) -> str:
        """What a person makes of `source`, sentence by sentence and mostly in its order; `truth` learns it."""
        parts = []
        for one in sentences(source):
            words = self.random.choices(_ENGLISH, k=max(2, len(one.split()) - 1))
            words += [word for word in one.strip(".").split() if word.isdigit()]
            words += [english for arabic, english in _NAMES if arabic in one]
            self.random.shuffle(words)
            parts.append(" ".join(["The", *words, self.mark()]) + ".")
            self.truth[parts[-1]] = (one,)
        if self.random.random() < 0.1:
            parts.reverse()
        text = " ".join(parts)
        self.truth[text] = (source,)
        return text

    def mark(self) -> str:
        self.count += 1
        return (
            "x"
            + "abcdefghij"[self.count % 10] * (1 + self.count % 3)
            + "".join("abcdefghij"[int(digit)] for digit in str(self.count))
        )

    # files

    def blocks(self, lang: str = "en") -> list[str]:
        return [block.text for block in split(self.art.versions[lang].body)]

    def save(self, blocks: list[str], lang: str = "en") -> None:
        self.art = with_body(self.art, lang, body(blocks))
        if lang == "en":
            # what is letter for letter the machine's is nobody's
            self.theirs = (self.written & set(blocks)) - {cipher(text) for text in self.seen}

    def source_of(self, text: str) -> tuple[str, ...]:
        """The sources that a block of the version tells, the machine's too."""
        plain = _plain(text)
        if plain in self.truth:
            return self.truth[plain]
        return tuple(source for source in self.known() if cipher(source) == plain)[:1]

    def known(self) -> list[str]:
        """All that the source ever said, by paragraphs and by sentences."""
        return [part for text in self.seen for part in dict.fromkeys((text, *sentences(text)))]

    def write(self, text: str, sources: tuple[str, ...]) -> str:
        self.truth.setdefault(_plain(text), sources)
        self.written.add(text)
        return text

    # what people do

    def step(self) -> None:
        """Something that an editor or a machine does."""
        self.seen += [text for text in self.blocks("ar") if text not in self.seen]
        name = self.random.choice(_STEPS)
        self.log.append(name)
        getattr(self, name)()
        self.seen += [text for text in self.blocks("ar") if text not in self.seen]

    def again(self, text: str) -> str:
        """A block as it is, or retyped."""
        sources = self.source_of(text)
        if not sources or self.random.random() < 0.4:
            return text
        return self.write(" ".join(self.retyped(source) for source in sources), sources)

    def insert(self) -> None:
        blocks = self.blocks()
        note = self.write(" ".join(["A note", *self.random.choices(_ENGLISH, k=5), self.mark()]) + ".", ())
        at = self.random.randint(0, len(blocks))
        blocks.insert(at, note)
        if at + 1 < len(blocks):
            blocks[at + 1] = self.again(blocks[at + 1])
        self.save(blocks)

    def delete(self) -> None:
        blocks = self.blocks()
        if len(blocks) > 2:
            at = self.random.randrange(len(blocks))
            del blocks[at]
            if at < len(blocks):
                blocks[at] = self.again(blocks[at])
            self.save(blocks)

    def retype(self) -> None:
        blocks = self.blocks()
        at = self.random.randrange(len(blocks))
        blocks[at] = self.again(blocks[at])
        self.save(blocks)

    def move(self) -> None:
        blocks = self.blocks()
        block = self.again(blocks.pop(self.random.randrange(len(blocks))))
        blocks.insert(self.random.randint(0, len(blocks)), block)
        self.save(blocks)

    def swap(self) -> None:
        blocks = self.blocks()
        one, two = self.random.randrange(len(blocks)), self.random.randrange(len(blocks))
        blocks[one], blocks[two] = self.again(blocks[two]), self.again(blocks[one])
        if one != two:
            self.save(blocks)

    def merge(self) -> None:
        blocks = self.blocks()
        if len(blocks) < 3:
            return
        at = self.random.randrange(len(blocks) - 1)
        one, two = self.again(blocks[at]), self.again(blocks[at + 1])
        if two.startswith(("#", ">")) or one.startswith(("#", ">")):
            return
        sources = (*self.source_of(one), *self.source_of(two))
        blocks[at : at + 2] = [self.write(f"{one} {two}", sources)]
        self.save(blocks)

    def split(self) -> None:
        blocks = self.blocks()
        at = self.random.randrange(len(blocks))
        parts = [part if part.endswith(".") else part + "." for part in self.again(blocks[at]).split(". ")]
        if len(parts) > 1 and not parts[0].startswith(("#", ">")):
            sources = self.source_of(blocks[at])
            for part in parts:
                self.write(part, tuple(text for text in self.known() if cipher(text) == _plain(part))[:1] or sources)
            blocks[at : at + 1] = parts
            self.save(blocks)

    def kind(self) -> None:
        blocks = self.blocks()
        at = self.random.randrange(len(blocks))
        sources = self.source_of(blocks[at])
        new = self.random.choice(_SIGNS) + self.again(blocks[at]).lstrip("#> ")
        if new != blocks[at] and not any(text.startswith(">") for text in blocks):
            blocks[at] = self.write(new, sources)
            self.save(blocks)

    def change(self) -> None:
        blocks = self.blocks("ar")
        blocks[self.random.randrange(len(blocks))] = self.paragraph()
        self.save(blocks, "ar")

    def add(self) -> None:
        blocks = self.blocks("ar")
        blocks.insert(self.random.randint(0, len(blocks)), self.paragraph())
        self.save(blocks, "ar")

    def drop(self) -> None:
        blocks = self.blocks("ar")
        if len(blocks) > 2:
            del blocks[self.random.randrange(len(blocks))]
            self.save(blocks, "ar")

    def shift(self) -> None:
        blocks = self.blocks("ar")
        blocks.insert(self.random.randrange(len(blocks)), blocks.pop(self.random.randrange(len(blocks))))
        self.save(blocks, "ar")

    def review(self) -> None:
        """Somebody reads the version: what is known to be up to date is approved."""
        self.art = with_version(self.art, replace(self.art.versions["en"], translation=approve(self.art, "en")))

    def translate(self) -> None:
        imports = self.imports()

        def engine(text: str) -> str:
            found = imports.find(_PAIR, text, ())
            return found.target if found else cipher(text)

        art, _ = renew(self.art, engine=engine)
        if art.versions["en"].body:
            for source in self.blocks("ar"):
                self.truth.setdefault(" ".join(engine(part) for part in sentences(source)), (source,))
            self.art = art

    # what goes to translators and their tools, and comes back

    def send(self) -> None:
        """A translator gets the article as a PO file, and begins to work on it."""
        entries = parse_po(to_po(exchange(self.art, "en"), {}, _NOW), Path("x.po"))[1]
        self.sent = []
        for entry in entries:
            if entry.source in self.blocks("ar") and self.random.random() < 0.5:
                fuzzy = self.random.random() < 0.3
                entry = replace(entry, target=self.retyped(entry.source), fuzzy=fuzzy)
            elif self.source_of(entry.target) == (entry.source,) and self.random.random() < 0.5:
                # what is right as it stands, and is found so
                entry = replace(entry, fuzzy=False)
            self.sent.append(entry)

    def take(self) -> None:
        """What the translator made of it comes back; much may have changed since."""
        if not self.sent:
            self.send()
        before = set(self.blocks())
        outcome = take_back(exchange(self.art, "en"), self.sent, Path("x.po"), approved=self.random.random() < 0.5)
        if outcome.translation is None:
            return
        old = self.art.versions["en"]
        version = replace(old, body=outcome.body, title=outcome.title, translation=outcome.translation)
        self.art = with_version(self.art, version)
        for text in self.blocks():
            if text not in before:
                self.write(text, self.source_of(text))
        self.theirs = (self.written & set(self.blocks())) - {cipher(text) for text in self.seen}

    def imports(self) -> Imports:
        return Imports((unit, Path("x.tmx"), 1) for unit in self.taken)

    def take_in(self) -> None:
        """Another tool's memory comes in, with sentences of this article; nobody may have approved it."""
        made = APPROVED if self.random.random() < 0.5 else ""
        for source in self.random.sample(self.blocks("ar"), 2):
            for one in sentences(source):
                self.taken.append(Unit(*_PAIR, made, one, self.retyped(one)))

    def send_out(self) -> None:
        """The sentences go out to another tool, which keeps no marks, and come back."""
        units = units_of([self.art], _PAIR, self.imports())
        present = {part for text in self.blocks("ar") for part in (text, *sentences(text))}
        given = {unit.source for unit in self.taken}
        for unit in units:
            assert unit.source in present | given | {self.art.original.title}, "a sentence that stands nowhere"
            if unit.source != self.art.original.title:
                said = [part for each in self.source_of(unit.target) for part in sentences(each)]
                assert sorted(said) == sorted(sentences(unit.source)), "words of another sentence go out"
        self.taken += [replace(unit, fingerprint="") for unit in units if self.random.random() < 0.3]

    # what must be true

    def standing(self) -> Standing:
        return standings(self.art, ["en"])[0]

    def check(self) -> None:
        """Raise AssertionError where a line is lost, a change is hidden, or words are given to another source."""
        blocks, present = self.blocks(), {part for text in self.blocks("ar") for part in (text, *sentences(text))}
        assert self.theirs <= set(blocks), "a line of a person is lost"
        found = self.standing()
        told = {*found.stale, *found.unpaired}
        for number, text in enumerate(blocks, 1):
            changed = [source for source in self.source_of(text) if source not in present]
            if text in self.theirs and changed:
                # the rest of a block that was cut in two is named by the number of its beginning
                assert told or found.lost or found.unknown, f"block {number} is out of date in silence"
        for source, target in approved_pairs([self.art], "ar", "en").items():
            said = [part for each in self.source_of(target) for part in sentences(each)]
            assert sorted(said) == sorted(sentences(source)), "words of another sentence"


def _plain(text: str) -> str:
    """The words of a block without the signs of its kind and without escapes."""
    return text.lstrip("#> ").replace("\\", "")


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph of these histories."""
    return [part if part.endswith(".") else part + "." for part in text.split(". ")]
