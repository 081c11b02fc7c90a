from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from nashra.kit.errors import NashraError
from nashra.translate.memory import APPROVED, Memory, Unit

PAIR = ("ar", "en")


def test_what_is_put_is_found_again_after_closing(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "memory.sqlite"
    with Memory(path) as memory:
        memory.put_many(PAIR, "f", [("نعم", "yes"), ("لا", "no")])
    with Memory(path) as memory:
        assert memory.get_many(PAIR, "f", ["لا", "نعم", "ربما"]) == {"نعم": "yes", "لا": "no"}
        assert memory.problems == []


def test_pair_fingerprint_and_exact_text_all_count(memory: Memory) -> None:
    memory.put_many(PAIR, "f", [("نعم", "yes")])
    assert memory.get_many(("ar", "fr"), "f", ["نعم"]) == {}
    assert memory.get_many(PAIR, "g", ["نعم"]) == {}
    assert memory.get_many(PAIR, "f", ["نعم ", "نَعَم"]) == {}


def test_more_segments_than_a_query_holds_are_found(memory: Memory) -> None:
    texts = {f"نص {number}": f"text {number}" for number in range(2_345)}
    memory.put_many(PAIR, "f", texts.items())
    assert memory.get_many(PAIR, "f", texts) == texts


def test_a_new_target_replaces_the_old_one(memory: Memory) -> None:
    memory.put_many(PAIR, APPROVED, [("نعم", "yes")])
    memory.put_many(PAIR, APPROVED, [("نعم", "indeed")])
    assert memory.get_many(PAIR, APPROVED, ["نعم"]) == {"نعم": "indeed"}
    assert len(memory) == 1


def test_units_come_in_the_same_order_whatever_the_order_of_writing(tmp_path: Path) -> None:
    rows = [("b", "2"), ("a", "1"), ("c", "3")]
    orders = []
    for name, sequence in (("x", rows), ("y", rows[::-1])):
        with Memory(tmp_path / name) as memory:
            memory.put_many(PAIR, "f", sequence)
            memory.put_many(("fr", "en"), "f", sequence)
            orders.append(list(memory.units()))
            assert list(memory.units(PAIR)) == [Unit("ar", "en", "f", *row) for row in sorted(rows)]
    assert orders[0] == orders[1]
    assert len(orders[0]) == 6


@pytest.mark.parametrize("damage", [b"this is no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 8000])
def test_a_damaged_file_is_moved_aside_and_reported(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "memory.sqlite"
    for number in (1, 2):
        path.write_bytes(damage)
        with Memory(path) as memory:
            assert len(memory.problems) == 1
            assert memory.problems[0].path == path
            memory.put_many(PAIR, "f", [("a", "b")])
            assert memory.get_many(PAIR, "f", ["a"]) == {"a": "b"}
        assert (tmp_path / f"memory.sqlite.damaged-{number}").read_bytes() == damage


def test_damage_inside_the_table_is_an_error_once_and_then_gone(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    texts = {f"source {number}": "target " * 50 for number in range(500)}
    with Memory(path) as memory:
        memory.put_many(PAIR, "f", texts.items())
    data = bytearray(path.read_bytes())
    data[4096 * 3 :] = b"\xa5" * (len(data) - 4096 * 3)
    path.write_bytes(data)
    with Memory(path) as memory:
        if not memory.problems:
            with pytest.raises(NashraError, match="damaged"):
                memory.get_many(PAIR, "f", texts)
        assert memory.problems
        assert memory.get_many(PAIR, "f", texts) == {}


def test_a_file_of_a_later_version_is_kept_beside(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with Memory(path) as memory:
        assert len(memory.problems) == 1
    assert path.with_name("memory.sqlite.damaged-1").exists()


def test_a_folder_in_its_place_is_an_error_for_the_editor(tmp_path: Path) -> None:
    with pytest.raises(NashraError):
        Memory(tmp_path)


def test_two_open_memories_see_each_other(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    with Memory(path) as one, Memory(path) as other:
        one.put_many(PAIR, "f", [("a", "1")])
        assert other.get_many(PAIR, "f", ["a"]) == {"a": "1"}
        other.put_many(PAIR, "f", [("b", "2")])
        assert one.get_many(PAIR, "f", ["a", "b"]) == {"a": "1", "b": "2"}


WRITER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from nashra.translate.memory import Memory

    with Memory(Path(sys.argv[1])) as memory:
        for number in range(int(sys.argv[3])):
            texts = [(f"{sys.argv[2]} {number} {index}", "x" * 200) for index in range(20)]
            memory.put_many(("ar", "en"), "f", texts)
            print(number, flush=True)
    """
)


def test_two_processes_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name, "50"], stdout=subprocess.DEVNULL)
        for name in ("one", "two")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    with Memory(path) as memory:
        assert len(memory) == 2 * 50 * 20


def test_many_that_make_the_file_at_the_same_moment_wait_for_each_other(tmp_path: Path) -> None:
    start = threading.Barrier(8, timeout=20)

    def write(number: int) -> None:
        for turn in range(20):
            start.wait()
            with Memory(tmp_path / f"{turn}.sqlite") as memory:
                memory.put_many(PAIR, "f", [(str(number), "x")])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(8)))
    for turn in range(20):
        with Memory(tmp_path / f"{turn}.sqlite") as memory:
            assert len(memory) == 8


@pytest.mark.parametrize("kill_at", [0, 7, 23])
def test_a_killed_writer_leaves_whole_batches_and_a_sound_file(tmp_path: Path, kill_at: int) -> None:
    path = tmp_path / "memory.sqlite"
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), "w", "100000"], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    for line in writer.stdout:
        if int(line) >= kill_at:
            os.kill(writer.pid, signal.SIGKILL)
            break
    writer.stdout.close()
    assert writer.wait() == -signal.SIGKILL
    with Memory(path) as memory:
        assert memory.problems == []
        assert len(memory) >= (kill_at + 1) * 20
        assert len(memory) % 20 == 0
        memory.put_many(PAIR, "f", [("after", "death")])
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
