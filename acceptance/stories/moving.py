#!/usr/bin/env python3
"""Fills another provider's mailbox, and shows what is in a mailbox, one line a letter: folder, hash, date and flags.

usage: moving.py fill  HOST NAME PORT CERTIFICATE USER PASSWORD-FILE
       moving.py shown HOST NAME PORT CERTIFICATE USER PASSWORD-FILE
       moving.py maildir FOLDER [--verbatim]   by Python's mailbox; --verbatim: a folder for each mailbox, as mbsync writes it
       moving.py mbox FOLDER
       moving.py mail FILE              hashes and folder of letters in one file, each ended by a line of its own (see "take")
       moving.py take FILE              adds the letter on standard input to it
"""
import base64, email.utils, hashlib, imaplib, mailbox, os, re, socket, ssl, sys, time

END = b"\n=== the end of a letter ===\n"
FLAGS = {"D": "\\Draft", "F": "\\Flagged", "R": "\\Answered", "S": "\\Seen", "T": "\\Deleted"}
FOLDERS = ["INBOX", "Sent", "Junk", "Familie/Gr\u00fc\u00dfe & K\u00fcsse", "Vereine/2019/Protokolle"]
EACH = 40


class Imap(imaplib.IMAP4_SSL):
    """Looks for a name in the certificate that it did not dial."""

    def __init__(self, host, name, port, certificate):
        self.name = name
        super().__init__(host, int(port), ssl_context=ssl.create_default_context(cafile=certificate))

    def _create_socket(self, timeout):
        return self.ssl_context.wrap_socket(socket.create_connection((self.host, self.port), timeout), server_hostname=self.name)


def open_mailbox(host, name, port, certificate, user, password_file):
    imap = Imap(host, name, port, certificate)
    imap.login(user, open(password_file).read().rstrip("\n"))
    return imap


def utf7(name):
    def coded(found):
        return b"&" + base64.b64encode(found.group().encode("utf-16-be")).rstrip(b"=").replace(b"/", b",") + b"-"
    return b"".join(p.replace("&", "&-").encode() if p.isascii() else coded(re.match(".*", p)) for p in re.findall(r"[ -~]+|[^ -~]+", name)).decode()


def plain(name):
    def text(found):
        code = found.group(1)
        return base64.b64decode(code.replace(",", "/") + "=" * (-len(code) % 4)).decode("utf-16-be") if code else "&"
    return re.sub("&([^-]*)-", text, name)


def line_of(folder, octets, date, flags):
    folder = {"Junk": "Spam"}.get(folder, folder).replace("/", ".").replace(" ", "_")
    octets = octets.replace(b"\r\n", b"\n").rstrip(b"\n")
    return "%s %s %s %s" % (folder, hashlib.sha256(octets).hexdigest()[:24], date, ",".join(sorted(f for f in flags if f != "\\Recent")))


def letter(folder, number):
    odd = ["From the beginning\r\n>From quoted\r\n", ".\r\n..two\r\n", "Gr\u00fc\u00dfe\r\n", "long " * 180 + "\r\n", "x" * 200_000 + "\r\n"]
    text = odd[number % len(odd)]
    if number == 4:
        text = "".join(base64.b64encode(os.urandom(54)).decode() + "\r\n" for _ in range(30_000))
    else:
        text = "\r\n".join(text[i:i + 900] for i in range(0, len(text), 900)) if len(text) > 950 else text
    head = "From: friend@remote.example\r\nTo: anna@remote.example\r\nSubject: %s %d\r\nMessage-ID: <%s.%d@remote.example>\r\n" % (
        base64.b64encode(folder.encode()).decode(), number, hashlib.md5(folder.encode()).hexdigest(), number)
    return (head + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "number %d\r\n" % number).encode()


def fill(*place):
    imap = open_mailbox(*place)
    kinds = ["", "\\Seen", "\\Seen \\Flagged", "\\Seen \\Answered $Label1", "\\Draft", "family"]
    for at, folder in enumerate(FOLDERS):
        name = '"%s"' % utf7(folder)
        imap.create(name)
        for number in range(EACH):
            date = imaplib.Time2Internaldate(1_100_000_000 + at * 31_536_000 + number * 86_399)
            answer = imap.append(name, "(%s)" % kinds[number % len(kinds)], date, letter(folder, number))
            assert answer[0] == "OK", answer
    imap.logout()
    print(EACH * len(FOLDERS))


def shown(*place):
    imap = open_mailbox(*place)
    for one in imap.list()[1]:
        name = re.match(rb'\(.*?\) (?:".*?"|NIL) (.*)', one).group(1).decode().strip('"')
        if b"\\Noselect" in one or imap.select('"%s"' % name, readonly=True)[1] == [b"0"]:
            continue
        for part in imap.uid("FETCH", "1:*", "(FLAGS INTERNALDATE BODY.PEEK[])")[1]:
            if isinstance(part, tuple):
                told = part[0].decode()
                date = int(time.mktime(imaplib.Internaldate2tuple(part[0])))
                print(line_of(plain(name), part[1], date, re.search(r"FLAGS \(([^)]*)\)", told).group(1).split()))


def files(folder, name):
    words = {}
    if os.path.exists(folder + "/dovecot-keywords"):
        words = {chr(97 + int(l.split()[0])): l.split()[1] for l in open(folder + "/dovecot-keywords")}
    for letter in mailbox.Maildir(folder, factory=None, create=False):
        pass  # each of them can be read
    for place in ("cur", "new"):
        for file in os.listdir(folder + "/" + place):
            path = "%s/%s/%s" % (folder, place, file)
            flags = file.partition(":2,")[2]
            octets = re.sub(rb"^X-TUID: .*\r?\n", b"", open(path, "rb").read(), flags=re.M)
            print(line_of(name, octets, int(os.stat(path).st_mtime), [FLAGS.get(f) or words.get(f, f) for f in flags]))


def maildir(root, verbatim=None):
    if not verbatim:
        files(root, "INBOX")
    for entry in os.listdir(root):
        if os.path.isdir("%s/%s/cur" % (root, entry)):
            files("%s/%s" % (root, entry), plain(entry.lstrip(".")))


def mbox(root):
    for file in os.listdir(root):
        for one in mailbox.mbox("%s/%s" % (root, file), create=False):
            date = int(email.utils.mktime_tz(email.utils.parsedate_tz(one.get_from().split(" ", 1)[1] + " +0000")))
            flags = [FLAGS["T" if f == "D" else "D" if f == "T" else {"A": "R"}.get(f, f)] for f in one.get("X-Status", "")]
            flags += ["\\Seen"] if "R" in one.get("Status", "") else []
            flags += one.get("X-Keywords", "").split()
            for field in ("Status", "X-Status", "X-Keywords"):
                del one[field]
            octets = re.sub(rb"^>(>*From )", rb"\1", one.as_bytes(policy=one.policy.clone(max_line_length=0)), flags=re.M)
            print(line_of(file[:-5], octets, date, flags))


def take(file):
    with open(file, "ab") as out:
        out.write(sys.stdin.buffer.read() + END)


def mail(file):
    """Without the fields that a program on the way adds."""
    for octets in open(file, "rb").read().split(END)[:-1]:
        print(line_of("INBOX", octets[octets.index(b"From: "):], 0, []))


if __name__ == "__main__":
    os.environ["TZ"] = "UTC"
    time.tzset()
    {"fill": fill, "shown": shown, "maildir": maildir, "mbox": mbox, "take": take, "mail": mail}[sys.argv[1]](*sys.argv[2:])
