# make run      everything set up, then the guide on http://localhost:8501
# make test     everything set up, a Chromium and a Firefox, then linters and the whole suite
# make check    the linters only
# make soak     the long runs: 10,000 damaged files, 20 tabs, five sitters, the longest tests in browsers; half an hour
# make bench    the time of every step
# make types    the scripts' types of what the server pushes, from its models
# make words    bring the translations up to date with what the guide says, and list what is missing in each
# make setup    what make run needs, without starting it
# A stamp in .venv stands for a finished step; it is made again when what the step was made from is newer.

# The first Python that is new enough: a name alone may be a shim for a version that is not there.
PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
READY := .venv/ready
PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
# Node and npm of the wheel in tests/requirements.txt, whatever else the machine has.
NPM := PATH="$(CURDIR)/.venv/bin:$$PATH" npm --prefix assets/guide --loglevel=error

.DELETE_ON_ERROR:
.PHONY: run test check soak bench types words setup

run: setup
	$(PY) -m streamlit run app.py

test: check $(READY)/browser $(READY)/firefox $(READY)/tracer $(READY)/reader $(READY)/servers
	$(NPM) test
	$(PY) -m pytest -m "not browser" --durations=20 --numprocesses=2 --dist=loadfile
	$(PY) -m pytest -m browser --durations=20

check: setup $(READY)/tests $(READY)/scripts
	$(PY) -m ruff check .
	$(PY) -m mypy
	.venv/bin/lint-imports --no-logo
	$(NPM) run check

soak: setup $(READY)/browser
	FRAMING_SOAK=1 $(PY) -m pytest -m "soak or long" -s

bench: setup $(READY)/browser
	$(PY) -m framing bench
	$(PY) -m framing bench --browser
	$(PY) -m framing bench --room

types: setup
	$(PY) -m framing.web.typescript

words: setup
	$(PY) -m framing.lab.words

setup: $(READY)/models

$(READY)/venv: .ci/system
	.ci/system venv "$(PYTHON)"
	$(PYTHON) -m venv .venv
	mkdir -p $(READY)
	touch $@

$(READY)/packages: requirements.txt $(READY)/venv
	@echo "Installing the packages: some minutes the first time, 1.5 GB on disk."
	$(PIP) -r $<
	touch $@

$(READY)/libraries: packages.txt $(READY)/venv
	.ci/system libraries $(PY)
	touch $@

$(READY)/models: framing/perceive/models.py $(READY)/packages $(READY)/libraries
	$(PY) -m framing.perceive.models
	touch $@

$(READY)/tests: tests/requirements.txt $(READY)/packages
	$(PIP) -r $<
	touch $@

$(READY)/scripts: assets/guide/package.json assets/guide/package-lock.json $(READY)/tests
	$(NPM) ci
	touch $@

$(READY)/browser: $(READY)/tests
	.ci/system browser $(PY)
	touch $@

# Without a Firefox its tests are skipped and say so; the next make looks for one again.
$(READY)/firefox: $(READY)/venv
	.ci/system firefox && touch $@ || true

$(READY)/tracer: $(READY)/venv
	.ci/system tracer
	touch $@

$(READY)/reader: $(READY)/venv
	.ci/system reader
	touch $@

# Without them the tests of hosted rooms are skipped and say so; the next make looks for them again.
$(READY)/servers: $(READY)/venv
	.ci/system servers && touch $@ || true
