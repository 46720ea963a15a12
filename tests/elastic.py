# SPDX-License-Identifier: GPL-2.0-or-later
"""As much of Elasticsearch and OpenSearch as takes in documents: index
templates, bulk requests, and the rules of which value fits which type of
field (their reference manuals, chapter "Field data types")."""
import ipaddress
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

RANGES = {"byte": 7, "short": 15, "integer": 31, "long": 63}
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?")
WHOLE = re.compile(r"-?[0-9]+(\.0+)?")
# strict_date_optional_time||epoch_millis, the default format of dates
DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}"
                  r"(T[0-9]{2}(:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?)?(Z|[-+][0-9]{2}:?[0-9]{2})?)?"
                  r")?)?|-?[0-9]{5,}(\.[0-9]{1,6})?")


def fits(field_type, value):
    """Whether a field of this type takes a JSON value (with coercion, as is
    the default: numbers may be written as text)."""
    if value is None:
        return True
    if field_type == "boolean":
        return value in (True, False, "true", "false", "")
    if isinstance(value, (bool, dict)):
        return False
    text = str(value)
    if field_type in RANGES:
        limit = 1 << RANGES[field_type]
        return bool(WHOLE.fullmatch(text)) and -limit <= int(text.split(".")[0]) < limit
    if field_type in ("float", "double"):
        return bool(NUMBER.fullmatch(text))
    if field_type == "date":
        return bool(DATE.fullmatch(text))
    if field_type == "ip":
        try:
            return bool(ipaddress.ip_address(text))
        except ValueError:
            return False
    return field_type in ("keyword", "text")


def complaints(document, mapping, path=""):
    """Fields that have no mapping, or one that does not fit."""
    for name, value in document.items():
        place = f"{path}{name}"
        known = mapping.get("properties", {}).get(name)
        for one in value if isinstance(value, list) else [value]:
            if known is None:
                yield f"{place}: no mapping for {one!r}"
            elif "properties" in known:
                if isinstance(one, dict):
                    yield from complaints(one, known, place + ".")
                else:
                    yield f"{place}: {one!r} is no object"
            elif not fits(known["type"], one):
                yield f"{place}: {one!r} is no {known['type']}"


class Duplicate(Exception):
    """A name twice in one object."""


def read_document(line):
    """JSON, as strictly as Elasticsearch reads it since version 7."""
    def check(pairs):
        names = [name for name, _ in pairs]
        if len(names) != len(set(names)):
            raise Duplicate([name for name in names if names.count(name) > 1][0])
        return dict(pairs)
    return json.loads(line, object_pairs_hook=check)


class Server:
    """Answers at http://127.0.0.1:PORT; refuses what the real ones refuse."""

    def __init__(self):
        self.template = None
        self.documents = []
        self.refused = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def body(self):
                return self.rfile.read(int(self.headers["Content-Length"])).decode()

            def answer(self, status, content):
                text = json.dumps(content).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            def do_PUT(self):
                body = json.loads(self.body())
                right = (self.path.startswith("/_index_template/")
                         and self.headers["Content-Type"] == "application/json"
                         and set(body) <= {"index_patterns", "template", "priority"})
                if right:
                    outer.template = body
                self.answer(200 if right else 400, {"acknowledged": right})

            def do_POST(self):
                if (self.path != "/_bulk"
                        or self.headers["Content-Type"] != "application/x-ndjson"):
                    self.answer(400, {"error": "no such request"})
                    return
                self.answer(*outer.bulk(self.body()))

            def log_message(self, *_):
                pass

        self.http = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"127.0.0.1:{self.http.server_port}"
        self.thread = threading.Thread(target=self.http.serve_forever, daemon=True)
        self.thread.start()

    def close(self):
        self.http.shutdown()
        self.http.server_close()

    def bulk(self, text):
        if not text.endswith("\n"):
            return 400, {"error": "The bulk request must be terminated by a newline"}
        try:
            lines = [read_document(line) for line in text.split("\n") if line]
        except Duplicate as name:
            return 400, {"error": f"Duplicate field '{name}'"}
        for action, document in zip(lines[::2], lines[1::2]):
            unknown = set(action["index"]) - {"_index", "_id"}
            if unknown:
                return 400, {"error": f"Action/metadata line contains an unknown parameter "
                                      f"{sorted(unknown)}"}
            found = list(complaints(document, self.template["template"]["mappings"]))
            self.refused += found
            if not found:
                self.documents.append(document)
        return 200, {"errors": bool(self.refused), "items": []}
