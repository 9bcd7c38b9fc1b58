# Needs Python 3.11 or newer and nothing else; whatever is missing is put into .venv.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check install --quiet -c constraints.txt

.DEFAULT_GOAL := help
.PHONY: help demo portal portal-postgres test lives check lint types house lowest wheel schemas goldens bench kills fuzz clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 24

$(RUN):
	$(PYTHON) -m venv $(VENV)

$(VENV)/.tool: $(RUN) pyproject.toml constraints.txt
	$(PIP) -e .
	@touch $@

$(VENV)/.server: $(VENV)/.tool
	$(PIP) -e '.[server]'
	@touch $@

$(VENV)/.postgres: $(VENV)/.tool
	$(PIP) -e '.[postgres,server]'
	@touch $@

$(VENV)/.tests: $(VENV)/.tool
	$(PIP) -e '.[test,lint,http,postgres,server]'
	@touch $@

demo: $(VENV)/.tool ## a company of forty workplaces, from the first look to the paid order
	@$(RUN) scripts/demo.py

portal: $(VENV)/.server ## the demo's portal in the browser, with a full cart and a token, until Ctrl-C
	@$(RUN) scripts/portal.py

portal-postgres: $(VENV)/.postgres ## a PostgreSQL of your own with the demo's portal in it, until Ctrl-C; what is in it stays
	@$(RUN) scripts/postgres.py

test: $(VENV)/.tests ## all tests; T=tests/cli or T=tests/cli/test_plan.py::test_x or T='-k calendar tests' runs a few
	$(RUN) -m pytest $(or $(T),-n auto --dist loadscope)

lives: $(VENV)/.tests ## 20,000 companies through ninety days each (hours)
	$(RUN) -m tests.engine.ninety_days --count 20000

kills: $(VENV)/.tests ## 800 real signals at apply and order (half an hour)
	$(RUN) -m tests.faults.kills --signals 800

fuzz: $(VENV)/.tests ## 20,000 changed manifests and 2,000 forged plan files (an hour or two)
	$(RUN) -m tests.hostile.manifest_fuzz --cases 20000
	$(RUN) -m tests.hostile.plan_fuzz --cases 2000

check: lint types house ## linter, types, architecture

lint: $(VENV)/.tests
	$(RUN) -m ruff check .

types: $(VENV)/.tests
	$(RUN) -m mypy

house: $(VENV)/.tests
	$(RUN) -m pytest -q tests/architecture

lowest: ## tests with the lowest versions that are allowed
	$(PYTHON) -m venv $(VENV)-lowest
	$(VENV)-lowest/bin/python -m pip --disable-pip-version-check install --quiet -c constraints-lowest.txt -e '.[test,http,postgres,server]'
	$(VENV)-lowest/bin/python -m pytest -q -n auto tests/files tests/kinds tests/model tests/drivers tests/portal tests/examples

wheel: ## build it, look into it, install it into an empty environment and plan with it
	$(PYTHON) scripts/wheel.py

schemas: $(VENV)/.tests ## write specs/schemas anew from the kinds, and specs/portal.openapi.yaml from the server
	$(RUN) -m reconciler schema --write specs/schemas
	$(RUN) -m scripts.openapi

goldens: $(VENV)/.tests schemas ## write all expected output anew; read the difference before it is kept
	RECONCILER_UPDATE_GOLDENS=1 $(RUN) -m pytest -q tests/views/test_goldens.py tests/examples/test_examples.py \
		tests/examples/test_readme.py

bench: $(VENV)/.tests ## measure our commands; other tools: python -m benchmarks.run --help
	$(RUN) -m benchmarks.run --peers none

clean: ## remove what make has made
	rm -rf $(VENV) $(VENV)-lowest .mypy_cache .ruff_cache .hypothesis
