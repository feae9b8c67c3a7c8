"""Which engine reads the articles, and what it was."""

from claimcheck.model.base import Frozen
from claimcheck.model.engine_name import EngineName


class Engine(Frozen):
    """What articles are to be read with.

    name: `rules` needs no model; `stanza` reads with models from the folder `models`.
    languages: the languages that the models read, the others are read by the rules alone; empty
        for all.
    gpu: compute on a GPU.
    """

    name: EngineName = EngineName.RULES
    models: str = ""
    languages: tuple[str, ...] = ()
    gpu: bool = False

    def reads(self, language: str) -> bool:
        """Return whether models, and not the rules alone, read a language."""
        return self.name is not EngineName.RULES and (
            not self.languages or language in self.languages
        )


class ModelSummary(Frozen):
    """The models of one language: `parts` names them, sha256 is one digest of all their files."""

    language: str
    parts: tuple[str, ...]
    sha256: str


class EngineSummary(Frozen):
    """What articles were read with; version is of the engine's library, empty for the rules."""

    name: EngineName = EngineName.RULES
    version: str = ""
    models: tuple[ModelSummary, ...] = ()
