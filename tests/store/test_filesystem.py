"""A database on a share of several machines is told from one on a disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.store.filesystem import network_file_system

MOUNTS = """\
21 1 8:1 / / rw - ext4 /dev/sda1 rw
22 21 0:30 / /home rw - nfs4 server:/home rw
23 22 0:31 / /home/ann/local rw shared:1 - xfs /dev/sdb1 rw
24 21 0:32 / /mnt/the\\040desk rw - fuse.sshfs ann@desk: rw
25 21 0:33 / /mnt/twice rw - ext4 /dev/sdc1 rw
26 21 0:34 / /mnt/twice rw - cifs //desk/twice rw
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/srv/claims.db", None),
        ("/home/ann/claims.db", "nfs4"),
        ("/homework/claims.db", None),
        ("/home/ann/local/claims.db", None),
        ("/mnt/the desk/claims.db", "fuse.sshfs"),
        ("/mnt/twice/claims.db", "cifs"),
    ],
)
def test_the_nearest_mount_decides(tmp_path: Path, place: str, kind: str | None) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS)
    assert network_file_system(Path(place), mounts=mounts) == kind


def test_a_system_without_a_list_is_not_asked(tmp_path: Path) -> None:
    assert network_file_system(tmp_path, mounts=tmp_path / "none") is None
