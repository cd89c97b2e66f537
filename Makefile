# Every command of the project. `make run` and `make test` work in a fresh clone.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test lint format translations bench package package-test licences audit lock release-check clean

run: .venv/installed  ## transcribe the sample: in the window, or in the terminal where there is no screen
	$(BIN)/diarist sample

test: .venv/installed-dev  ## all tests, on every core
	$(BIN)/python -m pytest --numprocesses logical --dist worksteal --durations 10

lint: .venv/installed-dev  ## style, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/installed-dev  ## put the code into the house's form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

translations: .venv/installed-dev  ## gather the texts of the window and the core for the translators
	$(BIN)/pyside6-lupdate $$(find desktop_app -name '*.py' | sort) -tr-function-alias tr+=plural \
		-locations none -no-obsolete -ts resources/translations/diarist_*.ts

bench: .venv/installed-dev  ## measure, and write docs/benchmarks.md: PEER=0, PARTS=, SETS=, LONG=minutes, HOURS=
	PYTHONPATH=packaging $(BIN)/python -m bench $(if $(filter 0,$(PEER)),--no-peer) $(if $(PARTS),--parts $(PARTS)) \
		$(if $(SETS),--sets $(SETS)) $(if $(LONG),--long $(LONG)) $(if $(HOURS),--hours $(HOURS))

package: build/packaging/installed  ## make the application that people install, for this system, in dist/
	PYTHONPATH=packaging build/packaging/bin/python -m bundle

package-test: .venv/installed-dev  ## use the application that `make package` made: without Python, source or network
	DIARIST_FROZEN=dist/diarist $(BIN)/python -m pytest tests/e2e/test_frozen_application.py

licences: build/packaging/installed  ## write down anew whose work is in the application that `make package` made
	PYTHONPATH=packaging build/packaging/bin/python -m bundle.licences

audit:  ## look for known holes in the packages that the application is made of; asks a database on the network
	test -x build/audit/bin/pip-audit || { $(PYTHON) -m venv build/audit && \
		build/audit/bin/pip install --quiet --disable-pip-version-check pip-audit; }
	$(PYTHON) packaging/audit.py build/audit/bin/pip-audit packaging/requirements.lock

lock: .venv/installed-dev  ## write down anew which packages, of which bytes, the application is made of
	$(BIN)/pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --extra package \
		--constraint constraints.txt pyproject.toml --output-file packaging/requirements.lock

release-check: lint test package package-test  ## everything that a release needs, for this system
	sh packaging/try_python_packages.sh $(PYTHON)
	test "$$(uname -s)" != Linux || sh packaging/linux/try_deb.sh dist/*.deb build/installed.png
	PYTHONPATH=packaging build/packaging/bin/python -m bundle.checksums
	$(MAKE) audit

clean:  ## remove what the other commands made
	rm -rf .venv out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.venv/bin/python:
	sh packaging/system-libraries.sh
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	touch $@

.venv/installed-dev: .venv/bin/python pyproject.toml constraints.txt
	sh packaging/system-libraries.sh tests
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]"
	touch $@ .venv/installed

build/packaging/installed: packaging/requirements.lock
	sh packaging/system-libraries.sh packaging
	rm -rf build/packaging
	$(PYTHON) -m venv build/packaging
	build/packaging/bin/pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
		--requirement packaging/requirements.lock
	touch $@
