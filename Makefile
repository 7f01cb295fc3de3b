# `make demo` and `make test` set everything up themselves; Python 3.11 or later is all they need.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SHARED ?= ../shared

.PHONY: demo test check bench eval gsr times lock clean

demo: $(READY)
	$(BIN)/isnad demo

test: $(READY)
	$(BIN)/ruff check src tests training
	$(BIN)/ruff format --check src tests training
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/isnad check
	$(BIN)/python -m pytest

check: $(READY)
	$(BIN)/isnad check

eval: $(READY)
	$(BIN)/isnad eval $(SHARED)/gold/dev/gold.jsonl

gsr: $(READY)
	$(BIN)/isnad eval --gsr $(SHARED)/bench/arabic_event_gsr

times: $(READY)
	$(BIN)/python -m isnad.evaluate.times_benchmark --cases $(SHARED)/times

bench: $(READY)
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/isnad bench $(SHARED)/corpora/bulk.jsonl.gz

lock: $(READY)
	$(BIN)/uv pip compile -q --no-header --no-annotate --no-emit-index-url --no-emit-find-links --python-version 3.11 --universal --extra dev -o requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache

$(READY): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 is needed: set PYTHON=/path/to/python3.11 (or later)" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $(READY)
