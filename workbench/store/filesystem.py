"""Whether a file lies on a file system that several machines share, where SQLite's log does not work."""

from __future__ import annotations

import re
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
"""Linux lists its file systems here; other systems have no such file, and are not asked."""

_SHARED = re.compile(
    r"nfs\d?|cifs|smb\w*|9p|afs|ceph|glusterfs|lustre|davfs"
    r"|fuse\.(sshfs|glusterfs|ceph\w*|davfs\d?|rclone|s3fs|smbnetfs)"
)
_ESCAPED = re.compile(r"\\([0-7]{3})")


def network_file_system(path: Path, *, mounts: Path | None = None) -> str | None:
    """The name of the network file system that holds `path`; None if it is on a disk of its own."""
    try:
        lines = (
            (mounts or MOUNTS).read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        )
    except OSError:
        return None
    place = path.absolute()
    nearest, kind = Path("/"), ""
    for line in lines:
        before, _, after = line.partition(" - ")
        mount_point = Path(_unescaped(before.split()[4]))
        # a later mount on the same point hides the earlier one
        if place.is_relative_to(mount_point) and mount_point.is_relative_to(nearest):
            nearest, kind = mount_point, after.split()[0]
    return kind if _SHARED.fullmatch(kind) else None


def _unescaped(name: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 8)), name)
