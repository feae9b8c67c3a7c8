"""Which files are read, in which encodings, and what is said of those that are not."""

import os
import stat
from pathlib import Path

import pytest

from claimcheck.errors import SourceError
from claimcheck.read.decode import LIMIT
from claimcheck.read.sources import read_source, read_sources

ARABIC = "أعلنت البلدية في بيان أن الجسر الجديد سيفتتح في مايو 2024 بعد عامين من العمل."
ENGLISH = "The council said the new bridge would open in May 2024 after two years of work."


def write(folder: Path, name: str, data: str | bytes = ARABIC) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def paths_of(*args, **options):
    return [source.path for source in read_sources(*args, **options)[0]]


def codes_of(*args, **options):
    return [problem.code for problem in read_sources(*args, **options)[1]]


def text_of(data: bytes, name: str = "a.txt") -> str:
    outcome = read_source(name, data)
    assert outcome.problems == ()
    assert outcome.source is not None
    return outcome.source.text


def problem_of(data: bytes, name: str = "a.txt"):
    outcome = read_source(name, data)
    assert outcome.source is None
    (problem,) = outcome.problems
    assert problem.source == name
    return problem


def test_a_folder_is_walked_in_path_order(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("news/b.txt", "news/a/z.md", "news/a.txt", "news/c.htm.txt"):
        write(tmp_path, name)
    expected = ["news/a.txt", "news/a/z.md", "news/b.txt", "news/c.htm.txt"]
    assert paths_of(["news"]) == paths_of([Path("./news")]) == expected


def test_the_order_of_the_paths_changes_nothing(tmp_path):
    files = [write(tmp_path, f"{name}.txt") for name in "cab"]
    assert paths_of(files) == paths_of(files[::-1]) == paths_of([*files, tmp_path])


def test_hidden_files_and_other_formats_in_a_folder_are_passed_over(tmp_path):
    for name in (".hidden.txt", ".git/a.txt", "story.yaml", "photo.jpg", "a.txt", "notes.MD"):
        write(tmp_path, name)
    assert [Path(path).name for path in paths_of([tmp_path])] == ["a.txt", "notes.MD"]
    assert codes_of([tmp_path]) == []


def test_a_file_of_another_format_that_is_named_is_a_problem(tmp_path):
    page, other = write(tmp_path, "a.txt"), write(tmp_path, "b.docx")
    assert codes_of([page, other]) == ["unknown-format"]


def test_a_path_that_does_not_exist_is_an_error_that_names_it(tmp_path):
    with pytest.raises(SourceError, match=r"nowhere\.txt: no such file or folder"):
        read_sources([tmp_path / "nowhere.txt"])


@pytest.mark.parametrize("name", ["story.yaml", ".hidden.txt", "sub/photo.png"])
def test_a_folder_without_sources_is_an_error(tmp_path, name):
    write(tmp_path, name)
    with pytest.raises(SourceError, match="no source file found"):
        read_sources([tmp_path])


def test_no_path_at_all_is_an_error():
    with pytest.raises(SourceError, match="no path given"):
        read_sources([])


@pytest.mark.parametrize("pattern", ["*/old.txt", "old.txt", "*.txt", "old.*"])
def test_an_ignored_file_is_not_read(tmp_path, pattern):
    write(tmp_path, "old.txt")
    write(tmp_path, "new.md")
    assert [Path(path).name for path in paths_of([tmp_path], ignore=[pattern])] == ["new.md"]


def test_an_ignored_folder_is_not_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "news/drafts/a.txt")
    write(tmp_path, "news/b.txt")
    assert paths_of(["news"], ignore=["news/drafts/"]) == ["news/b.txt"]


def test_folders_linked_in_a_circle_are_read_once(tmp_path):
    write(tmp_path, "sub/a.txt")
    (tmp_path / "sub" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "twin").symlink_to(tmp_path / "sub", target_is_directory=True)
    assert len(paths_of([tmp_path])) == 1


def test_a_file_under_two_names_is_one_source(tmp_path):
    (tmp_path / "b.txt").symlink_to(write(tmp_path, "a.txt"))
    assert [Path(path).name for path in paths_of([tmp_path])] == ["a.txt"]


