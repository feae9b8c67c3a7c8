"""The original articles and the scorer, which stay outside the checkout."""

import warnings
from pathlib import Path

import pytest

SHARED = (Path(__file__).parents[2] / "shared").resolve()


def needs(name):
    """Return a folder of the shared ones, and the mark that skips loudly where it is missing."""
    folder = SHARED / name
    if not folder.is_dir():
        warnings.warn(f"SKIPPED: {folder} is not here, so nothing is tested on it", stacklevel=2)
    return folder, pytest.mark.skipif(not folder.is_dir(), reason=f"{folder} is not here")


SEEDS, needs_seeds = needs("seeds")
EVAL, needs_scorer = needs("eval")
