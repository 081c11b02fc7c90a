"""Draws the pictures of the demo's articles: `.venv/bin/python docs/demo_pictures.py`. Needs Pillow.

Every picture is made of shapes and of figures that the article gives, with no word in it, so that one serves all
languages. Each is drawn at twice its size and made smaller, for smooth edges, with 96 colours, for small files. The
same script gives the same bytes.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

ARTICLES = Path(__file__).parents[1] / "content" / "articles" / "2024" / "12"
SCALE = 2
WIDTH, HEIGHT = 1200, 800

INK, PAPER, SAND = "#1f2d3a", "#f7f1e5", "#e4cfa4"
TEAL, DEEP, SKY = "#0b6b63", "#0a2a3f", "#8fc1d4"
RED, ORANGE, GOLD = "#b3402e", "#d97b34", "#e9b949"


class Canvas:
    """A drawing in units of the finished picture."""

    def __init__(self, ground: str) -> None:
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), ground)
        self._draw = ImageDraw.Draw(self.image)

    def box(self, left: float, top: float, right: float, bottom: float, fill: str, radius: float = 0) -> None:
        self._draw.rounded_rectangle(_big(left, top, right, bottom), radius * SCALE, fill)

    def disc(
        self, x: float, y: float, radius: float, fill: str | None, line: str | None = None, wide: float = 0
    ) -> None:
        ring = _big(x - radius, y - radius, x + radius, y + radius)
        self._draw.ellipse(ring, fill, line, int(wide * SCALE))

    def oval(self, left: float, top: float, right: float, bottom: float, line: str, wide: float) -> None:
        self._draw.ellipse(_big(left, top, right, bottom), None, line, int(wide * SCALE))

    def line(self, points: list[tuple[float, float]], fill: str, wide: float) -> None:
        self._draw.line([(x * SCALE, y * SCALE) for x, y in points], fill, int(wide * SCALE), "curve")

    def shape(self, points: list[tuple[float, float]], fill: str) -> None:
        self._draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill)

    def figures(self, x: float, y: float, text: str, fill: str, size: int = 40) -> None:
        """`text` with its middle at (x, y)."""
        font = ImageFont.load_default(size * SCALE)
        self._draw.text((x * SCALE, y * SCALE), text, fill, font, "mm")

    def letter(self, x: float, y: float, text: str, fill: str, font: ImageFont.FreeTypeFont) -> None:
        """`text` with its middle at (x, y), in `font`."""
        self._draw.text((x * SCALE, y * SCALE), text, fill, font, "mm")

    def save(self, path: Path) -> None:
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        small.quantize(96, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)


def _big(*values: float) -> tuple[float, ...]:
    return tuple(value * SCALE for value in values)


def _bars(values: list[tuple[str, float, str]], colours: list[str], ground: str, line: float | None = None) -> Canvas:
    """Upright bars: (figure below, height, figure above). line: a height marked across."""
    canvas = Canvas(ground)
    top = max(height for _, height, _ in values) * 1.12
    floor, room, step = 690.0, 560.0, (WIDTH - 160) / len(values)
    if line is not None:
        y = floor - room * line / top
        for x in range(60, WIDTH - 60, 28):
            canvas.line([(x, y), (x + 14, y)], INK, 3)
    for at, ((below, height, above), colour) in enumerate(zip(values, colours, strict=True)):
        left, y = 80 + at * step + step * 0.14, floor - room * height / top
        canvas.box(left, y, left + step * 0.72, floor, colour)
        middle = left + step * 0.36
        canvas.figures(middle, floor + 42, below, INK, 36 if len(values) < 8 else 30)
        if above:
            canvas.figures(middle, y - 32, above, INK, 44 if len(values) < 8 else 32)
    canvas.line([(60, floor), (WIDTH - 60, floor)], INK, 4)
    return canvas


def warming() -> Canvas:
    """Annual means above 1850-1900 in degrees, ERA5; the last one as estimated in December 2024."""
    means = [1.13, 1.29, 1.21, 1.08, 1.27, 1.3, 1.14, 1.2, 1.48, 1.6]
    colours = ["#f0c08a"] * 8 + [ORANGE, RED]
    values = [(str(2015 + at), mean, f"{mean:.1f}" if at > 7 else "") for at, mean in enumerate(means)]
    return _bars(values, colours, PAPER, 1.5)


def tourism() -> Canvas:
    values = [("2019", 12.9, "12.9"), ("2022", 10.9, "10.9"), ("2023", 14.5, "14.5"), ("2024", 15.9, "15.9")]
    return _bars(values, [SKY, SKY, SKY, TEAL], "#eef4f2")


def census() -> Canvas:
    canvas = Canvas("#f3eee3")
    for at, number in enumerate((7.7, 5.1, 4.9, 4.5, 4.0)):
        y, colour = 90 + at * 130, (RED, ORANGE, ORANGE, GOLD, GOLD)[at]
        canvas.box(70, y, 70 + number * 118, y + 92, colour, 6)
        canvas.figures(70 + number * 118 + 70, y + 46, f"{number:.1f}", INK, 48)
        for person in range(int(number)):
            x = 118 + person * 92
            canvas.disc(x, y + 32, 13, "#fff7e8")
            canvas.box(x - 20, y + 50, x + 20, y + 92, "#fff7e8", 16)
    return canvas


def rate() -> Canvas:
    canvas = Canvas("#eef1f6")
    steps = [4.0, 3.75, 3.5, 3.25, 3.0]
    for at, value in enumerate(steps):
        left, top = 70 + at * 212, 150 + (4.0 - value) * 400
        canvas.box(left, top, left + 212, 720, ("#9fb4cf", "#86a0c1", "#6c8ab1", "#4d70a0", "#274f86")[at])
        canvas.figures(left + 106, top - 42, f"{value:g}", INK, 52)
    canvas.line([(60, 720), (1140, 720)], INK, 4)
    return canvas


def notre_dame() -> Canvas:
    canvas = Canvas("#f3dfc1")
    canvas.disc(930, 210, 110, "#f0b45c")
    stone, shade, dark = "#8f7b66", "#6f5d4c", "#332b26"
    canvas.shape([(600, 40), (574, 330), (626, 330)], shade)
    for left in (330, 690):
        canvas.box(left, 170, left + 180, 720, stone)
        for window in (30, 100):
            canvas.box(left + window, 210, left + window + 50, 360, dark, 25)
        canvas.box(left - 8, 160, left + 188, 182, shade)
    canvas.box(510, 380, 690, 720, stone)
    canvas.box(318, 372, 882, 396, shade)
    canvas.disc(600, 474, 66, dark)
    for spoke in range(12):
        angle = spoke * math.pi / 6
        canvas.line([(600, 474), (600 + 62 * math.cos(angle), 474 + 62 * math.sin(angle))], GOLD, 3)
    canvas.disc(600, 474, 22, "#b64a3a")
    canvas.disc(600, 474, 64, None, GOLD, 5)
    canvas.box(318, 550, 882, 572, shade)
    for middle in (420, 600, 780):
        canvas.box(middle - 52, 600, middle + 52, 790, dark, 52)
    canvas.box(0, 720, WIDTH, HEIGHT, "#57503f")
    return canvas


def henna() -> Canvas:
    canvas = Canvas("#0f5a52")
    skin, paste = "#e2b48c", "#7a2f16"
    canvas.box(450, 360, 750, 800, skin, 90)
    for left, top in ((452, 120), (530, 60), (608, 80), (686, 170)):
        canvas.box(left, top, left + 64, 480, skin, 32)
        canvas.disc(left + 32, top + 34, 17, paste)
        for ring in range(3):
            canvas.line([(left + 8, top + 80 + ring * 22), (left + 56, top + 80 + ring * 22)], paste, 6)
    canvas.line([(470, 620), (360, 470)], skin, 76)
    canvas.disc(352, 460, 38, skin)
    canvas.disc(346, 450, 16, paste)
    middle = (600, 560)
    for radius, petals, size in ((118, 16, 12), (78, 10, 17), (34, 6, 11)):
        for petal in range(petals):
            angle = petal * 2 * math.pi / petals
            canvas.disc(middle[0] + radius * math.cos(angle), middle[1] + radius * math.sin(angle), size, paste)
    canvas.disc(*middle, 98, None, paste, 5)
    canvas.disc(*middle, 56, None, paste, 5)
    canvas.disc(*middle, 14, paste)
    for dot in range(9):
        canvas.disc(476 + dot * 31, 740, 9, paste)
    return canvas


def _stars(canvas: Canvas, seed: int, count: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a drawing
    for _ in range(count):
        canvas.disc(chance.uniform(0, WIDTH), chance.uniform(0, HEIGHT), chance.choice((1.5, 2, 3)), "#cfd8e6")


def proba() -> Canvas:
    canvas = Canvas("#0b1830")
    _stars(canvas, 3, 90)
    canvas.disc(170, 400, 150, GOLD)
    canvas.disc(170, 400, 185, None, "#8a6a2a", 4)
    canvas.shape([(320, 330), (760, 372), (1020, 392), (1020, 408), (760, 428), (320, 470)], "#3a3c3a")
    canvas.shape([(650, 362), (1010, 396), (1010, 404), (650, 438)], "#0b1830")
    canvas.box(590, 300, 612, 500, "#d7dde6")
    canvas.box(612, 350, 690, 450, "#7f8ea3")
    canvas.box(1010, 362, 1092, 438, "#7f8ea3")
    canvas.box(1030, 250, 1072, 356, "#3c6aa8")
    canvas.box(1030, 444, 1072, 550, "#3c6aa8")
    canvas.disc(1010, 400, 16, "#d7dde6")
    return canvas


def nina() -> Canvas:
    canvas = Canvas("#dcecf2")
    canvas.disc(980, 130, 70, GOLD)
    colours = ("#0c3c63", "#14598a", "#2a7cae", "#66a9c9")
    for at, colour in enumerate(reversed(colours)):
        depth = 300 + at * 110
        wave = [(x, depth + (1 - x / WIDTH) * 190 + 12 * math.sin(x / 70 + at)) for x in range(0, WIDTH + 20, 20)]
        canvas.shape([*wave, (WIDTH, HEIGHT), (0, HEIGHT)], colour)
    warm = [(x, 300 + 8 * math.sin(x / 60)) for x in range(0, 820, 20)]
    canvas.shape([*warm, (800, 345), (420, 440), (0, 510)], "#d9683f")
    for y in (180, 235):
        canvas.line([(860, y), (300, y)], INK, 8)
        canvas.shape([(300, y - 24), (250, y), (300, y + 24)], INK)
    canvas.line([(1060, 690), (1060, 400)], "#eaf4f8", 10)
    canvas.shape([(1034, 410), (1060, 352), (1086, 410)], "#eaf4f8")
    return canvas


def drought() -> Canvas:
    canvas = Canvas("#f2c27b")
    canvas.disc(860, 190, 120, "#e8793a")
    canvas.box(0, 360, WIDTH, HEIGHT, "#b98455")
    chance = random.Random(11)  # noqa: S311 - a drawing
    rows = [360, 430, 530, 660, 820]
    for top, bottom in pairwise(rows):
        size = (bottom - top) * 1.5
        x = -chance.uniform(0, size)
        while x < WIDTH:
            wide = size * chance.uniform(0.7, 1.3)
            gap = size * 0.05
            plate = [
                (x + gap, top + gap + chance.uniform(0, size * 0.12)),
                (x + wide * 0.55, top + gap * 0.5),
                (x + wide - gap, top + gap + chance.uniform(0, size * 0.12)),
                (x + wide - gap * 2, bottom - gap),
                (x + wide * 0.4, bottom - gap * 0.5),
                (x + gap * 2, bottom - gap - chance.uniform(0, size * 0.1)),
            ]
            canvas.shape(plate, chance.choice(("#d9a871", "#d2a069", "#dfb07c")))
            x += wide
    canvas.line([(330, 650), (336, 560), (330, 520)], "#2f5d34", 9)
    for side in (-1, 1):
        canvas.shape([(334, 570), (334 + side * 66, 528), (334 + side * 20, 520)], "#3f7a43")
    return canvas


def chess() -> Canvas:
    canvas = Canvas("#2b3a35")
    for row in range(4):
        for column in range(8):
            light = (row + column) % 2 == 0
            canvas.box(
                column * 150, 200 + row * 150, column * 150 + 150, 350 + row * 150, "#e7d9bb" if light else "#7b6a4c"
            )
    for x, colour, edge in ((600, "#f7f2e6", "#4a3f2c"), (975, "#20201e", "#c9b88f")):
        low = 640 if x == 600 else 490
        canvas.box(x - 100, low - 34, x + 100, low, edge, 12)
        canvas.box(x - 92, low - 30, x + 92, low - 5, colour, 10)
        canvas.shape([(x - 66, low - 30), (x - 36, low - 250), (x + 36, low - 250), (x + 66, low - 30)], colour)
        canvas.box(x - 62, low - 274, x + 62, low - 246, colour, 12)
        canvas.shape([(x - 50, low - 274), (x - 74, low - 356), (x + 74, low - 356), (x + 50, low - 274)], colour)
        canvas.box(x - 9, low - 440, x + 9, low - 350, colour)
        canvas.box(x - 34, low - 416, x + 34, low - 398, colour)
    return canvas


def meteors() -> Canvas:
    canvas = Canvas("#0c1430")
    _stars(canvas, 7, 160)
    canvas.disc(150, 150, 78, "#f4ecd2")
    chance = random.Random(5)  # noqa: S311 - a drawing
    for at in range(26):
        angle = at * 2 * math.pi / 26 + chance.uniform(-0.1, 0.1)
        near, far = chance.uniform(120, 260), chance.uniform(300, 620)
        tail = (720 + near * math.cos(angle), 250 + near * math.sin(angle) * 0.8)
        head = (720 + far * math.cos(angle), 250 + far * math.sin(angle) * 0.8)
        canvas.line([tail, head], "#8fa3d6", 3)
        canvas.disc(*head, 5, "#ffffff")
    hills = [(x, 690 + 40 * math.sin(x / 130) + 22 * math.sin(x / 47)) for x in range(0, WIDTH + 20, 20)]
    canvas.shape([*hills, (WIDTH, HEIGHT), (0, HEIGHT)], "#05080f")
    return canvas


def parker() -> Canvas:
    canvas = Canvas("#140f22")
    _stars(canvas, 9, 120)
    for radius, colour in ((210, "#3a1d1c"), (170, "#6e2f1a"), (130, "#c8641f"), (104, GOLD)):
        canvas.disc(300, 400, radius, colour)
    canvas.oval(150, 180, 1130, 620, "#b8c4dc", 5)
    canvas.disc(1128, 400, 18, "#6aa5d8")
    canvas.shape([(170, 318), (214, 296), (236, 340), (192, 362)], "#e9edf5")
    canvas.line([(232, 316), (262, 300)], "#9fb0cc", 10)
    return canvas


def chido() -> Canvas:
    sea, x, y = "#103f61", 640, 380
    canvas = Canvas(sea)
    for at in range(80, 1200, 160):
        canvas.line([(at, 0), (at, HEIGHT)], "#164a70", 3)
        canvas.line([(0, at), (WIDTH, at)], "#164a70", 3)
    for fill, arms, reach, first in (("#5f8fb0", 5, 330, 0.0), ("#a9c6d8", 5, 265, 0.5), ("#eff5f8", 4, 200, 0.2)):
        for arm in range(arms):
            canvas.shape(_arm(x, y, first + arm * 2 * math.pi / arms, reach), fill)
    canvas.disc(x, y, 92, "#eff5f8")
    canvas.disc(x, y, 30, sea)
    for at in range(1176, 1020, -56):
        canvas.line([(at, y + 14), (at - 30, y + 12)], GOLD, 9)
    canvas.line([(270, y), (130, y - 8)], GOLD, 9)
    canvas.shape([(140, y - 36), (72, y - 12), (136, y + 22)], GOLD)
    for dx, dy, size in ((0, 0, 1.0), (66, 2, 0.34)):
        island = [(0, -44), (26, -26), (18, 2), (34, 26), (8, 46), (-16, 40), (-30, 8), (-20, -24)]
        canvas.shape([(640 + dx + px * size, 706 + dy + py * size) for px, py in island], "#7d9c52")
    return canvas


def _arm(x: float, y: float, angle: float, reach: float) -> list[tuple[float, float]]:
    """An arm of a storm south of the equator, around (x, y): it turns with the clock, and its end stays behind."""
    edges: tuple[list[tuple[float, float]], list[tuple[float, float]]] = ([], [])
    for step in range(121):
        far = step / 120
        for side, points in zip((1, -1), edges, strict=True):
            turn = angle - 2.9 * far + side * 0.5 * (1 - far) ** 0.9
            radius = 50 + reach * far
            points.append((x + radius * math.cos(turn), y + 0.86 * radius * math.sin(turn)))
    return edges[0] + edges[1][::-1]


def cup() -> Canvas:
    canvas = Canvas("#2f7d4a")
    for stripe in range(0, 12, 2):
        canvas.box(stripe * 100, 0, stripe * 100 + 100, HEIGHT, "#338850")
    white = "#f4f6ee"
    for points in (
        [(70, 70), (1130, 70), (1130, 730), (70, 730), (70, 70)],
        [(600, 70), (600, 730)],
        [(70, 240), (250, 240), (250, 560), (70, 560)],
        [(1130, 240), (950, 240), (950, 560), (1130, 560)],
    ):
        canvas.line(points, white, 7)
    canvas.disc(600, 400, 120, GOLD)
    canvas.disc(600, 400, 124, None, white, 7)
    for ray in range(16):
        angle = ray * math.pi / 8
        start, end = (138, 190) if ray % 2 else (138, 168)
        canvas.line([(600 + r * math.cos(angle), 400 + r * math.sin(angle)) for r in (start, end)], GOLD, 10)
    return canvas


def ball() -> Canvas:
    """The World Cup of 2030: three colours that meet in a ball."""
    canvas = Canvas("#b5302c")
    canvas.shape([(600, 400), (1200, 0), (1200, 800)], "#1e6b3c")
    canvas.shape([(600, 400), (0, 800), (1200, 800)], GOLD)
    canvas.disc(600, 400, 220, "#fbf7ec")
    canvas.disc(600, 400, 222, None, INK, 8)
    five = [(600 + 76 * math.sin(at * 2 * math.pi / 5), 400 - 76 * math.cos(at * 2 * math.pi / 5)) for at in range(5)]
    canvas.shape(five, INK)
    for at, (x, y) in enumerate(five):
        angle = at * 2 * math.pi / 5
        outer = (600 + 150 * math.sin(angle), 400 - 150 * math.cos(angle))
        canvas.line([(x, y), outer], INK, 7)
        for side in (-0.42, 0.42):
            edge = (600 + 218 * math.sin(angle + side), 400 - 218 * math.cos(angle + side))
            canvas.line([outer, edge], INK, 7)
    return canvas


def letters() -> Canvas:
    canvas = Canvas("#f2eadb")
    font = ImageFont.truetype("NotoNaskhArabic-Bold.ttf", 110 * SCALE)
    places = []
    for at, letter in enumerate("ابتثجحخدذرزسشصضطظعغفقكلمنهوي"):
        x, y = 1110 - at % 7 * 170, 110 + at // 7 * 180
        places.append((x, y))
        canvas.letter(x, y, letter, TEAL if at % 3 else RED, font)
    for a, b in (
        (0, 8),
        (8, 2),
        (2, 10),
        (10, 18),
        (18, 12),
        (12, 20),
        (15, 22),
        (22, 16),
        (16, 24),
        (24, 18),
        (5, 12),
    ):
        (x, y), (u, v) = places[a], places[b]
        canvas.line([(x + (u - x) * 0.3, y + (v - y) * 0.3), (x + (u - x) * 0.7, y + (v - y) * 0.7)], INK, 4)
    return canvas


# folder of the article -> (name of the file, what draws it)
PICTURES: dict[str, tuple[str, Callable[[], Canvas]]] = {
    "09-0c1a01": ("warming", warming),
    "09-0c1a02": ("notre-dame", notre_dame),
    "09-0c1a03": ("henna", henna),
    "09-0c1a04": ("proba", proba),
    "10-0c1a06": ("census", census),
    "11-0c1b02": ("nina", nina),
    "11-0c1b03": ("drought", drought),
    "12-0c1c01": ("rate", rate),
    "12-0c1c03": ("chess", chess),
    "12-91b7ec": ("ball", ball),
    "13-0c1d02": ("meteors", meteors),
    "13-0c1d03": ("tourism", tourism),
    "13-0c1d04": ("parker", parker),
    "14-0c1e01": ("chido", chido),
    "14-0c1e03": ("cup", cup),
    "14-0c1e04": ("letters", letters),
}


def main() -> None:
    """Draw all pictures."""
    for folder, (name, draw) in PICTURES.items():
        draw().save(ARTICLES / folder / f"{name}.png")


if __name__ == "__main__":
    main()
