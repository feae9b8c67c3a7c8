# Two commands set everything up: `make run` and `make test`.
PYTHON ?= python3.11
VENV ?= .venv
BIN = $(VENV)/bin
STAMP = $(VENV)/.installed
EVAL ?= ../shared/eval
# Options for pip to find torch's builds for the CPU (README: Stanza); on some systems the plain one is.
TORCH ?=

.DEFAULT_GOAL := help

help:            ## list the targets
	@grep -E '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: $(STAMP)    ## check the articles in seeds/ and write reports/
	@$(BIN)/claimcheck run seeds

test: $(STAMP)   ## run the tests, but for those of the Stanza engine
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not timing and not stanza" tests
	$(BIN)/python -m pytest -m timing tests

test-stanza: $(VENV)/.stanza ## run the tests of the Stanza engine, with models trained on the spot
	CLAIMCHECK_TEST_STANZA=1 $(BIN)/python -m pytest -m stanza tests

lint: $(STAMP)   ## formatting, style, types and import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/claimcheck rules test

wheel: $(STAMP)  ## build the distributions and try the wheel outside the checkout
	sh tests/wheel.sh $(BIN)/python

score: $(STAMP)  ## score the development stories, where they lie
	@for group in ar mixed real; do \
		echo "== $$group"; $(BIN)/claimcheck eval $(EVAL)/dev/$$group || exit; \
	done

suites: $(STAMP) ## score numbers, quantities and dates on the span suites, where they lie
	@$(BIN)/python tests/suites.py $(EVAL)/suites

bench: $(STAMP)  ## time the pipes on the development stories, where they lie
	@$(BIN)/python tests/bench.py $(EVAL)/dev

tables: $(STAMP) ## make the generated tables in rules/ anew
	$(BIN)/python rules/gazetteer/build.py
	$(BIN)/python rules/lang/build_frequency.py
	$(BIN)/python rules/build_cldr.py
	$(BIN)/python rules/build_terms.py
	$(BIN)/python rules/build_units.py
	$(BIN)/python rules/build_concepts.py
	$(BIN)/python rules/build_triggers.py
	$(BIN)/python rules/build_parsed.py

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e '.[dev,tables]'
	$(BIN)/python -m compileall -q claimcheck
	@touch $@

$(VENV)/.stanza: $(STAMP)
	$(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt $(TORCH) torch
	$(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e '.[stanza]'
	@touch $@

clean:           ## remove the environment and what was built
	rm -rf $(VENV) dist build

.PHONY: help run test test-stanza lint wheel score suites bench tables clean
