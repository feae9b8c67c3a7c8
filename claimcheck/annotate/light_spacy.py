"""Loads spaCy without its own commands, which load what downloads, trains and serves.

They take a third of the time that loading spaCy takes, and bring in what reaches a network.
`spacy.cli` is there as ever for whoever imports it.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_COMMANDS = "spacy.cli"
_INFO = "spacy.cli.info"


def load() -> None:
    """Load spaCy, where it is not loaded yet, without `spacy.cli`."""
    if "spacy" in sys.modules or _COMMANDS in sys.modules:
        return
    commands, info = ModuleType(_COMMANDS), ModuleType(_INFO)
    # The one thing that spaCy takes from there as it loads.
    info.__dict__["info"] = _info
    sys.modules |= {_COMMANDS: commands, _INFO: info}
    try:
        import_module("spacy")
    finally:
        for name in (_COMMANDS, _INFO):
            sys.modules.pop(name, None)


def _info(*args: Any, **kwargs: Any) -> Any:
    """Stand for `spacy.info` and load it when it is called."""
    return import_module(_INFO).info(*args, **kwargs)
