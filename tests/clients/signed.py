"""Writes what a signature beside a file is over, the key and the signature, for OpenSSL.

Usage: signed.py SIGNATURE FOLDER
The text is the signature without itself, in the canonical form of RFC 8785: of texts alone that is Python's, sorted.
"""
import base64
import json
import sys
from pathlib import Path

said = json.loads(Path(sys.argv[1]).read_text("utf-8"))
folder = Path(sys.argv[2])
(folder / "signature").write_bytes(base64.b64decode(said.pop("signature")))
(folder / "key.der").write_bytes(base64.b64decode(said["publicKey"]))
text = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
(folder / "text").write_bytes(text.encode("utf-8"))
print(json.dumps({"sha256": said["sha256"]}))
