# make serve, make test: everything else is set up on the way. `make help` lists the rest.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
export PYTHONDONTWRITEBYTECODE := 1
# Material for MkDocs announces its successor at every build; ARCHITECTURE.md says how we stand to it.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve build test check format setup setup-dev train benchmark-grading lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 22

serve: setup ## build the course and serve it on 127.0.0.1:8000 with live reload
	$(BIN)/python -m mkdocs serve --dev-addr 127.0.0.1:$(PORT) --livereload

build: setup ## the finished site in site/
	$(BIN)/python -m mkdocs build --strict

test: setup-dev ## every test: CPython, Pyodide, site, browser
	$(BIN)/python -m pytest

check: setup-dev ## lint, types, spelling, formats, workflows
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	node_modules/.bin/tsc -p .
	node_modules/.bin/cspell lint --no-progress
	$(BIN)/jupyter nbconvert --to markdown --no-input --stdout --log-level ERROR docs/cuadernos/*.ipynb | node_modules/.bin/cspell lint --no-progress stdin://docs/cuadernos.md
	$(BIN)/python -m checker check-exercises exercises
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --check-metaschema exercises/schema.json
	$(BIN)/zizmor --offline --quiet .github

format: setup-dev ## format the Python code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

train: setup-dev ## fit the weights to corpus/ and write checker/data/weights.json
	$(BIN)/python -m training.fit

benchmark-grading: setup-dev ## how fast the checker is, on CPython and under Pyodide
	$(BIN)/python -m benchmarks.grading

setup: .venv/.site node_modules/.installed
setup-dev: .venv/.dev node_modules/.installed

.venv/.site: requirements.lock tools/setup.sh
	@tools/setup.sh python "$(PYTHON)" requirements.lock
	@touch $@

.venv/.dev: requirements-dev.lock tools/setup.sh
	@tools/setup.sh python "$(PYTHON)" requirements-dev.lock
	@tools/setup.sh browser
	@touch $@ .venv/.site

node_modules/.installed: package-lock.json tools/setup.sh
	@tools/setup.sh node
	@touch $@

lock: setup-dev ## renew the lock files
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet pyproject.toml --extra site --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade --output-file requirements.lock
	$(BIN)/uv pip compile --quiet pyproject.toml --extra site --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade --output-file requirements-dev.lock
	npm update --package-lock-only

clean: ## remove all that make made
	rm -rf .venv node_modules site .cache
