"""The sample exports in content/data are what Tools/sample_data.py writes, file by file and byte by byte."""
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_sample_exports_are_what_their_program_writes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-B", ROOT / "Tools/sample_data.py", tmp_path], check=True, capture_output=True)
    written, kept = files(tmp_path), files(ROOT / "content/data")
    assert written.keys() == kept.keys()
    assert [name for name in written if written[name] != kept[name]] == []
