# The two commands of the README are `make site` and `make test`.
# The package index is whatever pip on this machine is set up to use.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TESTS := $(VENV)/.tests
QUICK := $(addprefix tests/,rules assessment model problems read checks charts views golden)

.PHONY: site material serve check test quick browser-test deep-test verify-all benchmark demonstration \
  lint types release dist clean

site: $(READY)
	$(BIN)/profiles build

# The same pages as an ordinary site of Material, in build/material; what is no page is taken over, but for
# the policy and the checksums of our own site.
material: site
	rm -rf build/material
	for settings in build/mkdocs.*.material.yml; do \
	  $(BIN)/mkdocs --quiet build --dirty --strict --config-file $$settings || exit 1; done
	cp -Rn build/site/. build/material/
	rm -f build/material/_headers build/material/manifest.json

serve: $(READY)
	$(BIN)/profiles serve

check: $(READY)
	$(BIN)/profiles check

# On every processor (pytest-xdist), in the order and the groups of tests/conftest.py.
test: $(TESTS)
	$(BIN)/python -m pytest -n auto

# Of the tests those that need no whole page and no process of their own.
quick: $(TESTS)
	$(BIN)/python -m pytest -n auto $(QUICK)

# All widths; DRAWS=small: the widest and the narrowest.
browser-test: $(TESTS)
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
	{ echo "Chromium is missing. On Debian: apt-get install chromium chromium-driver"; exit 1; }
	mkdir -p $(VENV)/npm && cp .ci/npm/*.json $(VENV)/npm/
	@npm ci --prefix $(VENV)/npm --ignore-scripts --no-audit --no-fund || \
	echo "axe, Lighthouse and the HTML validator are not installed: their tests are skipped. On Debian: apt-get install npm default-jre-headless"
	DRAWS=$(DRAWS) $(BIN)/python -m pytest -m browser -rs

# All that the long tests draw; DRAWS=small: a twentieth; SEED=7: other faults in files.
deep-test: $(TESTS)
	DRAWS=$(DRAWS) SEED=$(SEED) $(BIN)/python -m pytest -n auto -m deep

# Every PDF of the real and of the fictitious publication.
verify-all: site
	.ci/verify-pdf
	.ci/verify-pdf --demonstration

# For example OPTIONS="--cities 12 --runs 1", or OPTIONS=--write to renew BENCHMARKS.md.
benchmark: $(TESTS)
	$(BIN)/python -m tests.benchmark $(OPTIONS)

demonstration: $(TESTS)
	$(BIN)/python -m tests.world --renew

lint: $(TESTS)
	$(BIN)/ruff check generator tests
	$(BIN)/ruff format --check generator tests

types: $(TESTS)
	$(BIN)/mypy

# For example VERSION=0.2.0: number, date in the changelog, commit and tag; then dist/0.2.0/.
release: $(TESTS)
	$(BIN)/python -m tests.release $(or $(VERSION),none)
	$(BIN)/python -m tests.release

# Wheel, source, bill of materials, licences, changes and checksums of the version that is here.
dist: $(TESTS)
	$(BIN)/python -m tests.release

clean:
	rm -rf build build-pdf build.next-* .build.lock $(VENV)

# What the product needs, and what installs it. No environment keeps what is not in a lock.
$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip uninstall --quiet --quiet --yes setuptools wheel
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $(READY)

# The same versions, and the tools of the tests.
$(TESTS): $(READY) requirements-test.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-test.lock
	touch $(TESTS)
