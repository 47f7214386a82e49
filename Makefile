# The two commands of the README are `make site` and `make test`.
# The package index is whatever pip on this machine is set up to use.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: site serve check test browser-test deep-test benchmark demonstration lint types clean

site: $(READY)
	$(BIN)/profiles build

serve: $(READY)
	$(BIN)/profiles serve

check: $(READY)
	$(BIN)/profiles check

test: $(READY)
	$(BIN)/python -m pytest

browser-test: $(READY)
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
	{ echo "Chromium is missing. On Debian: apt-get install chromium chromium-driver"; exit 1; }
	$(BIN)/python -m pytest -m browser

deep-test: $(READY)
	$(BIN)/python -m pytest -m deep

benchmark: $(READY)
	$(BIN)/python -m tests.benchmark

demonstration: $(READY)
	$(BIN)/python -m tests.world --renew

lint: $(READY)
	$(BIN)/ruff check generator tests
	$(BIN)/ruff format --check generator tests

types: $(READY)
	$(BIN)/mypy

clean:
	rm -rf build build.next-* build.previous .build.lock $(VENV)

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $(READY)
