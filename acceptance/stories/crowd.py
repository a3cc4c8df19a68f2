#!/usr/bin/env python3
"""Many clients at once that want little, and slowly. Holds them until its standard input ends; prints one line when all are there."""
import imaplib
import select
import socket
import ssl
import sys
import time

ANY = ssl.create_default_context()
ANY.check_hostname = False
ANY.verify_mode = ssl.CERT_NONE


def slow(host, count, sources):
    """Mail servers that send a letter, one octet every now and then."""
    held = []
    for number in range(int(count)):
        sock = socket.create_connection((host, 25), 20, (sources[number % len(sources)], 0))
        sock.recv(1000)
        sock.sendall(b"EHLO slow.example\r\nMAIL FROM:<slow@remote.example>\r\n")
        held.append(sock)
    print(len(held), "slow", flush=True)
    while not select.select([sys.stdin], [], [], .5)[0]:
        for sock in held:
            sock.sendall(b"R")
            time.sleep(.002)


def idle(host, count, sources, user, password_file):
    """Mail programs that have signed in and wait for news."""
    with open(password_file, encoding="utf-8") as file:
        password = file.read().strip()
    held = []
    for number in range(int(count)):
        class Bound(imaplib.IMAP4_SSL):
            def _create_socket(self, timeout):
                source = (sources[number % len(sources)], 0)
                return ANY.wrap_socket(socket.create_connection((host, 993), 20, source), server_hostname=host)

        client = Bound(host, 993, ssl_context=ANY)
        client.login(user, password)
        client.select("INBOX")
        client.send(b"z IDLE\r\n")
        assert client.readline().startswith(b"+")
        held.append(client)
    print(len(held), "idle", flush=True)
    sys.stdin.read()
    told = 0
    for client in held:
        client.sock.settimeout(5)
        told += b"EXISTS" in client.readline()
    print(told, "were told of the letter", flush=True)


if __name__ == "__main__":
    kind, host, count, sources, *more = sys.argv[1:]
    globals()[kind](host, count, sources.split(","), *more)