def test_a_link_to_nothing_is_a_problem(tmp_path):
    write(tmp_path, "a.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "missing.txt")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert codes_of([tmp_path]) == ["unreadable", "unreadable"]


def test_a_pipe_is_a_problem_and_is_not_waited_for(tmp_path):
    write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    sources, problems = read_sources([tmp_path])
    assert len(sources) == 1
    assert [problem.code for problem in problems] == ["unreadable"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_a_problem(tmp_path):
    write(tmp_path, "a.txt")
    write(tmp_path, "b.txt").chmod(0)
    write(tmp_path, "sub/c.txt").parent.chmod(0)
    try:
        assert codes_of([tmp_path]) == ["unreadable", "unreadable"]
    finally:
        (tmp_path / "sub").chmod(stat.S_IRWXU)


def test_a_name_that_is_not_utf8_is_a_problem_that_can_be_printed(tmp_path):
    write(tmp_path, "a.txt")
    with open(os.path.join(os.fsencode(tmp_path), b"\xff.txt"), "wb") as file:  # noqa: PTH118, PTH123
        file.write(ENGLISH.encode())
    (problem,) = read_sources([tmp_path])[1]
    assert problem.code == "unreadable"
    problem.source.encode("utf-8")


def test_a_file_over_the_limit_is_a_problem_with_its_size(tmp_path):
    write(tmp_path, "a.txt")
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(20 * 1024 * 1024)
    (problem,) = read_sources([tmp_path])[1]
    assert problem.code == "too-large"
    assert "20,971,520" in problem.message
    assert f"{LIMIT:,}" in problem.message


def test_a_broken_file_does_not_keep_the_others_from_being_read(tmp_path):
    write(tmp_path, "a.txt")
    write(tmp_path, "b.txt", b"")
    write(tmp_path, "c.txt", b"PK\x03\x04\x00\x00")
    sources, problems = read_sources([tmp_path])
    assert [Path(source.path).name for source in sources] == ["a.txt"]
    assert [problem.code for problem in problems] == ["empty", "binary"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1256"])
@pytest.mark.parametrize("text", [ARABIC, ENGLISH, f"{ENGLISH} “Soon”, he said — in May."])
def test_a_text_reads_the_same_in_every_encoding(text, encoding):
    assert text_of(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")]
)
def test_the_byte_order_mark_is_no_part_of_the_text(mark, encoding):
    assert text_of(mark + ARABIC.encode(encoding)) == ARABIC


@pytest.mark.parametrize("text", ["قتل 12 شخصا في انهيار مبنى", f"{ARABIC}\n\n{ARABIC} " * 40])
@pytest.mark.parametrize("encoding", ["cp1256", "iso8859_6"])
def test_older_arabic_encodings_are_told_apart(text, encoding):
    text = text.replace("،", ",")
    assert text_of(text.encode(encoding)) == text


def test_a_few_bad_bytes_are_named_with_line_and_byte():
    problem = problem_of(f"{ARABIC}\n{ARABIC}".encode() + b"\xff\xfe" + ARABIC.encode())
    assert (problem.code, problem.line) == ("broken-utf8", 2)
    assert "0xff" in problem.message
    assert f"byte {2 * len(ARABIC.encode()) + 2}" in problem.message


def test_a_letter_cut_at_the_end_of_the_file_is_broken_utf8():
    assert problem_of(ARABIC[:-1].encode()[:-1]).code == "broken-utf8"


def test_half_a_surrogate_pair_in_utf16_is_a_problem():
    assert problem_of(b"\xff\xfe" + "نص".encode("utf-16-le") + b"\x00\xd8").code == "encoding"


@pytest.mark.parametrize("data", [b"\x00\x01\x02" * 9, b"\x01\x02\x03\x04text", b"%PDF\x00"])
def test_a_binary_file_is_a_problem(data):
    assert problem_of(data).code == "binary"


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", "\u200f\xa0\n".encode()])
def test_a_file_without_text_is_empty(data):
    assert problem_of(data).code == "empty"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_line_ends_of_every_kind_are_kept_and_part_paragraphs(end):
    text = f"{ARABIC}{end}{end}{ENGLISH}{end}"
    source = read_source("a.txt", text.encode()).source
    assert source is not None
    assert source.text == text
    segments = source.articles[0].segments
    assert [text[s.start : s.end] for s in segments] == [ARABIC, ENGLISH]


def test_offsets_count_code_points_and_leave_bidi_marks_and_hard_spaces_out():
    text = f"\u200f\xa0🙂 {ARABIC}\u202c \n"
    source = read_source("a.txt", text.encode()).source
    assert source is not None
    (segment,) = source.articles[0].segments
    assert source.text == text
    assert text[segment.start : segment.end] == f"🙂 {ARABIC}"


def test_a_megabyte_on_one_line_is_one_segment():
    line = f"{ENGLISH} " * 13_000
    source = read_source("a.txt", line.encode()).source
    assert source is not None
    assert [(s.start, s.end) for s in source.articles[0].segments] == [(0, len(line) - 1)]
