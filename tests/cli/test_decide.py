"""`screenr decide`: one decision by flags, or the open matches of a report one after another."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran, Run

from screenr.decisions.file import decisions_in
from screenr.errors import ExitCode
from screenr.models.decision import Decision

DAY = "2026-07-20"
FILE = "screenr-decisions.yaml"
WHOLE = (
    "--verdict", "false_positive", "--reason", "another company", "--by", "jane@example.com",
    "--on", DAY, "--expires", "2027-07-19",
)  # fmt: skip
Decide = Callable[..., Ran]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "suppliers.csv").write_text("name,country\nCorner Bakery,DE\nZorvex,CN\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def decide(run: Run, lists_dir: Path, project: Path) -> Decide:
    def _decide(*argv: str) -> Ran:
        assert project.is_dir()
        return run("decide", *argv, "--data-dir", lists_dir)

    return _decide


@pytest.fixture
def walk(
    run: Run, lists_dir: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], Ran]:
    """Gate the project and answer the questions about its report."""

    def _walk(answers: str, *argv: str) -> Ran:
        assert project.is_dir()
        run("gate", "suppliers.csv", "--data-dir", lists_dir, "--as-of", DAY, "-o", "r.json")
        monkeypatch.setattr("sys.stdin", io.StringIO(answers))
        return run("decide", "--from", "r.json", "--on", DAY, *argv)

    return _walk


def decisions(project: Path) -> tuple[Decision, ...]:
    return decisions_in((project / FILE).read_text(), FILE)


def test_a_decision_is_written_with_the_digest_of_its_designation(
    decide: Decide, project: Path
) -> None:
    ran = decide("Zorvex", "us-alpha:1", *WHOLE)

    assert ran.code == ExitCode.CLEAR
    assert ran.out == ""
    (decision,) = decisions(project)
    assert decision.counterparty == "Zorvex"
    assert len(decision.digest.split("-")) == 5
    assert "# ZORVEX Robotics Co., Ltd." in (project / FILE).read_text()


def test_a_decided_match_passes_the_gate_and_stays_in_the_report(
    decide: Decide, run: Run, lists_dir: Path, project: Path
) -> None:
    decide("Zorvex", "us-alpha:1", *WHOLE)
    decide("Zorvex", "us-alpha:2", *WHOLE)

    ran = run("gate", "suppliers.csv", "--data-dir", lists_dir, "--as-of", DAY)

    assert project.is_dir()
    assert ran.code == ExitCode.CLEAR
    assert "us-alpha:1" in ran.out
    assert "jane@example.com" in ran.out


@pytest.mark.parametrize("name", ["--verdict", "--reason", "--by", "--expires"])
def test_a_decision_needs_each_of_its_parts(decide: Decide, project: Path, name: str) -> None:
    at = WHOLE.index(name)

    ran = decide("Zorvex", "us-alpha:1", *WHOLE[:at], *WHOLE[at + 2 :])

    assert ran.code == ExitCode.USAGE
    assert f"a decision needs {name} too" in ran.err
    assert not (project / FILE).exists()


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        ((), "a decision needs COUNTERPARTY, DESIGNATION, --verdict"),
        (("Zorvex", "us-alpha:9", *WHOLE), "no designation `us-alpha:9`"),
        (("Zorvex", "us-alpha:1", *WHOLE, "--verdict", "ok"), "unknown `--verdict`"),
        (("Zorvex", "us-alpha:1", *WHOLE, "--reason", " "), "needs --reason"),
        (("Zorvex", "us-alpha:1", *WHOLE, "--expires", "soon"), "`--expires` is not a day"),
        (("Zorvex", "us-alpha:1", *WHOLE, "--expires", "2026-01-01"), "would expire"),
        (("Zorvex", "--from", "r.json"), "`--from` asks"),
        (("--from", "none.json"), "no file"),
    ],
)
def test_wrong_usage_ends_two_and_writes_nothing(
    decide: Decide, project: Path, argv: tuple[str, ...], message: str
) -> None:
    ran = decide(*argv)

    assert ran.code == ExitCode.USAGE
    assert message in ran.err.splitlines()[0]
    assert not (project / FILE).exists()


def test_a_decision_that_holds_is_not_silently_replaced(decide: Decide, project: Path) -> None:
    decide("Zorvex", "us-alpha:1", *WHOLE)

    ran = decide("Zorvex", "us-alpha:1", *WHOLE, "--verdict", "accepted")

    assert ran.code == ExitCode.USAGE
    assert "this match is decided until 2027-07-19: false_positive" in ran.err
    assert decisions(project)[0].verdict == "false_positive"


def test_a_decision_is_replaced_on_request(decide: Decide, project: Path) -> None:
    decide("Zorvex", "us-alpha:1", *WHOLE)

    decide("Zorvex", "us-alpha:1", *WHOLE, "--verdict", "accepted", "--replace")

    assert [each.verdict for each in decisions(project)] == ["accepted"]


def test_a_decision_that_has_expired_is_renewed_in_its_place(decide: Decide, project: Path) -> None:
    decide("Zorvex", "us-alpha:1", *WHOLE)

    ran = decide("Zorvex", "us-alpha:1", *WHOLE, "--on", "2027-07-20", "--expires", "2028-07-19")

    assert ran.code == ExitCode.CLEAR
    assert [str(each.expires) for each in decisions(project)] == ["2028-07-19"]


def test_decisions_go_where_the_policy_says(decide: Decide, project: Path) -> None:
    (project / "screenr.yaml").write_text("decisions: reviewed.yaml\n")

    decide("Zorvex", "us-alpha:1", *WHOLE)

    assert (project / "reviewed.yaml").is_file()
    assert not (project / FILE).exists()


def test_the_walk_asks_about_each_open_match(walk: Callable[[str], Ran], project: Path) -> None:
    answers = "f\nanother company\njane\n\na\nfor the museum\n\n2026-12-31\n"

    ran = walk(answers)

    assert ran.code == ExitCode.CLEAR
    assert ran.out == ""
    assert [
        (each.designation, each.verdict, each.by, str(each.expires)) for each in decisions(project)
    ] == [
        ("us-alpha:1", "false_positive", "jane", "2027-07-19"),
        ("us-alpha:2", "accepted", "jane", "2026-12-31"),
    ]


def test_the_walk_shows_what_a_reviewer_needs(walk: Callable[[str], Ran]) -> None:
    text = walk("q\n").err

    assert "1 of 2" in text
    assert "Zorvex (CN), suppliers.csv:3" in text
    assert "matches ZORVEX Robotics Co., Ltd. (CN)" in text
    assert "2019-10-09" in text


def test_one_answer_may_be_for_all_matches_of_a_counterparty(
    walk: Callable[[str], Ran], project: Path
) -> None:
    ran = walk("f+\nanother company\njane\n\n")

    assert ran.code == ExitCode.CLEAR
    assert [each.designation for each in decisions(project)] == ["us-alpha:1", "us-alpha:2"]
    assert {each.reason for each in decisions(project)} == {"another company"}


def test_what_is_skipped_stays_open(walk: Callable[[str], Ran], project: Path) -> None:
    ran = walk("s\nf\nanother\njane\n\n")

    assert ran.code == ExitCode.HIT
    assert "1 decided, 1 left open" in ran.err
    assert [each.designation for each in decisions(project)] == ["us-alpha:2"]


@pytest.mark.parametrize("answers", ["q\n", "", "f\n", "f\nanother\n"])
def test_who_stops_in_the_middle_decides_nothing_more(
    walk: Callable[[str], Ran], project: Path, answers: str
) -> None:
    assert walk(answers).code == ExitCode.HIT
    assert not (project / FILE).exists()


def test_what_was_decided_before_is_not_asked_again(
    walk: Callable[..., Ran], project: Path
) -> None:
    walk("f\nanother\njane\n\nq\n")

    ran = walk("f\nanother too\n", "--by", "joe", "--expires", "2026-12-31")

    assert ran.code == ExitCode.CLEAR
    assert [each.by for each in decisions(project)] == ["jane", "joe"]


def test_a_decision_of_the_walk_holds_in_the_next_run(
    walk: Callable[[str], Ran], run: Run, lists_dir: Path, project: Path
) -> None:
    walk("f\nanother\njane\n\na\nfine\n\n\n")

    ran = run("gate", "suppliers.csv", "--data-dir", lists_dir, "--as-of", DAY)

    assert project.is_dir()
    assert ran.code == ExitCode.CLEAR


def test_a_question_is_asked_again_until_it_is_answered(
    walk: Callable[[str], Ran], project: Path
) -> None:
    walk("maybe\nf\n\nanother\n\njane\nsoon\n2026-12-31\nq\n")

    assert [(each.reason, str(each.expires)) for each in decisions(project)] == [
        ("another", "2026-12-31")
    ]


def test_nothing_to_decide_is_said(walk: Callable[[str], Ran], project: Path) -> None:
    (project / "suppliers.csv").write_text("name\nCorner Bakery\n")

    ran = walk("")

    assert ran.code == ExitCode.CLEAR
    assert ran.err.endswith("no open match to decide\n")


def test_a_hostile_name_steers_no_terminal(walk: Callable[[str], Ran], project: Path) -> None:
    (project / "suppliers.csv").write_text("name\n\x1b[31mZorvex\x1b[0m\n")

    assert "\x1b" not in walk("q\n").err


def test_a_decision_on_a_namesake_in_another_country_leaves_a_match_open(
    walk: Callable[..., Ran], project: Path
) -> None:
    (project / "suppliers.csv").write_text("name,country\nZorvex,CN\nZorvex,DE\n")
    walk("f+\nanother\n", "--by", "jane", "--expires", "2026-12-31")

    ran = walk("q\n")

    assert ran.code == ExitCode.HIT
    assert "Zorvex (DE), suppliers.csv:3" in ran.err
    assert "Zorvex (CN)" not in ran.err


def test_a_match_decided_for_every_country_is_not_asked_about(
    decide: Decide, walk: Callable[..., Ran]
) -> None:
    decide("Zorvex", "us-alpha:1", *WHOLE)

    assert "us-alpha:1\n" not in walk("q\n").err


def test_an_id_that_is_wider_than_the_terminal_can_be_copied(
    walk: Callable[[str], Ran], run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk("q\n")
    report, wide = project / "r.json", f"us-alpha:{'a-long-name-' * 9}cn"
    report.write_text(report.read_text().replace("us-alpha:1", wide))
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))

    assert wide in run("decide", "--from", "r.json", "--on", DAY).err
