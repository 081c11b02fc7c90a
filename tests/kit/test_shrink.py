"""Pictures in smaller sizes: which there are, what is in them, and that they are made once."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from nashra.kit.pictures import shrink
from nashra.kit.pictures.shrink import CENTRE, NONE, Sizes, sizes


def photograph(width: int, height: int) -> Image.Image:
    """A picture of many colours: red at the left, green at the right, darker towards the bottom."""
    across, down = Image.linear_gradient("L").rotate(90).resize((width, height)), Image.linear_gradient("L")
    return Image.merge("RGB", (across, across.point(lambda v: 255 - v), down.resize((width, height))))


def save(image: Image.Image, path: Path, **options: object) -> Path:
    image.save(path, **options)  # type: ignore[arg-type]
    return path


def widths(found: Sizes) -> dict[str, list[int]]:
    return {
        name: [small.width for small in getattr(found, name)] for name in ("whole", "whole_webp", "cut", "cut_webp")
    }


@pytest.mark.parametrize(
    ("size", "whole", "cut"),
    [
        ((2000, 1500), [480, 960, 1440], [240, 480, 960]),
        ((1000, 1500), [480, 960], [240, 480, 960]),
        ((700, 300), [480], [240, 450]),
        ((400, 300), [], [240, 400]),
        ((100, 80), [], [100]),
        ((1, 1), [], [1]),
    ],
)
def test_no_picture_is_made_larger(tmp_path: Path, size: tuple[int, int], whole: list[int], cut: list[int]) -> None:
    found = sizes(save(photograph(*size), tmp_path / "p.jpg", quality=95), tmp_path / "cache")
    assert widths(found)["whole"] == whole
    assert widths(found)["cut"] == cut
    for small in found:
        with Image.open(small.file) as image:
            assert image.size == (small.width, small.height)
            assert image.format == {"jpg": "JPEG", "webp": "WEBP"}[small.name.rpartition(".")[2]]
    assert all(abs(small.width / small.height - 1.5) < 0.02 for small in found.cut if small.width > 100)


def test_webp_is_offered_where_it_is_smaller(tmp_path: Path) -> None:
    found = sizes(save(photograph(1200, 900), tmp_path / "p.jpg", quality=95), tmp_path / "cache")
    assert widths(found)["whole_webp"] == [480, 960]
    assert sum(s.file.stat().st_size for s in found.whole_webp) < sum(s.file.stat().st_size for s in found.whole)


def test_sizes_are_those_of_what_is_published(tmp_path: Path) -> None:
    """No second picture of a telephone, and no turn that is told where browsers do not look."""
    two = save(
        photograph(600, 400), tmp_path / "two.jpg", format="MPO", save_all=True, append_images=[photograph(9, 6)]
    )
    turn = b'<x:xmpmeta xmlns:tiff="http://ns.adobe.com/tiff/1.0/"><a tiff:Orientation="6"/></x:xmpmeta>'
    told = save(photograph(600, 400), tmp_path / "told.jpg", xmp=turn)
    for file in (two, told):
        assert [(small.width, small.height) for small in sizes(file, tmp_path / "kept").whole] == [(480, 320)]


def test_an_upright_photograph_is_turned_in_the_pixels(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    file = save(photograph(900, 600), tmp_path / "p.jpg", exif=exif, quality=95)
    (small,) = sizes(file, tmp_path / "cache").whole
    with Image.open(small.file) as image:
        assert image.size == (480, 720) and 0x0112 not in image.getexif()
        red, green, _ = image.convert("RGB").getpixel((240, 20))  # type: ignore[misc]
    assert abs(red - green) > 100  # what was at one side is above now


@pytest.mark.parametrize(
    ("focus", "seen"), [((0.0, 0.5), "left"), ((1.0, 0.5), "right"), (CENTRE, "middle"), ((0.5, 0.0), "middle")]
)
def test_what_is_cut_out_lies_around_the_focus(tmp_path: Path, focus: tuple[float, float], seen: str) -> None:
    image = Image.new("RGB", (1800, 400), "blue")
    ImageDraw.Draw(image).rectangle((0, 0, 500, 400), "red")
    ImageDraw.Draw(image).rectangle((1300, 0, 1800, 400), "lime")
    found = sizes(save(image, tmp_path / "p.png"), tmp_path / "cache", focus)
    with Image.open(found.cut[-1].file) as cut:
        colour = cut.convert("RGB").getpixel((cut.width // 2, cut.height // 2))
    assert colour == {"left": (255, 0, 0), "right": (0, 255, 0), "middle": (0, 0, 255)}[seen]


def test_a_transparent_drawing_stays_transparent_in_both_formats(tmp_path: Path) -> None:
    image = Image.new("RGBA", (800, 600), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((100, 100, 700, 500), (200, 0, 0, 255))
    found = sizes(save(image, tmp_path / "p.png"), tmp_path / "cache")
    assert found.cut
    for small in found:
        with Image.open(small.file) as each:
            assert each.convert("RGBA").getpixel((2, 2))[3] == 0  # type: ignore[index]


def test_what_is_made_once_is_taken_from_the_folder_until_the_file_changes(tmp_path: Path) -> None:
    file, cache = save(photograph(700, 500), tmp_path / "p.jpg"), tmp_path / "cache"
    first = sizes(file, cache)
    stamps = {small.file: small.file.stat().st_mtime_ns for small in first}
    shrink._sizes.cache_clear()
    assert sizes(file, cache) == first
    assert {small.file: small.file.stat().st_mtime_ns for small in first} == stamps
    save(photograph(600, 500), file)
    assert [small.width for small in sizes(file, cache).cut] == [240, 480, 600]
    assert not list(cache.glob(".new-*"))


def test_a_folder_of_sizes_that_is_broken_is_made_anew(tmp_path: Path) -> None:
    file, cache = save(photograph(700, 500), tmp_path / "p.jpg"), tmp_path / "cache"
    first = sizes(file, cache)
    (first.cut[0].file.parent / "sizes.json").write_text("{", "utf-8")
    shrink._sizes.cache_clear()
    assert sizes(file, cache) == first


def moving() -> bytes:
    stream = BytesIO()
    frames = [Image.new("RGB", (600, 400), colour) for colour in ("red", "blue")]
    frames[0].save(stream, "WEBP", save_all=True, append_images=frames[1:], duration=100)
    return stream.getvalue()


@pytest.mark.parametrize("data", [b"", b"no picture", b"\xff\xd8\xff\xd9", b"GIF89a", moving()])
def test_what_cannot_be_read_or_moves_has_no_sizes(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "p.webp"
    file.write_bytes(data)
    assert sizes(file, tmp_path / "cache") == NONE
    assert sizes(tmp_path / "none.jpg", tmp_path / "cache") == NONE


def test_without_pillow_there_are_no_sizes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = save(photograph(700, 500), tmp_path / "p.jpg")
    monkeypatch.setattr(shrink, "can_shrink", lambda: False)
    assert sizes(file, tmp_path / "cache") == NONE
    assert not (tmp_path / "cache").exists()
