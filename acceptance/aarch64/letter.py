"""Sends a letter to the station of acceptance/aarch64/run and reads it: letter.py SMTP-PORT IMAPS-PORT, the password in PASSWORD.

With - for the first port it only reads the one that was sent before."""

import imaplib
import os
import smtplib
import ssl
import sys
import time

USER = "anna@arm.example"
PATIENCE_SECONDS = 120

# the certificate is the station's own; that it is the right one is not what is tried here
anyone = ssl.create_default_context()
anyone.check_hostname = False
anyone.verify_mode = ssl.CERT_NONE

if sys.argv[1] != "-":
    with smtplib.SMTP("127.0.0.1", int(sys.argv[1]), local_hostname="friend.example", timeout=60) as smtp:
        smtp.starttls(context=anyone)
        smtp.sendmail(
            "friend@friend.example",
            [USER],
            "From: friend@friend.example\r\nTo: anna@arm.example\r\nSubject: from an emulation\r\n\r\nHello\r\n",
        )

end = time.monotonic() + PATIENCE_SECONDS
while True:
    with imaplib.IMAP4_SSL("127.0.0.1", int(sys.argv[2]), ssl_context=anyone, timeout=60) as imap:
        imap.login(USER, os.environ["PASSWORD"])
        imap.select("INBOX")
        found = imap.search(None, "SUBJECT", '"from an emulation"')[1][0].split()
        if found:
            letter = imap.fetch(found[0], "(BODY[])")[1][0][1]
            assert b"Hello" in letter, letter
            cipher = imap.sock.cipher()
            print(f"  read it back, {len(letter)} octets, {cipher[1]} {cipher[0]}")
            break
    if time.monotonic() > end:
        sys.exit("the letter did not arrive")
    time.sleep(1)
