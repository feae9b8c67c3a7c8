"""What `claimcheck init` writes: a configuration with comments, and a job for the host's CI."""

import json
from collections.abc import Sequence
from pathlib import Path

from claimcheck import __version__
from claimcheck.config import FILE
from claimcheck.errors import ClaimcheckError
from claimcheck.output import write_files

_TEMPLATES = Path(__file__).parent / "templates"
_REMEDY = "check that this folder may be written"
_DEFAULT_PATH = "articles"


# Where each host looks for its jobs.
JOBS = {"github": ".github/workflows/claimcheck.yml", "gitlab": ".gitlab-ci.yml"}


def prepare(folder: Path, paths: Sequence[str], host: str | None, *, force: bool) -> dict[str, str]:
    """Return what became of each file of a folder: written, or kept as it was.

    force: also those that are there already, which are kept otherwise.

    Raises:
        ClaimcheckError: where all files are there already, or one cannot be written.
    """
    texts = {FILE: _configuration(list(paths) or [_DEFAULT_PATH])}
    if host:
        texts[JOBS[host]] = _template(f"{host}.yml").replace("@VERSION@", __version__)
    there = [name for name in texts if (folder / name).exists()]
    if there == list(texts) and not force:
        raise ClaimcheckError(f"{', '.join(there)}: there already; --force writes anew")
    wanted = {name: text for name, text in texts.items() if force or name not in there}
    write_files(folder, wanted, _REMEDY)
    return {name: "written" if name in wanted else "kept as it is" for name in texts}


def _configuration(paths: list[str]) -> str:
    # A list of JSON strings is one of TOML strings.
    listed = json.dumps(paths, ensure_ascii=False)
    first = json.dumps(paths[0].rstrip("/"), ensure_ascii=False)[1:-1]
    return _template(FILE).replace("@PATHS@", listed).replace("@FIRST@", first)


def _template(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")
