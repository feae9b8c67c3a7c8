"""Run the command as a user does, in this process or in one of its own."""

import os
import subprocess
import sys
from pathlib import Path

from claimcheck.cli import main

COMMAND = Path(sys.executable).with_name("claimcheck")


def code(*arguments):
    """Return the exit code of a command."""
    try:
        return int(main(list(arguments)))
    except SystemExit as ended:
        return int(ended.code or 0)


def claimcheck(*arguments, **options):
    """Return how a command ended, with what it printed as text; `env` is added to ours."""
    env = {**os.environ, **options.pop("env", {})}
    options.setdefault("timeout", 120)
    done = subprocess.run(
        [COMMAND, *arguments], capture_output=True, check=False, env=env, **options
    )
    done.stdout = done.stdout.decode("utf-8")
    done.stderr = done.stderr.decode("utf-8")
    return done
