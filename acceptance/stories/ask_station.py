"""Asks the daemon as the assistant's window does, over "mailstationctl rpc" (JSON-RPC 2.0 in frames of the Language Server Protocol).

usage: ask_station.py apply-again COMMAND...    COMMAND: what runs "mailstationctl rpc" on the NAS

apply-again brings the running configuration into use once more, as the button for closed entrances and drifted settings does, and prints
what came of it.
"""
import json
import subprocess
import sys


class Daemon:
    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.asked = 0
        self.ask("hello", {"protocol": 1, "program": "story"})

    def ask(self, method, params=None):
        self.asked += 1
        message = {"jsonrpc": "2.0", "id": self.asked, "method": "station/" + method}
        if params is not None:
            message["params"] = params
        body = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()
        while True:
            answer = self.read()
            if answer.get("id") == self.asked and "method" not in answer:  # else progress
                if "error" in answer:
                    sys.exit("%s: %s" % (method, answer["error"]))
                return answer["result"]

    def read(self):
        length = 0
        while True:
            line = self.process.stdout.readline()
            if not line:
                sys.exit("the daemon hung up")
            if not line.strip():
                return json.loads(self.process.stdout.read(length))
            name, value = line.decode().split(":", 1)
            if name.lower() == "content-length":
                length = int(value)


if sys.argv[1:2] != ["apply-again"] or len(sys.argv) < 3:
    sys.exit(__doc__)
daemon = Daemon(sys.argv[2:])
running = daemon.ask("config")
print(json.dumps(daemon.ask("apply", {"toml": running["toml"], "baseRevision": running["revision"], "probationSeconds": 0})))
daemon.process.stdin.close()
daemon.process.wait(timeout=60)
