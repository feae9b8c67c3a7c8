"""Gold stories and a run over them -> how right the run is."""

from claimcheck.evaluation.measure import evaluate

__all__ = ["evaluate"]
