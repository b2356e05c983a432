# Plain `make` lists the targets.
PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000
BIN := .venv/bin
COMPILE = $(BIN)/pip-compile --quiet --no-strip-extras --generate-hashes --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-annotate --no-header $(LOCK)
PYTEST = $(BIN)/pytest -n auto --dist loadfile
export NO_MKDOCS_2_WARNING = 1
export PIP_DISABLE_PIP_VERSION_CHECK = 1

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

serve: .venv/site.stamp ## serve the site at http://127.0.0.1:8000/, rebuilt at every save
	$(BIN)/mkdocs serve --dev-addr $(ADDRESS)

test: .venv/test.stamp tests/browser/node_modules/.stamp ## run all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(PYTEST)

unit: .venv/test.stamp ## run the tests that need no browser, Java or npm
	$(PYTEST) -m "not browser and not engines and not slow"

check: .venv/site.stamp ## list all problems in the content
	$(BIN)/facts check

lint: .venv/test.stamp ## fix the code style
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

types: .venv/test.stamp ## check the types
	$(BIN)/mypy

bench: .venv/test.stamp ## measure time and memory on made-up content, and of an edit
	for each in run edit hostile; do $(BIN)/python -m tests.bench.$$each || exit; done

site: .venv/site.stamp ## build the complete site in site/
	$(BIN)/facts build
docs: .venv/site.stamp ## build the documentation in build/documentation/
	$(BIN)/mkdocs build --strict --config-file documentation/mkdocs.yml

messages: .venv/site.stamp ## extract the readers' texts for translators to build/messages.pot
	mkdir -p build && $(BIN)/pybabel -q extract -F pyproject.toml -o build/messages.pot .

shots: .venv/test.stamp ## take screenshots of every kind of page in build/shots/
	$(BIN)/python -m tests.browser.shots

lighthouse: .venv/test.stamp tests/browser/lighthouse/node_modules/.stamp ## measure Lighthouse scores on a phone
	$(BIN)/python -m tests.browser.lighthouse

faults: .venv/test.stamp tests/browser/node_modules/.stamp ## run all fault tests at length
	EFFORT=full $(PYTEST) tests/faults tests/browser/test_naughty.py tests/site/test_text_fidelity.py

fuzz: .venv/test.stamp ## fuzz the reader, the captures and the escaping a million times
	$(BIN)/python -m pip install --quiet --require-hashes -r tests/fuzz/atheris.lock
	for one in reader capture escape; do $(BIN)/python -m tests.fuzz.run $$one || exit; done

mutants: .venv/test.stamp ## find mutations that no test detects (half an hour)
	$(BIN)/python -m pip install --quiet --require-hashes -r tests/mutants.lock
	$(BIN)/python -m tests.mutants

engines: .venv/test.stamp ## build sites with properdocs and zensical, and compare them with MkDocs
	$(BIN)/python tests/engines/compare.py

plugins: .venv/test.stamp ## build a new site with other MkDocs plugins
	$(PYTHON) -m venv .cache/plugins
	for each in requirements tests/plugins/plugins; do \
		.cache/plugins/bin/pip install --quiet --require-hashes -r $$each.lock || exit; done
	.cache/plugins/bin/pip install --quiet --no-deps --no-build-isolation --editable .
	.cache/plugins/bin/python tests/plugins/run.py

dist: .venv/site.stamp ## build the wheel and the sdist in dist/, and try both
	.ci/release
	.ci/try dist/*.whl
	.ci/try dist/*.tar.gz

lock: .venv/test.stamp ## update the lock files; LOCK=--upgrade for the newest versions
	$(COMPILE) --build-deps-for editable --output-file requirements.lock pyproject.toml
	$(COMPILE) --build-deps-for editable --extra dev --extra intake --constraint requirements.lock \
		--output-file requirements-test.lock pyproject.toml
	for each in engines/properdocs engines/zensical fuzz/atheris mutants plugins/plugins; do $(COMPILE) \
		--constraint requirements-test.lock --output-file tests/$$each.lock tests/$$each.in; done

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed.")'
	$(PYTHON) -m venv .venv

.venv/site.stamp: requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test.stamp: requirements-test.lock .venv/site.stamp # --no-deps: older pips stumble over lxml[html_clean]
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements-test.lock
	@touch $@

%/node_modules/.stamp: %/package-lock.json .ci/tools
	.ci/tools
	cd $* && PUPPETEER_SKIP_DOWNLOAD=1 npm ci --no-audit --no-fund
	@touch $@

.PHONY: help serve test unit check lint types bench site docs messages shots lighthouse engines plugins dist lock faults fuzz mutants
