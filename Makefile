# Two commands do everything: `make site` builds the demo site, `make test` runs all tests.
# Both set up what they need in .venv/ first.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: site serve test lint format clean
.DELETE_ON_ERROR:

site: .venv/run.stamp
	$(BIN)/nashra build

serve: .venv/run.stamp
	$(BIN)/nashra serve

test: .venv/test.stamp
	@bash tests/tools.sh
	$(BIN)/pytest -n auto --dist loadfile

lint: .venv/lint.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/lint.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# What `make site` needs: the package itself, installed so that changes in generator/ take effect at once.
.venv/run.stamp: pyproject.toml generator/nashra/__init__.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Nashra needs Python 3.11 or newer"; exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv || \
		{ echo "On Debian, install the venv module first: apt install python3-venv"; rm -rf .venv; exit 1; }
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/test.stamp: .venv/run.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[test]'
	@# The reference of the parity tests, without the gigabytes (torch, stanza) that it names and they do not use.
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps argostranslate==1.11.0
	@touch $@

.venv/lint.stamp: .venv/run.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[lint]'
	@touch $@

clean:
	rm -rf .venv .tools .nashra .pytest_cache .mypy_cache .ruff_cache .hypothesis dist
	find site -mindepth 1 -maxdepth 1 ! -name .gitignore -exec rm -rf {} +
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
