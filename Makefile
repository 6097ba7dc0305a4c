# One place for every command; `make help` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := .local/stamps
STAGE ?= staging
PIP := -m pip install -qq --disable-pip-version-check --require-hashes

.PHONY: help
help: ## This list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(STAMP)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "Python 3.11 or newer is needed; '$(PYTHON)' is not. Try: make PYTHON=python3.13 ..."; exit 1; }
	@mkdir -p $(@D) && touch $@

$(STAMP)/dev: requirements/dev.txt $(STAMP)/python
	@echo "Preparing $(VENV) (once, about a minute) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python $(PIP) -r requirements/dev.txt
	@touch $@

$(STAMP)/emulator: requirements/emulator.txt $(STAMP)/python
	@echo "Preparing the emulator's environment (once, about half a minute) ..."
	@$(PYTHON) -m venv .local/emulator
	@.local/emulator/bin/python $(PIP) -r requirements/emulator.txt
	@touch $@

.PHONY: setup
setup: $(STAMP)/dev $(STAMP)/emulator ## Prepare both environments

.PHONY: lock
lock: $(STAMP)/dev ## Pin the dependencies anew, with hashes
	@cd requirements && for name in layer dev emulator; do \
		constraint=""; [ $$name != dev ] || constraint="--constraint layer.txt"; \
		../$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-annotate --allow-unsafe \
			--custom-compile-command "make lock" $$constraint $$name.in --output-file $$name.txt; \
	done

.PHONY: run
run: $(STAMP)/dev $(STAMP)/emulator ## The whole portal on this machine: http://localhost:8000
	@exec $(BIN)/python -m infra.local run

.PHONY: reset
reset: $(STAMP)/dev ## Forget the local state
	@$(BIN)/python -m infra.local reset

.PHONY: synth
synth: $(STAMP)/dev ## The CloudFormation templates of STAGE, into .local/cdk.out
	@STAGE=$(STAGE) $(BIN)/python -m infra.app

.PHONY: lint
lint: $(STAMP)/dev ## Ruff, the formatter, the walls between features
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

.PHONY: types
types: $(STAMP)/dev ## mypy, strict
	@$(BIN)/mypy layers/portal/python functions infra tests

.PHONY: unit
unit: $(STAMP)/dev ## The quick tests
	@$(BIN)/pytest tests/unit

.PHONY: test
test: lint types $(STAMP)/emulator ## Everything that must hold: the gate
	@$(BIN)/pytest -n 2 -m "not system"
	@$(BIN)/pytest -m system
