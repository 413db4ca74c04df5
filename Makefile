# `make check` runs what CI runs. The environment is the one README's commands make.
BIN ?= .venv/bin

.PHONY: check format lint types contracts tests long bench compiled lock pictures screens reference

check: lint types contracts tests

format:
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types:
	$(BIN)/mypy

contracts:
	$(BIN)/lint-imports

tests:
	$(BIN)/python -m pytest

long:
	$(BIN)/python -m pytest -m long

bench:
	$(BIN)/python -m tests.bench.text_speed
	$(BIN)/python -m tests.bench.judging_speed
	$(BIN)/python -m tests.bench.store_search 100000
	$(BIN)/python -m tests.bench.fetch_many 200 20

# By way of the source archive: what the compiler leaves stays out of the tree, where it would be imported instead of what
# is written.
compiled:
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(BIN)/python -m build --outdir dist .

lock:
	$(BIN)/pip-compile --quiet --extra dev --extra serve --extra pdf --strip-extras --no-emit-index-url --no-emit-trusted-host \
		--no-emit-find-links --no-header --no-annotate \
		--output-file requirements.lock pyproject.toml

reference:
	$(BIN)/python -c 'from board.config.reference import reference; print(reference(), end="")' > docs/board-toml.md

pictures:
	$(BIN)/python -m tests.pictures

screens:
	$(BIN)/python -m tests.pictures every $(or $(FOLDER),build/screens)
