# Two commands do everything: `make site` builds the demo site, `make test` runs all tests.
# Both set up what they need in .venv/ first.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
LOCKED := $(PIP) --require-hashes --requirement requirements

MINUTES ?= 20

PEERS ?= .peers
N ?= 200 1000 5000

.PHONY: site serve bench fuzz test test-newest test-lowest lint format lock table clean
.DELETE_ON_ERROR:

site: $(VENV)/run.stamp
	$(BIN)/nashra build

serve: $(VENV)/run.stamp
	$(BIN)/nashra serve

test: $(VENV)/test.stamp
	@bash tests/tools.sh
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

# Whole builds beside other generators, as the tables of docs/benchmarks.md: `make bench N="200 1000"`. Needs the network
# once, for the others; those that cannot be had are left out.
bench: $(VENV)/run.stamp
	@sh benchmarks/peers.sh $(PEERS)
	@$(BIN)/python benchmarks/bench.py $(N) --peers $(PEERS)

# Every parser on inputs that nobody writes, for so many minutes of processor time in all; see docs/reliability.md.
fuzz: $(VENV)/test.stamp
	$(BIN)/python tests/fuzz/run.py $(MINUTES)

# All tests on the newest versions that pyproject.toml allows, whatever the lock says, in an environment of their own.
test-newest: .venv-newest/pip.stamp
	.venv-newest/bin/pip install --quiet --disable-pip-version-check --upgrade --upgrade-strategy eager --editable '.[test]'
	.venv-newest/bin/pip install --quiet --disable-pip-version-check --no-deps --upgrade argostranslate
	@bash tests/tools.sh
	.venv-newest/bin/pytest -n auto --dist loadfile --no-loadscope-reorder

# The same on the oldest versions that pyproject.toml allows; below them, what is not named there is the newest that fits.
test-lowest: .venv-lowest/pip.stamp
	.venv-lowest/bin/pip install --quiet --disable-pip-version-check uv
	.venv-lowest/bin/uv pip install --quiet --python .venv-lowest --resolution lowest-direct --editable '.[test]'
	.venv-lowest/bin/uv pip install --quiet --python .venv-lowest --no-deps argostranslate==1.11.0
	@bash tests/tools.sh
	.venv-lowest/bin/pytest -n auto --dist loadfile --no-loadscope-reorder

lint: $(VENV)/lint.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/lint.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Renews the locked versions and hashes in requirements/; commit what changes.
lock: .venv-lock/pip.stamp
	.venv-lock/bin/pip install --quiet --disable-pip-version-check --upgrade uv
	PATH="$(CURDIR)/.venv-lock/bin:$$PATH" requirements/lock --upgrade
	@$(MAKE) --no-print-directory table

# Renews the table of locked packages, their licences and last releases in docs/dependencies.md.
table: .venv-lock/pip.stamp $(VENV)/run.stamp
	.venv-lock/bin/pip install --quiet --disable-pip-version-check uv
	PATH="$(CURDIR)/.venv-lock/bin:$$PATH" $(BIN)/python requirements/table.py

%/pip.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Nashra needs Python 3.11 or newer"; exit 1; }
	@test -x $*/bin/pip || $(PYTHON) -m venv $* || \
		{ echo "On Debian, install the venv module first: apt install python3-venv"; rm -rf $*; exit 1; }
	@touch $@

# What `make site` needs: locked dependencies, and the package itself, so that changes in generator/ take effect at once.
$(VENV)/run.stamp: $(VENV)/pip.stamp pyproject.toml generator/nashra/__init__.py requirements/run.txt
	$(LOCKED)/run.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp requirements/test.txt requirements/reference.txt
	$(LOCKED)/test.txt
	$(LOCKED)/reference.txt --no-deps
	@touch $@

# mypy reads the tests too, and so what they import.
$(VENV)/lint.stamp: $(VENV)/test.stamp requirements/lint.txt
	$(LOCKED)/lint.txt
	@touch $@

clean:
	rm -rf .venv .venv-newest .venv-lowest .venv-lock .tools .nashra .pytest_cache .mypy_cache .ruff_cache .hypothesis dist
	find site -mindepth 1 -maxdepth 1 ! -name .gitignore -exec rm -rf {} +
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
