from pathlib import Path

import pytest

from screenr.errors import ListUnavailableError
from screenr.lists.supplementary import read_supplementary

DATA = Path(__file__).parents[2] / "data"
SHIPPED = DATA / "names" / "supplementary.yaml"
PARTY = """\
- party: acme
  designations:
  - {id: "us-x:1", relation: same}
  - {id: "us-y:2", relation: family}
  note: The group.
  names:
  - name: 艾克米
    kind: chinese
    script: Hans
    source: acme.example
  - name: Acme Sister
    kind: legal
    source: acme.example
    note: A sister company.
    designations:
    - {id: "us-x:1", relation: family}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "supplementary.yaml"


def fault(file: Path, text: str) -> str:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ListUnavailableError) as caught:
        read_supplementary(file)
    return caught.value.message


def shipped_ids() -> set[str]:
    """The ids of the newest snapshots, by their lines, as parsing megabytes would take seconds."""
    newest = [max(path.parent.glob("[0-9]*.yaml")) for path in (DATA / "lists").glob("*/list.yaml")]
    return {
        line.removeprefix("- id: ").strip('"')
        for path in newest
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("- id: ")
    }


def test_a_name_leads_to_the_designations_of_its_party(file: Path) -> None:
    file.write_text(PARTY, encoding="utf-8")
    chinese, _ = read_supplementary(file)
    assert chinese.name == "艾克米"
    assert chinese.script == "Hans"
    assert chinese.designations == (("us-x:1", "same"), ("us-y:2", "family"))


def test_a_name_with_designations_of_its_own_does_not_use_those_of_its_party(file: Path) -> None:
    file.write_text(PARTY, encoding="utf-8")
    _, sister = read_supplementary(file)
    assert sister.designations == (("us-x:1", "family"),)


def test_a_name_without_a_note_carries_that_of_its_party(file: Path) -> None:
    file.write_text(PARTY, encoding="utf-8")
    assert [each.note for each in read_supplementary(file)] == ["The group.", "A sister company."]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    source: acme.example\n  - name", "  - name", "source"),
        ("source: acme.example\n  - name", 'source: " "\n  - name', "the source is empty"),
        ("kind: chinese", "kind: nickname", "kind"),
        ("relation: same", "relation: cousin", "relation"),
        ("script: Hans", "scrypt: Hans", "scrypt"),
        ("name: 艾克米", 'name: ""', "the name is empty"),
        ("name: Acme Sister", "name: 艾克米", "twice"),
        ('"us-y:2"', '"us-x:1"', "one designation twice"),
    ],
)
def test_a_fault_is_an_error_that_names_the_file(
    file: Path, old: str, *, new: str, said: str
) -> None:
    message = fault(file, PARTY.replace(old, new, 1))
    assert str(file) in message
    assert said in message


def test_a_party_may_not_stand_in_the_file_twice(file: Path) -> None:
    assert "`acme` stands there twice" in fault(file, PARTY + PARTY)


def test_a_name_that_leads_nowhere_is_refused(file: Path) -> None:
    text = "- {party: acme, designations: [], names: [{name: A, kind: legal, source: s}]}\n"
    assert "leads to no designation" in fault(file, text)


@pytest.mark.parametrize("text", ["5\n", "party: acme\n", "- !!python/object:os.system {}\n"])
def test_a_file_of_another_shape_is_refused(file: Path, text: str) -> None:
    assert str(file) in fault(file, text)


def test_an_absent_file_is_named(file: Path) -> None:
    with pytest.raises(ListUnavailableError, match=r"supplementary\.yaml"):
        read_supplementary(file)


def test_every_shipped_name_leads_to_designations_that_exist() -> None:
    led_to = {target for each in read_supplementary(SHIPPED) for target, _ in each.designations}
    assert led_to - shipped_ids() == set()


def test_every_shipped_name_in_characters_says_its_script() -> None:
    names = read_supplementary(SHIPPED)
    assert [each.name for each in names if not each.name.isascii() and each.script is None] == []


def lists_of(name: str) -> dict[str, str]:
    """The lists a shipped name leads to, with the relation."""
    return {
        target.partition(":")[0]: relation
        for each in read_supplementary(SHIPPED)
        if each.name == name
        for target, relation in each.designations
    }


def test_hikvision_in_chinese_leads_to_its_five_lists() -> None:
    assert lists_of("海康威视") == dict.fromkeys(
        ("us-bis-entity-list", "us-ofac-ns-cmic", "us-dod-1260h", "us-ndaa-889",
         "us-fcc-covered"), "same",
    )  # fmt: skip


def test_sensetime_in_chinese_is_the_group_and_the_entity_list_names_a_subsidiary() -> None:
    assert lists_of("商汤科技") == {
        "us-bis-entity-list": "family",
        "us-ofac-ns-cmic": "same",
        "us-dod-1260h": "same",
    }


def test_the_issuer_of_sensetime_s_shares_is_not_the_company_ns_cmic_names() -> None:
    assert lists_of("商汤集团股份有限公司")["us-ofac-ns-cmic"] == "family"


def test_meiya_pico_is_found_under_the_name_it_took_later() -> None:
    assert lists_of("美亚柏科")["us-dod-1260h"] == "same"


@pytest.mark.parametrize(
    ("name", "list_id"),
    [
        ("旷视科技", "us-ofac-ns-cmic"), ("依图科技", "us-dod-1260h"),
        ("浙江大华技术股份有限公司", "us-ndaa-889"), ("科大讯飞", "us-bis-entity-list"),
        ("云从科技", "us-dod-1260h"), ("中科曙光", "us-bis-entity-list"),
        ("立昂技术", "us-ofac-ns-cmic"), ("东方网力", "us-dod-1260h"),
        ("大疆创新", "us-bis-entity-list"), ("华为技术有限公司", "us-fcc-covered"),
        ("中兴通讯", "us-ndaa-889"), ("海能达", "us-fcc-covered"),
        ("中芯国际", "us-ofac-ns-cmic"), ("长江存储", "us-dod-1260h"),
        ("航天晨光", "us-ofac-ns-cmic"), ("火炬电子", "us-bis-entity-list"),
        ("新疆维吾尔自治区公安厅", "us-ofac-sdn"), ("宁德时代", "us-dod-1260h"),
        ("陈明国", "us-state-7031c"),
    ],
)  # fmt: skip
def test_a_company_is_found_as_people_write_it(name: str, list_id: str) -> None:
    assert lists_of(name).get(list_id) == "same"
