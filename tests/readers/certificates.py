"""Certificates signed by themselves, for servers on this machine."""

from __future__ import annotations

import ssl
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SETTINGS = """
[ca]
default_ca = own
[own]
database = {folder}/index
serial = {folder}/serial
new_certs_dir = {folder}
default_md = sha256
policy = any
x509_extensions = names
[any]
commonName = supplied
[names]
subjectAltName = DNS:{host}
basicConstraints = critical, CA:true
"""
_VALID = ("20200101000000Z", "21000101000000Z")
_EXPIRED = ("20200101000000Z", "20200102000000Z")


def certificate(folder: Path, host: str = "example.org", *, is_expired: bool = False) -> Path:
    """A file with a certificate for `host` and its key.

    Raises:
        OSError, subprocess.CalledProcessError: openssl is not here or makes none.
    """
    folder.mkdir(parents=True, exist_ok=True)
    settings = folder / "settings"
    settings.write_text(_SETTINGS.format(folder=folder, host=host), encoding="ascii")
    (folder / "index").write_bytes(b"")
    (folder / "serial").write_text("01\n", encoding="ascii")
    key, request, path = folder / "key", folder / "request", folder / "both.pem"
    start, end = _EXPIRED if is_expired else _VALID
    for command in (
        f"openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout {key} -out {request} -subj /CN={host}",
        f"openssl ca -batch -selfsign -notext -config {settings} -keyfile {key} -in {request} -out {path} -startdate {start} -enddate {end}",
    ):
        subprocess.run(command.split(), check=True, capture_output=True)
    path.write_text(key.read_text("ascii") + path.read_text("ascii"), encoding="ascii")
    return path


def serving_with(path: Path) -> ssl.SSLContext:
    """How a server shows the certificate in `path`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context
