"""What the eye meets on a page: words and marks in the order in which a browser has placed them."""

from __future__ import annotations

from typing import cast

from playwright.sync_api import Page

# Every element that matches, as [[token, left edge, right edge, top, bottom], ...]. Marks that nobody sees (Unicode's
# format controls) and what stands only for screen readers are left out.
_MEASURE = r"""selector => [...document.querySelectorAll(selector)].map(element => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), found = [];
  for (let node; node = walker.nextNode();) {
    if (node.parentElement.closest("script, .visually-hidden")) continue;
    for (const match of node.data.matchAll(/\p{sc=Arab}[\p{sc=Arab}\p{M}]*|(?:(?!\p{sc=Arab})[\p{L}\p{M}\p{N}_])+|[^\s\p{Cf}]/gu)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const box = range.getBoundingClientRect();
      if (box.width) found.push([match[0], box.left, box.right, box.top, box.bottom]);
    }
  }
  return found;
})"""

# Each line of text on one line: what is measured is the order within it.
_ONE_LINE = "* { white-space: nowrap !important; text-wrap: nowrap !important; columns: auto !important; }"

Token = tuple[str, float, float, float, float]


def straighten(page: Page) -> None:
    """Keep lines from breaking, which changes no order within them."""
    page.add_style_tag(content=_ONE_LINE)


def visual_order(page: Page, selector: str) -> list[list[str]]:
    """The tokens (words, numbers, single marks) of each element that matches: line by line, each from left to right."""
    measured = cast("list[list[Token]]", page.evaluate(_MEASURE, selector))
    return [[token for line in _lines(tokens) for token, *_ in line] for tokens in measured]


def _lines(tokens: list[Token]) -> list[list[Token]]:
    lines: list[list[Token]] = []
    for token in sorted(tokens, key=lambda token: (token[3] + token[4]) / 2):
        middle = (token[3] + token[4]) / 2
        if lines and lines[-1][0][3] < middle < lines[-1][0][4]:
            lines[-1].append(token)
        else:
            lines.append([token])
    return [sorted(line, key=lambda token: token[1] + token[2]) for line in lines]
