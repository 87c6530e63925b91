"""The built site in Debian's Chromium.

RUTIN_SITE and RUTIN_SITE_PLAIN may name folders with the sample content built in each theme; without them it is
built here by .build/debug/rutin.
"""

import os
import subprocess
from pathlib import Path

import pytest

from browser import Browser
from site_folder import SiteFolder

REPOSITORY = Path(__file__).resolve().parents[2]
AS_OF = "2026-11-20"


def build(theme, folder):
    return build_content(REPOSITORY / "content", theme, folder)


def build_content(content, theme, folder):
    command = [REPOSITORY / ".build/debug/rutin", "build", "--as-of", AS_OF]
    command += ["--content", content, "--theme", theme, "--output", folder]
    result = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


def folder_of(theme, variable, temporary):
    given = os.environ.get(variable)
    return SiteFolder(Path(given).resolve() if given else build(theme, temporary.mktemp(theme) / "site"))


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The default theme."""
    return folder_of("intranet", "RUTIN_SITE", tmp_path_factory)


@pytest.fixture(scope="session")
def plain(tmp_path_factory):
    return folder_of("plain", "RUTIN_SITE_PLAIN", tmp_path_factory)


@pytest.fixture(scope="session")
def theme_folder():
    return REPOSITORY / "themes/intranet"


@pytest.fixture(scope="session")
def chromium():
    browser = Browser()
    yield browser
    browser.quit()


@pytest.fixture
def browser(chromium):
    """A browser without memory of the test before."""
    chromium.reset()
    yield chromium
    assert chromium.complaints() == []
