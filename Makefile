# One environment in .venv, made by uv where it is there, else by venv and pip.
# `make demo`, `make test` and `make check` each set up what they need.

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.PHONY: setup demo test check bench clean

setup: $(STAMP)

$(STAMP): pyproject.toml tools/setup
	@PYTHON="$(PYTHON)" tools/setup "$(VENV)"
	@touch $(STAMP)

demo: setup
	@tools/demo "$(BIN)" out

test: setup
	$(BIN)/python -m pytest

check: setup
	$(BIN)/ruff format --check src tests bench verify tools
	$(BIN)/ruff check src tests bench verify tools
	$(BIN)/mypy
	$(MAKE) --no-print-directory test
	$(BIN)/python tools/check_docs.py

bench: setup
	$(BIN)/python bench/reading/evaluate.py
	$(BIN)/python bench/ledger/speed.py
	$(BIN)/python bench/audit/replayed.py --seeds 1

clean:
	rm -rf $(VENV) out dist build
