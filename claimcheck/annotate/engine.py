"""Articles through the engine that the user chose: our pipes alone, or on top of a parser's."""

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.annotate.nlp import Aliases, annotate, reading
from claimcheck.annotate.syntax.words import Syntax
from claimcheck.errors import ClaimcheckError
from claimcheck.model.engine import Engine, EngineSummary
from claimcheck.model.engine_name import EngineName
from claimcheck.model.mention import Annotation
from claimcheck.model.text import Article


def annotate_all(
    articles: Sequence[tuple[Article, str]], engine: Engine, aliases: Aliases = ()
) -> Iterator[Annotation]:
    """Yield what articles mention, in order; each comes with its source's text.

    Those of one language are read as one batch.
    aliases: as for `annotate`.

    Raises:
        ClaimcheckError: where the engine's models cannot be used.
    """
    syntaxes = _syntaxes(articles, engine)
    for number, (article, text) in enumerate(articles):
        yield annotate(article, text, aliases, syntaxes.get(number))


def _syntaxes(articles: Sequence[tuple[Article, str]], engine: Engine) -> dict[int, Syntax]:
    """Return the syntax of the articles that models read, by their numbers."""
    by_language: dict[str, list[int]] = {}
    for number, (article, _) in enumerate(articles):
        if engine.reads(article.language):
            by_language.setdefault(article.language, []).append(number)
    if not by_language:
        return {}
    from claimcheck.annotate.stanza.reader import Stretch, read

    found: dict[int, Syntax] = {}
    for language, numbers in by_language.items():
        texts = [
            [Stretch(s.start, text[s.start : s.end]) for s in reading(article, text)[1]]
            for article, text in (articles[number] for number in numbers)
        ]
        syntaxes = read(texts, language, engine.models, gpu=engine.gpu)
        found.update(zip(numbers, syntaxes, strict=True))
    return found


def summary_of(engine: Engine, articles: Iterable[Article]) -> EngineSummary:
    """Return what an engine reads some articles with.

    Raises:
        ClaimcheckError: where it cannot: a package, a folder or a model is missing.
    """
    if engine.name is EngineName.RULES:
        return EngineSummary()
    from claimcheck.annotate.stanza.folder import languages_in, stanza_version, summary

    version = stanza_version()
    first = {article.language: article.source for article in reversed([*articles])}
    had = languages_in(engine.models)
    models = []
    for language in sorted(filter(engine.reads, first)):
        if had and language not in had and not engine.languages:
            raise ClaimcheckError(
                f"engine stanza: {engine.models}: no models for `{language}`, in which"
                f" {first[language]} is written: get them with `claimcheck models add stanza"
                f" --lang {language}`, or have the models read only the languages that they are"
                f" for: `languages = {_listed(had)}` under [stanza] in claimcheck.toml"
            )
        models.append(summary(engine.models, language))
    return EngineSummary(name=engine.name, version=version, models=tuple(models))


def _listed(names: Sequence[str]) -> str:
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"[{quoted}]"
