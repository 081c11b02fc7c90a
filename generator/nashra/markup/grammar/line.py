"""A line that is being read: how far, in characters and in columns, where a tab reaches to the next multiple of 4."""

from __future__ import annotations

TAB = 4


class Line:
    """The line `number`, from its first unread character on.

    next, indent: the first unread character that is no blank, and how many columns of blanks stand before it.
    """

    __slots__ = ("at", "blank", "column", "indent", "next", "number", "offset", "text")

    def __init__(self, text: str, number: int, offset: int) -> None:
        self.text = text
        self.number = number
        self.offset = offset
        self.at = 0
        self.column = 0
        self.look()

    def look(self) -> None:
        """Find the next character that is no blank."""
        text, at, column = self.text, self.at, self.column
        while True:
            char = text[at : at + 1]
            if char == " ":
                column += 1
            elif char == "\t":
                column += TAB - column % TAB
            else:
                break
            at += 1
        self.next = at
        self.indent = column - self.column
        # a line of blanks of other kinds, such as no-break spaces, is empty to the eye
        self.blank = not char or (char.isspace() and not text[at:].strip())

    def skip(self, columns: int) -> None:
        """Read up to `columns` columns of blanks; of a tab that reaches farther, the rest stays."""
        while columns > 0:
            char = self.text[self.at : self.at + 1]
            width = TAB - self.column % TAB if char == "\t" else 1
            if char not in (" ", "\t"):
                break
            if width > columns:
                self.column += columns
                break
            self.at += 1
            self.column += width
            columns -= width
        self.look()

    def take(self, characters: int) -> None:
        """Read the blanks before the next character, and as many characters from there on."""
        self.column += self.indent + characters
        self.at = self.next + characters
        self.look()

    def skip_blanks(self) -> None:
        """Read all blanks before the next character."""
        self.column += self.indent
        self.at = self.next
        self.indent = 0

    @property
    def rest(self) -> str:
        """What is not read yet from the next character on."""
        return self.text[self.next :]

    @property
    def literal(self) -> str:
        """What is not read yet, blanks and all; what is left of a tab is blanks."""
        begun = self.text[self.at : self.at + 1] == "\t" and self.column % TAB
        if begun:
            return " " * (TAB - self.column % TAB) + self.text[self.at + 1 :]
        return self.text[self.at :]
