import screenr


def test_names_across_scripts_that_tell_of_no_firm_are_compared_as_persons_names() -> None:
    pair = ("ناصر جلالی", "Jalil Nasir")

    (unknown,) = screenr.compare_all([pair])
    (person,) = screenr.compare_all([pair], "person")

    assert unknown == person


def test_son_of_in_arabic_is_no_legal_form() -> None:
    (found,) = screenr.compare_all([("سلمان بن خالد", "SALMAN BIN KHALID")], "person")

    assert [each for each in found.evidence if each.feature == "rule"] == []


def test_a_firm_with_one_name_of_a_person_and_glued_initials_is_another_party() -> None:
    listed = "AL-DURI, Jawhar Majid"

    glued, named = screenr.compare_all(
        [("Al-Duri JM Ltd", listed), ("Duri Majid Ltd", listed)], "person"
    )

    assert (glued.is_match, named.is_match) == (False, True)
