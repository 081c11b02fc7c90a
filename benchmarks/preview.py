"""From the save of an article to the page that has it, in `nashra serve`: `python benchmarks/preview.py 1000 [SAVES]`.

Every other save comes while the build after the one before is still running.
"""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

from build import write_nashra

# Seconds between saves: the build of the rest begins half a second after one.
_PAUSES = (20.0, 1.5)


def main() -> None:
    """Print the seconds of each save; see the module's text."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    saves = int(sys.argv[2]) if len(sys.argv) > 2 else 6
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_nashra(root, count)
        command = [sys.executable, "-m", "nashra", "serve", "--port", "0"]
        server = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True)
        assert server.stdout is not None
        address = next(line.split()[1] for line in server.stdout if line.startswith("serving"))
        path = sorted((root / "content/articles").glob("*/*/*"))[count // 2] / "ar.md"
        text = path.read_text("utf-8")
        slug = re.search(r"^slug: (\S+)", text, re.MULTILINE)
        assert slug is not None
        page = f"{address}ar/{path.parts[-4]}/{path.parts[-3]}/{slug[1]}.html"
        for number in range(saves):
            time.sleep(_PAUSES[number % 2])
            word = f"كلمة{number}"
            start = time.monotonic()
            path.write_text(f"{text}\nفقرة {word}.\n", "utf-8")
            while word not in urlopen(page).read().decode("utf-8"):
                time.sleep(0.005)
            print(f"{time.monotonic() - start:.2f} s", flush=True)
        server.send_signal(signal.SIGINT)
        print(server.communicate()[0])


if __name__ == "__main__":
    main()
