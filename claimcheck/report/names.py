"""The names of formats, apart from who writes them: `--help` waits for no writer."""

from enum import StrEnum


class Format(StrEnum):
    """What `run --format` may name."""

    MARKDOWN = "markdown"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITLAB = "gitlab"
    CSV = "csv"


class ClaimsFormat(StrEnum):
    """What `claims --format` may name."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"
