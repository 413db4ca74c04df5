"""The reader that `make compiled` makes says word for word what the one in Python says."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CASES = sorted(str(file.relative_to(ROOT)) for file in (ROOT / "tests" / "cases").glob("articles*/*.txt"))


def _lacking() -> str:
    """What compiling needs and this machine has not; empty where it has all."""
    compiler = os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc"
    if shutil.which(compiler.split()[0]) is None:
        return f"there is no C compiler ({compiler})"
    headers = Path(sysconfig.get_path("include"), "Python.h")
    return "" if headers.is_file() else f"Python's own headers are not installed ({headers})"


def _run(folder: Path, *command: str, **environment: str) -> str:
    done = subprocess.run(command, cwd=folder, env=os.environ | environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return done.stdout


def _compiled_in(folder: Path) -> str:
    """The Python of an environment of its own in `folder`, with the compiled wheel in it."""
    build = (sys.executable, "-m", "build", "--outdir", str(folder / "dist"), str(ROOT))
    _run(folder, *build, HATCH_BUILD_HOOK_ENABLE_MYPYC="1")
    (wheel,) = (folder / "dist").glob("*.whl")
    venv.create(folder / "venv", with_pip=True)
    python = str(folder / "venv" / "bin" / "python")
    _run(folder, python, "-m", "pip", "install", "-q", "-c", str(ROOT / "requirements.lock"), str(wheel))
    return python


def _packages(python: str) -> str:
    """The folder `python` has its packages in."""
    return _run(Path.cwd(), python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()


@pytest.mark.long
@pytest.mark.skipif(bool(_lacking()), reason=_lacking())
def test_the_compiled_reader_passes_the_same_tests_and_says_the_same(tmp_path: Path) -> None:
    python = _compiled_in(tmp_path)
    # Beside `tests` there is no `board` here: what is imported is what the wheel brought.
    shutil.copytree(ROOT / "tests", tmp_path / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("board.toml", "pyproject.toml"):
        shutil.copy(ROOT / file, tmp_path)
    assert "reader: compiled" in _run(tmp_path, python, "-m", "board", "info")
    assert "passed" in _run(tmp_path, sys.executable, "-m", "pytest", "tests/reading", PYTHONPATH=_packages(python))
    score = ("-m", "tests.bench.reading_score", *CASES)
    assert _run(tmp_path, python, *score) == _run(ROOT, sys.executable, *score)
