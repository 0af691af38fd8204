"""Answers are remembered by what was asked about, and not for ever."""

from screenr.formats.recalled import Recalled


def counted(most: int) -> tuple[Recalled[list[int], int], list[int]]:
    asked: list[int] = []

    def first(values: list[int]) -> int:
        asked.append(values[0])
        return values[0]

    return Recalled(first, most=most), asked


def test_the_same_argument_is_worked_out_once() -> None:
    recalled, asked = counted(most=2)
    value = [7]

    assert [recalled(value), recalled(value)] == [7, 7]
    assert asked == [7]


def test_an_equal_argument_is_another() -> None:
    recalled, asked = counted(most=2)
    one, other = [7], [7]

    recalled(one)
    recalled(other)

    assert asked == [7, 7]


def test_no_more_are_held_than_asked_for() -> None:
    recalled, asked = counted(most=2)
    values = [[1], [2], [3]]

    for value in (*values, values[0]):
        recalled(value)

    assert asked == [1, 2, 3, 1]


def test_what_recurs_is_held_longer_than_what_does_not() -> None:
    recalled, asked = counted(most=4)
    often, others = [0], [[1], [2], [3], [4], [5], [6]]

    for other in others:
        recalled(often)
        recalled(other)

    assert asked.count(0) == 1


def test_an_argument_that_nobody_else_holds_keeps_its_answer() -> None:
    recalled, _ = counted(most=1_000)

    assert [recalled([number]) for number in range(500)] == list(range(500))
