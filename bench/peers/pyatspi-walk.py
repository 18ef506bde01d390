"""Walks a program's tree with pyatspi, on request: each line on stdin is one request, each line on stdout its answer.

walk fresh   forget what is cached, then walk; answers {"ms": .., "nodes": ..}
walk cached  walk with what libatspi has kept up to date by events since
dump         the rows of a fresh walk: role, name, the 64 bits of the states, extents, value
"""

import json
import sys
import time

import pyatspi

PASSWORD = pyatspi.ROLE_PASSWORD_TEXT
TEXT_ROLES = {
    pyatspi.ROLE_TEXT,
    pyatspi.ROLE_ENTRY,
    pyatspi.ROLE_TERMINAL,
    pyatspi.ROLE_EDITBAR,
    pyatspi.ROLE_AUTOCOMPLETE,
    pyatspi.ROLE_DATE_EDITOR,
    pyatspi.ROLE_DOCUMENT_TEXT,
}


def application(pid):
    for app in pyatspi.Registry.getDesktop(0):
        if app is not None and app.get_process_id() == pid:
            return app
    raise SystemExit("There is no program with the process id %d." % pid)


def value_of(node, role, states, within_secret):
    if within_secret or role == PASSWORD:
        return None
    try:
        return node.queryValue().currentValue
    except NotImplementedError:
        pass
    if role not in TEXT_ROLES and not states.contains(pyatspi.STATE_EDITABLE):
        return None
    try:
        text = node.queryText()
    except NotImplementedError:
        return None
    return text.getText(0, text.characterCount)


def bits_of(states):
    return sum(1 << int(state) for state in states.getStates())


def walk(node, rows, within_secret=False):
    role = node.getRole()
    name = node.name
    states = node.getState()
    try:
        box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        extents = [box.x, box.y, box.width, box.height]
    except NotImplementedError:
        extents = None
    value = value_of(node, role, states, within_secret)
    rows.append([int(role), name, bits_of(states), extents, value])
    secret = within_secret or role == PASSWORD
    for index in range(node.childCount):
        child = node.getChildAtIndex(index)
        if child is not None:
            walk(child, rows, secret)


def main():
    app = application(int(sys.argv[1]))
    sys.setrecursionlimit(10000)
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        request = line.strip()
        if request != "walk cached":
            app.clearCache()
        rows = []
        began = time.perf_counter()
        walk(app, rows)
        took = (time.perf_counter() - began) * 1000
        answer = rows if request == "dump" else {"ms": took, "nodes": len(rows)}
        print(json.dumps(answer), flush=True)


main()
