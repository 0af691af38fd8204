"""Builders of the four lists of the Bureau of Industry and Security."""

from snapshots.bis_denied import DPL, build_dpl
from snapshots.bis_entity import ENTITY_LIST, build_entity_list
from snapshots.bis_supplements import MEU, UVL, build_meu, build_uvl
from snapshots.common import Builder

BUILDERS: dict[str, Builder] = {
    ENTITY_LIST: build_entity_list,
    MEU: build_meu,
    UVL: build_uvl,
    DPL: build_dpl,
}
