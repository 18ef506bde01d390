"""Acts on a program with pyatspi, on request: each line on stdin is one request, each line on stdout its answer.

press NAME        the first action of the button of this name
set NAME TEXT     TEXT becomes all that the entry of this name holds
Each is answered with {"ms": .., "nodes": 1} once the call has returned. The element is looked up once and kept, and
nothing is checked before or after: not whether it is still the same, nor whether anything came of it.
"""

import json
import sys
import time

import pyatspi


ACTED = (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY)


def application(pid):
    for app in pyatspi.Registry.getDesktop(0):
        if app is not None and app.get_process_id() == pid:
            return app
    raise SystemExit("There is no program with the process id %d." % pid)


def main():
    app = application(int(sys.argv[1]))
    known = {}

    def named(name):
        if name not in known:
            known[name] = pyatspi.findDescendant(app, lambda node: node.name == name and node.getRole() in ACTED)
        return known[name]

    print(json.dumps({"ms": 0, "nodes": 0}), flush=True)
    for line in sys.stdin:
        word, name, *text = line.rstrip("\n").split("\t")
        element = named(name)
        began = time.perf_counter()
        if word == "press":
            element.queryAction().doAction(0)
        else:
            element.queryEditableText().setTextContents(text[0])
        print(json.dumps({"ms": (time.perf_counter() - began) * 1000, "nodes": 1}), flush=True)


main()
