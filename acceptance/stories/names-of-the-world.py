"""A mail program or server that writes in the letters of all languages (RFC 6531), by Python's smtplib.

names-of-the-world.py SERVER CERTIFICATE NAME USER FROM TO SUBJECT: over TLS to SERVER, whose certificate is for NAME, with the
password on standard input; with "-" instead of CERTIFICATE in clear to SERVER, without a login.
"""

import smtplib
import socket
import ssl
import sys
from email.message import EmailMessage
from email.policy import SMTPUTF8

server, certificate, name, user, sender, to, subject = sys.argv[1:]


class Named(smtplib.SMTP_SSL):
    """Connects to one address and expects the certificate of a name."""

    def _get_socket(self, _, port, timeout):
        return self.context.wrap_socket(socket.create_connection((server, port), timeout), server_hostname=name)


letter = EmailMessage(policy=SMTPUTF8)
letter["From"], letter["To"], letter["Subject"] = sender, to, subject
letter["Message-ID"] = f"<{abs(hash(subject))}@{sender.rpartition('@')[2]}>"
letter.set_content("Grüße, 你好.\n", cte="8bit")
if certificate == "-":
    connection = smtplib.SMTP(server, 25, timeout=20)
else:
    connection = Named(name, 465, context=ssl.create_default_context(cafile=certificate), timeout=20)
with connection as program:
    program.ehlo()
    if not program.has_extn("smtputf8"):
        sys.exit("the server does not offer SMTPUTF8")
    if certificate != "-":
        program.login(user, sys.stdin.readline().rstrip("\n"))
    program.sendmail(sender, [to], letter.as_bytes(), ["SMTPUTF8", "BODY=8BITMIME"])
