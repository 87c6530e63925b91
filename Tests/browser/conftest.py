"""The built site in Debian's Chromium.

RUTIN_SITE and RUTIN_SITE_PLAIN may name folders with the sample content built in each theme; without them it is
built here by .build/debug/rutin.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from browser import Browser
from site_folder import SiteFolder
from site_server import SiteServer

REPOSITORY = Path(__file__).resolve().parents[2]
AS_OF = "2026-11-20"


def build(theme, folder, *options, content=REPOSITORY / "content"):
    command = [REPOSITORY / ".build/debug/rutin", "build", "--as-of", AS_OF, *options]
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
def builder(tmp_path_factory):
    """Builds the sample content, changed by a function of its folder."""

    def built(change=lambda content: None, *options):
        folder = tmp_path_factory.mktemp("changed")
        shutil.copytree(REPOSITORY / "content", folder / "content", ignore=shutil.ignore_patterns("data"))
        change(folder / "content")
        return SiteFolder(build("intranet", folder / "site", *options, content=folder / "content"))

    return built


@pytest.fixture(scope="session")
def server(builder):
    """The site with packed copies, behind a web server that sends the headers of its own .htaccess."""
    with SiteServer(builder(lambda content: None, "--compress")) as server:
        yield server


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
