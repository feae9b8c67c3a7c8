"""spaCy is loaded without its own commands, which are there for whoever asks."""

import subprocess
import sys


def run(code):
    """Return what a program prints in a process of its own."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_nothing_that_reaches_a_network_is_loaded_and_the_commands_are_there_for_whoever_asks():
    code = (
        "import sys, claimcheck.annotate.nlp, spacy\n"
        "print(*[m for m in ('requests', 'urllib3', 'httpx', 'spacy.cli') if m in sys.modules])\n"
        "print('then', spacy.info(silent=True)['spacy_version'] == spacy.__version__)\n"
        "from spacy.cli.info import info\n"
        "import spacy.cli\n"
        "print(info.__module__, spacy.cli.app.__class__.__name__)"
    )
    assert run(code) == ["then", "True", "spacy.cli.info", "Typer"]


def test_spacy_loaded_before_is_left_as_it_is():
    code = (
        "import sys, spacy\n"
        "before = sys.modules['spacy.cli']\n"
        "import claimcheck.annotate.nlp\n"
        "print(sys.modules['spacy.cli'] is before)"
    )
    assert run(code) == ["True"]
