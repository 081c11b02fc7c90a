"""Finds the entities of the registry in a text: exact spans, longest name first, in one pass over the words.

Each distinct word is folded once and remembered, so that a text costs little more than cutting it into words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import compress, count

from nashra.entities.confederations import is_alone, is_played_in
from nashra.entities.forms import Form, gap_key
from nashra.entities.guards import Guards
from nashra.entities.index import MEMORY, Index, Node, Words
from nashra.entities.lands import Lands
from nashra.entities.normalize import folder, token_pattern
from nashra.entities.rules import rules_of
from nashra.entities.seats import Seats
from nashra.entities.starts import Starts
from nashra.entities.states import States
from nashra.entities.surroundings import Hit
from nashra.entities.vowels import by_vowels
from nashra.model import Entity, Mention

# Steps from a body to another that "and" joins to it, with an article between: le Hamas et le Jihad islamique.
_FELLOWS = 3


class Matcher:
    """The names of `entities` in one language, ready to be found in any number of texts.

    Texts are searched for the names in `lang`; an entity that has none is searched for under its other names. An
    unknown language gets the general rules: whole words, capitals where names have them, accents folded.
    foreign: whether names in Latin letters count in a language of another script: BBC in Arabic.
    words: what is known of words already, by the folding of `lang`; see `nashra.entities.matchers`.
    """

    def __init__(
        self, entities: Mapping[str, Entity], lang: str, *, foreign: bool = True, words: Words | None = None
    ) -> None:
        self.lang = lang
        self._entities = entities
        rules, fold = rules_of(lang), folder(lang)
        self._split = token_pattern(lang).split
        self._words = Words(fold) if words is None else words
        self._gaps = _Gaps()
        self._and, self._many_clubs = rules.conjunctions[:1], rules.many_clubs
        self._index = index = Index(entities.values(), lang, rules, self._split, self._words, fold, foreign=foreign)
        self._lands = Lands(entities, lang, rules, self._words)
        self._starts = Starts(index, rules, self._words, fold, lang, self._lands)
        self._states = States(entities, self._lands, rules)
        self._seats = Seats(entities, self._lands, rules, self._words)
        self._guards = Guards(rules, self._words, entities, self._lands)

    def find(self, text: str) -> list[Mention]:
        """Every mention in `text`, in order, none overlapping another. Give it a whole article at once.

        A span covers the name without attached particles and possessives, with its article. A name that several
        entities share, or that is marked ambiguous, counts only where the rest of the text says what is meant.
        """
        pieces = self._split(text)
        starts = self._starts.of(pieces[1::2])
        hits: list[Hit] = []
        free, final = 0, len(starts) - 1
        for place in compress(count(), starts):
            start = starts[place]
            if place < free or start is None:
                continue
            hit = None
            # behind most first words of names a blank follows, and no second word of one
            if (
                start.longer
                and place < final
                and (pieces[2 * place + 2] != " " or self._words[pieces[2 * place + 3]].folded in start.seconds)
            ):
                hit = self._longest(pieces, place, start.longer)
            if hit is None:
                if start.alone is None:
                    continue
                hit = Hit(place, place, *start.alone)
                if start.behind and hits and hits[-1].last == place - 1 and pieces[2 * place].isspace():
                    hit = self._behind_and(hit, Hit(place, place, *start.behind), hits[-1])
            hits.append(hit)
            free = hit.last + 1
        if not hits:
            return []
        titles = self._guards.titles.of(text)
        mentions: list[Mention] = []
        done = position = 0
        resolved = self._states.told(self._resolve(self._guards.keep(hits, pieces), pieces), pieces)
        resolved = self._seats.told(resolved, pieces)
        for hit, entity in self._guards.drop_foreign(resolved, pieces, hits):
            first, last = 2 * hit.first + 1, 2 * hit.last + 1
            position += len("".join(pieces[done:first]))
            end = position + len("".join(pieces[first:last])) + self._words[pieces[last]].end
            if hit.forms[0].dotted and pieces[last + 1].startswith("."):
                end += 1  # the last dot of U.S. belongs to it
            if not titles or not any(start <= position and end <= stop for start, stop in titles):
                mentions.append(Mention(entity, position + hit.offset, end))
            done = first
        return mentions

    def _longest(self, pieces: list[str], place: int, starts: Iterable[tuple[Node, int, str]]) -> Hit | None:
        """The longest name of several words from the word `place` on; of equals the one with the shortest particle."""
        best: Hit | None = None
        words, gaps, first, last = self._words, self._gaps, 2 * place + 1, len(pieces) - 2
        for node, offset, particle in starts:
            at = first
            while at < last:
                sign = gaps[pieces[at + 1]]
                if sign is None:
                    break
                key = sign + words[pieces[at + 2]].folded
                child = node.children.get(key)
                if child is None:
                    break
                node, at = child if isinstance(child, Node) else self._index.grow(node, key), at + 2
                if node.forms is not None and (best is None or at // 2 > best.last):
                    capitals = [words[token].capitals for token in pieces[first : at + 1 : 2]]
                    forms = [form for form in node.forms if not form.has_capitals or _capitals_fit(form, capitals)]
                    if forms:
                        best = Hit(place, at // 2, offset, particle, forms)
        return best

    def _behind_and(self, whole: Hit, behind: Hit, last: Hit) -> Hit:
        """`behind`, the name behind "and", where it lies in the land of the place before: الرياض وجدة; else `whole`."""
        before, own, other = (
            {self._lands.country(form.entity) for form in hit.forms if form.type == "place"} - {""}
            for hit in (last, whole, behind)
        )
        return behind if before & other and not before & own else whole

    def _resolve(self, hits: list[Hit], pieces: list[str]) -> list[tuple[Hit, str]]:
        """The entity of each hit. Of several that share the name, the one the other mentions point to, else none."""
        resolved = [(hit, self._plain_meaning(hit)) for hit in hits]
        certain = {entity for _, entity in resolved}
        if "" not in certain:
            return resolved
        certain.remove("")
        parents = {self._entities[entity].parent for entity in certain}
        view: set[str] | None = None
        for number, (hit, entity) in enumerate(resolved):
            if not entity:
                names = {form.entity for form in hit.forms}
                if view is None and any(map(self._lands.country, names)):
                    view = self._lands.in_view(pieces, certain)
                if all(form.bare for form in hit.forms):
                    meant = {name for name in names if self._is_told(name, certain, parents, view or set())}
                else:
                    meant = self._supported(names, certain, parents)
                    if not meant and view:
                        meant = {name for name in names if self._lands.country(name) in view}
                if hit.forms[0].key in self._many_clubs:
                    land = self._lands.country
                    meant = {name for name in meant if name in certain or is_alone(land(name), view or ())}
                if len(meant) == 1 and self._are_both_told(meant, names, certain):
                    meant = set()  # طرابلس beside لبنان and طرابلس الغرب
                if not self._has_fellow(resolved, number, meant):
                    meant = {name for name in meant if name in certain or self._is_at_home(name, pieces, resolved)}
                if len(names) > 1:
                    alike = self._like_fellows(resolved, number, names) if names.isdisjoint(certain) else set()
                    vowels = by_vowels(pieces[2 * hit.first + 1][hit.offset :], names, self._entities, self.lang)
                    meant = vowels or self._shown_before(hit, names, pieces) or alike or meant
                if len(meant) == 1:
                    resolved[number] = hit, meant.pop()
        return [(hit, entity) for hit, entity in resolved if entity]

    def _are_both_told(self, meant: set[str], names: set[str], certain: set[str]) -> bool:
        """Whether of two towns of one name the text names one in full, and the country of the other."""
        others = names - meant
        if meant.isdisjoint(certain) or not others:
            return False
        return all(self._entities[name].type == "place" for name in names) and not certain.isdisjoint(
            map(self._lands.country, others)
        )

    def _like_fellows(self, resolved: list[tuple[Hit, str]], number: int, names: set[str]) -> set[str]:
        """The countries of `names` where "and" joins countries to the name, or the towns: قطر وعمان, بيروت وعمان."""
        for at, other in ((number, number - 1), (number + 1, number + 1)):
            if not 0 < at < len(resolved):
                continue
            before, hit, fellow = resolved[at - 1][0], resolved[at][0], resolved[other][1]
            is_joined = hit.particle and hit.particle in self._and and before.last == hit.first - 1
            if is_joined and fellow and self._entities[fellow].type == "place":
                is_country = self._lands.country(fellow) == fellow
                found = {name for name in names if (self._lands.country(name) == name) == is_country}
                return found if len(found) == 1 else set()
        return set()

    def _shown_before(self, hit: Hit, names: set[str], pieces: list[str]) -> set[str]:
        """Those of `names` in the country whose adjective or ruler stands right before: العاصمة الأردنية عمان."""
        if not hit.first or not pieces[2 * hit.first].isspace():
            return set()
        before = pieces[2 * hit.first - 1]
        country = self._lands.of_word(before) or self._lands.of_office(self._words[before].folded, hit.forms[0].key)
        return {name for name in names if country and self._lands.country(name) == country}

    def _plain_meaning(self, hit: Hit) -> str:
        """The entity that `hit` means whatever else the text says, "" where only other mentions can tell."""
        forms = hit.forms
        if len(forms) == 1 and not forms[0].ambiguous and not forms[0].bare:
            return forms[0].entity
        names = {form.entity for form in forms}
        return names.pop() if len(names) == 1 and not all(map(self._is_doubtful, forms)) else ""

    @staticmethod
    def _is_doubtful(form: Form) -> bool:
        """Whether only other mentions can show that the name is meant.

        One ambiguous word of a script without capitals is not: what goes before it has shown it already.
        """
        return form.bare or (form.ambiguous and (form.has_capitals or not form.key or form.key.isascii()))

    def _is_at_home(self, name: str, pieces: list[str], resolved: list[tuple[Hit, str]]) -> bool:
        """Whether a text is about the country of a body with a general name, since others have such bodies too."""
        if not self._entities[name].generic:
            return True
        return self._lands.is_main(self._lands.country(name), pieces, (id for _, id in resolved if id))

    def _has_fellow(self, resolved: list[tuple[Hit, str]], number: int, meant: set[str]) -> bool:
        """Whether a body of the land of the one that is meant stands right beside: Hamas and Islamic Jihad."""
        lands = {self._lands.country(name) for name in meant}
        hit, fellows = resolved[number][0], set()
        for other, id in resolved[max(number - 1, 0) : number + 2]:
            is_near = max(other.first - hit.last, hit.first - other.last) <= _FELLOWS
            if id and is_near and self._entities[id].type == "organization":
                fellows.add(self._lands.country(id))
        return len(lands) == 1 and lands <= fellows

    def _supported(self, names: set[str], certain: set[str], parents: set[str | None]) -> set[str]:
        """Those of `names` with the best evidence: named elsewhere, parent of one named, child, descendant, sibling."""
        tests: tuple[Callable[[str], bool], ...] = (
            lambda name: name in certain,
            lambda name: name in parents,
            lambda name: self._holds(name, certain),
            lambda name: self._entities[name].parent in certain,
            lambda name: not certain.isdisjoint(self._ancestors(name)),
            lambda name: self._entities[name].parent is not None and self._entities[name].parent in parents,
            lambda name: is_played_in(self._entities[name], certain, self._entities, self._lands),
        )
        for test in tests:
            found = {name for name in names if test(name)}
            if found:
                return found
        return set()

    def _holds(self, body: str, certain: set[str]) -> bool:
        """Whether one of the events `certain` is of the body, some steps up: a cup of one year."""
        if self._entities[body].type != "organization":
            return False
        return any(self._entities[id].type == "event" and body in self._ancestors(id) for id in certain)

    def _is_told(self, name: str, certain: set[str], parents: set[str | None], view: set[str]) -> bool:
        """Whether the text tells who has a bare surname, by his full name or his body, or that a word is a place."""
        if name in certain:
            return True
        entity = self._entities[name]
        if entity.type != "person":
            return self._lands.country(name) in view
        body = self._entities.get(entity.parent or "")
        return body is not None and body.type == "organization" and (body.id in certain or body.id in parents)

    def _ancestors(self, name: str) -> set[str]:
        """The parents of the entity `name`, their parents, and so on."""
        found: set[str] = set()
        parent = self._entities[name].parent
        while parent is not None and parent not in found and parent in self._entities:
            found.add(parent)
            parent = self._entities[parent].parent
        return found


class _Gaps(dict[str, str | None]):
    """What stands between two words -> its `gap_key`."""

    def __missing__(self, gap: str) -> str | None:
        key = gap_key(gap)
        if len(self) < MEMORY:
            self[gap] = key
        return key


def _capitals_fit(form: Form, capitals: list[int]) -> bool:
    return all(map(int.__ge__, capitals, form.capitals))
