"""A form of twelve fields, in which a dialog may open of its own accord.

Usage: form.py 3|4. Standard input takes one line a run: `begin K` empties all fields, and has a modal dialog open once K of them
have changed (-1: none does). What arrives is told on standard output, one JSON object a line: {"name", "value"} for a field,
{"pressed"} for a button; and {"began": K} once a run may begin.
"""

import json
import sys

import gi

MAJOR = int(sys.argv[1])
gi.require_version("Gtk", f"{MAJOR}.0")
from gi.repository import GLib, Gtk  # noqa: E402

NAMES = [f"Field {number}" for number in range(1, 13)]


def tell(**what):
    print(json.dumps(what), flush=True)


def add(box, widget):
    if MAJOR == 3:
        box.pack_start(widget, False, False, 0)
    else:
        box.append(widget)
    return widget


def show(window, content):
    if MAJOR == 3:
        window.add(content)
        window.show_all()
    else:
        window.set_child(content)
        window.present()


def call_it(widget, name):
    if MAJOR == 3:
        widget.get_accessible().set_name(name)
    else:
        widget.update_property([Gtk.AccessibleProperty.LABEL], [name])


class Form:
    def __init__(self):
        self.dialog = None
        self.opens_after = -1
        self.changed = set()
        self.silent = False
        self.window = Gtk.Window(title="Order")
        self.window.set_default_size(500, 560)
        self.box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=4)
        self.fields = {name: self.field(name) for name in NAMES}
        self.button(self.box, "OK", lambda: None)
        show(self.window, self.box)

    def field(self, name):
        entry = add(self.box, Gtk.Entry())
        call_it(entry, name)
        entry.connect("changed", lambda field: self.arrived(name, field.get_text()))
        return entry

    def button(self, box, name, does):
        made = add(box, Gtk.Button(label=name))

        def clicked(_button):
            tell(pressed=name)
            does()

        made.connect("clicked", clicked)

    def arrived(self, name, value):
        if self.silent:
            return
        tell(name=name, value=value)
        self.changed.add(name)
        if self.opens_after == len(self.changed):
            self.opens_after = -1
            self.open()

    def open(self):
        self.dialog = Gtk.Window(title="Update")
        self.dialog.set_transient_for(self.window)
        self.dialog.set_modal(True)
        if MAJOR == 3:
            self.dialog.set_type_hint(1)
            self.dialog.get_accessible().set_role(16)
            self.dialog.get_accessible().set_name("Update")
        box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=4)
        field = add(box, Gtk.Entry())
        call_it(field, "Licence")
        field.connect("changed", lambda entry: tell(name="Licence", value=entry.get_text()))
        self.button(box, "Install", self.close)
        self.button(box, "Not now", self.close)
        show(self.dialog, box)

    def close(self):
        if self.dialog is not None:
            self.dialog.destroy()
        self.dialog = None

    def begin(self, opens_after):
        self.close()
        self.silent = True
        for field in self.fields.values():
            field.set_text("")
        self.silent = False
        self.changed = set()
        self.opens_after = opens_after
        if opens_after == 0:
            self.opens_after = -1
            GLib.timeout_add(1, lambda: self.open() and False)


def main():
    if MAJOR == 4:
        Gtk.init()
    loop = GLib.MainLoop()
    form = Form()

    def heard(_source, _condition):
        words = sys.stdin.readline().split()
        if not words:
            loop.quit()
            return False
        form.begin(int(words[1]))
        tell(began=int(words[1]))
        return True

    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, heard)
    tell(began=-1)
    loop.run()


main()
