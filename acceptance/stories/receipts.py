"""A mail program that asks to be told what becomes of a letter (RFC 3461), by Python's smtplib.

receipts.py HOST CERTIFICATE NAME USER FROM TO SUBJECT MAIL-OPTIONS RCPT-OPTIONS, the password on standard input;
HOST is where the station is reached, NAME what its certificate is for.
"""

import smtplib
import socket
import ssl
import sys
from email.message import EmailMessage
from email.policy import SMTP

host, certificate, name, user, sender, to, subject, mail, rcpt = sys.argv[1:]


class Named(smtplib.SMTP_SSL):
    """Connects to one address and expects the certificate of a name."""

    def _get_socket(self, _, port, timeout):
        return self.context.wrap_socket(socket.create_connection((host, port), timeout), server_hostname=name)


letter = EmailMessage()
letter["From"], letter["To"], letter["Subject"] = sender, to, subject
letter.set_content("The whole text.\n")
with Named(name, 465, context=ssl.create_default_context(cafile=certificate), timeout=20) as station:
    station.ehlo()
    if not station.has_extn("dsn"):
        sys.exit("the station does not offer DSN")
    station.login(user, sys.stdin.readline().rstrip("\n"))
    station.sendmail(sender, [to], letter.as_bytes(policy=SMTP), mail.split(), rcpt.split())
