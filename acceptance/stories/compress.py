"""A mail program on a slow line that compresses (RFC 4978), by Python's imaplib and zlib.

compress.py HOST CERTIFICATE NAME USER, the password on standard input;
HOST is where the station is reached, NAME what its certificate is for.
"""

import imaplib
import socket
import ssl
import sys
import zlib

host, certificate, name, user = sys.argv[1:]
imaplib.Commands["COMPRESS"] = ("AUTH", "SELECTED")


class Packing(imaplib.IMAP4_SSL):
    """Connects to one address and expects the certificate of a name."""

    packer = None

    def _create_socket(self, timeout):
        return self.ssl_context.wrap_socket(socket.create_connection((host, 993), timeout), server_hostname=name)

    def compress(self):
        kind, said = self._simple_command("COMPRESS", "DEFLATE")
        if kind != "OK":
            sys.exit(f"the station does not compress: {said}")
        self.packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        self.unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        self.heard = b""
        self.octets = self.packed = 0

    def send(self, data):
        if self.packer:
            data = self.packer.compress(data) + self.packer.flush(zlib.Z_SYNC_FLUSH)
        self.sock.sendall(data)

    def more(self):
        packed = self.sock.recv(65536)
        if not packed:
            raise self.abort("the station closed the connection")
        octets = self.unpacker.decompress(packed)
        self.packed += len(packed)
        self.octets += len(octets)
        self.heard += octets

    def take(self, count):
        taken, self.heard = self.heard[:count], self.heard[count:]
        return taken

    def read(self, size):
        if not self.packer:
            return super().read(size)
        while len(self.heard) < size:
            self.more()
        return self.take(size)

    def readline(self):
        if not self.packer:
            return super().readline()
        while b"\n" not in self.heard:
            self.more()
        return self.take(self.heard.index(b"\n") + 1)


station = Packing(name, 993, ssl_context=ssl.create_default_context(cafile=certificate), timeout=20)
if "COMPRESS=DEFLATE" in station.capabilities:
    sys.exit("a stranger is offered compression")
station.login(user, sys.stdin.readline().rstrip("\n"))
if b"COMPRESS=DEFLATE" not in station.capability()[1][0]:
    sys.exit("the station does not offer compression")
station.compress()
station.create("Packed")
letters = [
    (f"Subject: letter {number}\r\n\r\n" + f"This is line {number} of many.\r\n" * 400 * (number + 1)).encode()
    for number in range(10)
]
for letter in letters:
    if station.append("Packed", None, None, letter)[0] != "OK":
        sys.exit("a letter was not taken")
station.select("Packed")
for number, letter in enumerate(letters, 1):
    if station.fetch(str(number), "(BODY.PEEK[])")[1][0][1] != letter:
        sys.exit(f"letter {number} came back otherwise")
station.logout()
print(f"{len(letters)} letters came back as they were; {station.octets} octets came as {station.packed}")
if station.packed > station.octets / 2:
    sys.exit("they were hardly compressed")
