"""Changing a pipeline."""

from dataclasses import replace

import pytest
from tests.unit.crm.card_fakes import LOST, OFFER, OPEN, OWNER, PIPELINE, REPAIR, WON, Company

from chalicelib.crm.model.pipelines import Stage, StageDraft, StageKind
from chalicelib.crm.service.pipelines import Drawing
from portal.errors import InvalidError, NotFoundError, StaleVersionError


def draft(stage: Stage) -> StageDraft:
    return StageDraft(stage.name, stage.probability, stage.kind, stage.id)


ALL = tuple(map(draft, PIPELINE.stages))


def test_stages_are_renamed_reordered_and_added(company: Company) -> None:
    """Each keeps its id, so that the deals in it stay where they are; a new one is open."""
    offer = StageDraft("Коммерческое предложение", 60, None, OFFER.id)
    drafts = (draft(OPEN), StageDraft("Замер", 30), offer, draft(LOST), draft(WON))
    changed = company.pipelines.change(OWNER, PIPELINE.id, {}, Drawing(drafts))
    assert [stage.id for stage in changed.stages if stage.name != "Замер"] == [
        OPEN.id,
        OFFER.id,
        LOST.id,
        WON.id,
    ]
    assert changed.stages[1].kind is StageKind.OPEN
    assert changed.stages[2] == replace(OFFER, name=offer.name, probability=60)
    assert changed.name == PIPELINE.name
    assert changed in company.pipelines.of(OWNER)


def test_a_new_name_leaves_the_stages(company: Company) -> None:
    """And the same name again is no change."""
    changed = company.pipelines.change(OWNER, PIPELINE.id, {"name": "Опт"})
    assert (changed.name, changed.stages) == ("Опт", PIPELINE.stages)
    assert company.pipelines.change(OWNER, PIPELINE.id, {"name": "Опт"}).version == changed.version


@pytest.mark.parametrize(
    ("drafts", "pointer"),
    [
        ((*ALL, draft(REPAIR)), "/stages/4/id"),
        ((*ALL, replace(ALL[0], name="Вторая")), "/stages/4/id"),
        ((replace(ALL[0], kind=StageKind.WON), *ALL[1:]), "/stages/0/kind"),
        ((*ALL, StageDraft("новая", 5)), "/stages/4/name"),
    ],
)
def test_stages_that_will_not_do_are_named(
    company: Company, drafts: tuple[StageDraft, ...], pointer: str
) -> None:
    """Of another pipeline, twice, of another kind, or with the name of another."""
    with pytest.raises(InvalidError) as refusal:
        company.pipelines.change(OWNER, PIPELINE.id, {}, Drawing(drafts))
    assert refusal.value.errors[0].pointer == pointer


def test_only_what_is_there_and_was_seen_is_changed(company: Company) -> None:
    """An unknown pipeline is not found; a change upon an older state is refused."""
    with pytest.raises(NotFoundError):
        company.pipelines.change(OWNER, "нет такой", {"name": "Опт"})
    company.pipelines.change(OWNER, PIPELINE.id, {"name": "Опт"})
    with pytest.raises(StaleVersionError):
        company.pipelines.change(OWNER, PIPELINE.id, {"name": "Розница"}, None, 7)
