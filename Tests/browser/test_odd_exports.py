"""Sites of few and many providers, with long names, and of exports that are not all there."""

import shutil
import subprocess

import pytest

import made_exports
from conftest import REPOSITORY


def providers(count):
    """With names of 60 characters; the second has no visits."""
    names = [f"{number} Ekvik och Kullabergas vård- och omsorgskooperativ ekonomisk".ljust(60, "x")[:60] for number in range(count)]

    def change(content):
        made_exports.register(content / "data", names)
        made_exports.phones(content / "data", count)
        for month in ("2026-09", "2026-10"):
            made_exports.visits(content / "data", month, [(0, 0) if number == 1 else (90, 60) for number in range(count)])

    return change


@pytest.mark.parametrize("count", [1, 15, 60])
def test_any_number_of_providers_with_long_names_is_readable(count, builder, browser):
    site = builder(providers(count))
    assert sum(site.kind(path) == "provider" for path in site.paths) == count
    for path in ("statistik/overblick.html", "statistik/las.html"):
        for width in (320, 1280):
            browser.look(width=width)
            browser.open(site.url(path))
            assert browser.run("return document.scrollingElement.scrollWidth") <= width, path
            assert browser.run(OUTSIDE) == [], path


# Texts of charts that stand outside the drawing.
OUTSIDE = """
    return [...document.querySelectorAll("svg.chart")].flatMap((chart) => {
      const frame = chart.getBoundingClientRect();
      return [...chart.querySelectorAll("text")].filter((text) => {
        const box = text.getBoundingClientRect();
        return box.width && (box.right > frame.right + 2 || box.left < frame.left - 2);
      }).map((text) => text.textContent);
    });
"""


def without(*patterns):
    def change(content):
        shutil.copytree(REPOSITORY / "content/data", content / "data", ignore=shutil.ignore_patterns(*patterns))

    return change


def test_a_kind_of_export_that_is_missing_is_told_where_its_figures_would_stand(builder):
    site = builder(without("telefoner*"))
    text = (site.root / "statistik/telefoner.html").read_text("utf-8")
    assert text.count("Det finns inga siffror att visa här.") == text.count('<section class="block')
    assert "data-figure" not in text and "<svg" not in text.split("<main")[1]


def test_a_site_without_exports_says_so_in_every_block(builder):
    """And shows no block's source, and no page of a group."""
    site = builder()
    assert not (site.root / "statistik/data").exists()
    assert not any(site.kind(path) in ("provider", "unit") for path in site.paths)
    for page in ("overblick", "telefoner", "las", "larmgruppen", "datakvalitet"):
        text = (site.root / f"statistik/{page}.html").read_text("utf-8").split("<main")[1]
        assert "data-figure" not in text and "<pre" not in text and "mått:" not in text
        assert text.count('class="no-figures"') == text.count('<section class="block') > 0


def test_an_unknown_measure_is_an_error_without_exports_too(tmp_path):
    shutil.copytree(REPOSITORY / "content", tmp_path / "content", ignore=shutil.ignore_patterns("data"))
    page = tmp_path / "content/dashboards/las.md"
    page.write_text(page.read_text("utf-8").replace("mått: V2", "mått: V22"), "utf-8")
    command = [REPOSITORY / ".build/debug/rutin", "check", "--content", tmp_path / "content"]
    result = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)
    assert result.returncode == 1
    assert "las.md:28:7: fel: Måttet `V22` finns inte." in result.stdout
    assert result.stdout.count("[unavailable-component]") == 4
