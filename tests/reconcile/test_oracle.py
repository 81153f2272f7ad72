"""Random articles: what is found is what z3 finds, and each proof is one.

A tenth of the articles in the default run, all of them with --full.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.reconcile.agreement import Checked
from tests.reconcile.articles import article, perturbed

BATCH = 10


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "first" in metafunc.fixturenames:
        count = 1_000 if metafunc.config.getoption("--full") else 100
        metafunc.parametrize("first", range(0, count, BATCH))


def _checked(texts: Iterator[tuple[int, str]]) -> Iterator[tuple[int, Checked]]:
    """Of each seed the claims file, unless changing its digits made it unreadable."""
    for seed, text in texts:
        checked = Checked(text)
        if checked.is_readable:
            yield seed, checked


def test_a_consistent_article_is_never_accused(first: int) -> None:
    found = []
    for seed in range(first, first + BATCH):
        checked = Checked(article(seed))
        assert checked.is_readable
        assert checked.is_possible(), f"article {seed} is not as true as it should be"
        assert not checked.is_in_trouble, f"article {seed}"
        found += [f"article {seed}: {each}" for each in checked.disagreements()]
    assert found == []


def test_a_perturbed_article_is_accused_exactly_where_it_is_impossible(first: int) -> None:
    found = []
    perturbations = ((seed, perturbed(article(seed), seed)) for seed in range(first, first + BATCH))
    for seed, checked in _checked(perturbations):
        if checked.is_in_trouble == checked.is_possible():
            found.append(f"article {seed}: in trouble: {checked.is_in_trouble}")
        found += [f"article {seed}: {each}" for each in checked.disagreements()]
    assert found == []


def test_perturbations_tell_something(full: bool) -> None:
    """Few are unreadable; many are impossible, alone or together, and many are not."""
    seeds = range(1_000 if full else 100)
    read = [checked for _, checked in _checked((s, perturbed(article(s), s)) for s in seeds)]
    failing = sum(bool(checked.failed) for checked in read)
    conflicting = sum(bool(checked.results.conflicts) for checked in read)
    assert len(read) >= 9 * len(seeds) // 10
    assert failing >= len(seeds) // 10
    assert conflicting >= len(seeds) // 20
    assert sum(not checked.is_in_trouble for checked in read) >= len(seeds) // 2


def test_implied_figures_have_the_bounds_that_z3_finds(full: bool) -> None:
    wanted = 200 if full else 20
    compared, wrong = 0, []
    for seed in range(10_000, 10_000 + 10 * wanted):
        count, differing = Checked(article(seed)).wrong_bounds(most=2)
        wrong += [f"article {seed}: {each}" for each in differing]
        compared += count
        if compared >= wanted:
            break
    assert wrong == []
    assert compared >= wanted
