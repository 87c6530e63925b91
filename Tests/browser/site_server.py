"""A web server on the loopback that sends a site, in a sub-folder, with the headers that the site itself asks for."""

import gzip
import re
import threading
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


def headers(htaccess):
    """What `Header always set` gives every answer."""
    return dict(re.findall(r'Header always set (\S+) "([^"]+)"', htaccess))


class SiteServer:
    FOLDER = "/intranat/parmen/"

    def __init__(self, site):
        self.site = site
        self.headers = headers((site.root / ".htaccess").read_text("utf-8"))
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                server.answer(self)

            def log_message(self, *_):
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    def __enter__(self):
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.http.shutdown()
        self.http.server_close()

    @cached_property
    def origin(self):
        return f"http://127.0.0.1:{self.http.server_port}"

    def url(self, path):
        return self.origin + self.FOLDER + path

    def answer(self, request):
        path = unquote(urlsplit(request.path).path)
        file = self.site.root / path.removeprefix(self.FOLDER) if path.startswith(self.FOLDER) else None
        found = file is not None and file.is_file()
        body = file.read_bytes() if found else b"Not here"
        request.send_response(200 if found else 404)
        for name, value in self.headers.items():
            request.send_header(name, value)
        request.send_header("Content-Type", TYPES.get(file.suffix if found else "", "text/plain"))
        packed = file.with_name(file.name + ".gz") if found else None
        if packed and packed.is_file() and "gzip" in request.headers.get("Accept-Encoding", ""):
            assert gzip.decompress(packed.read_bytes()) == body
            body = packed.read_bytes()
            request.send_header("Content-Encoding", "gzip")
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)
