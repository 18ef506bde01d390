"""The program of the conformance suite (stage.fixture.ts says what it holds), in GTK 3 or GTK 4.

Usage: gtk.py 3|4 [cover]. What arrives is told on standard output, one JSON object a line: {"name", "kind", "value"}.
Standard input takes one word a line: replace, open_modal, close_window, tick, done?. Each is answered with {"did": word}.
With `cover` it is nothing but a large window that lies over others.
"""

import json
import sys

import gi

MAJOR = int(sys.argv[1])
gi.require_version("Gtk", f"{MAJOR}.0")
from gi.repository import GLib, Gtk  # noqa: E402


def tell(**what):
    print(json.dumps(what), flush=True)


def arrived(name, kind, value=None):
    tell(name=name, kind=kind, value=value)


def add(box, widget):
    if MAJOR == 3:
        box.pack_start(widget, False, False, 0)
    else:
        box.append(widget)
    return widget


def put_in(parent, child):
    if MAJOR == 3:
        parent.add(child)
    else:
        parent.set_child(child)


def show(window):
    if MAJOR == 3:
        window.show_all()
    else:
        window.present()


def call_it(widget, name):
    """Gives it its accessible name."""
    if MAJOR == 3:
        widget.get_accessible().set_name(name)
    else:
        widget.update_property([Gtk.AccessibleProperty.LABEL], [name])


class Program:
    def __init__(self):
        self.sent = 0
        self.ticks = 0
        self.window = Gtk.Window(title="Conformance")
        self.window.set_default_size(700, 520)
        columns = Gtk.Box(orientation=Gtk.Orientation.HORIZONTAL, spacing=12)
        self.left = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=4)
        if MAJOR == 3:
            columns.pack_start(self.left, True, True, 8)
        else:
            columns.append(self.left)
        put_in(self.window, columns)
        self.fields()
        self.buttons = add(self.left, Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=2))
        self.send = self.button("Send", self.on_send)
        self.save = self.button("Save", lambda: None, identifier="save")
        disabled = self.button("Disabled", lambda: None)
        disabled.set_sensitive(False)
        for name, does in [
            ("Replace", self.replace),
            ("Rename", lambda: self.send.set_label("Submit")),
            ("Remove", lambda: self.buttons.remove(self.send)),
            ("Dialog", self.open_modal),
            ("Later", lambda: GLib.timeout_add(150, self.arrive)),
        ]:
            self.button(name, does)
        self.status = add(self.left, Gtk.Label(label="Ready"))
        self.rows(columns)
        show(self.window)

    def fields(self):
        self.entry("Name", "Ada")
        self.entry("PIN", "tulip-4711", secure=True)
        self.entry("Upper", "", capitals=True)
        self.entry("Locked", "fixed", editable=False)
        self.check = add(self.left, Gtk.CheckButton(label="Notify me"))
        self.check.connect("toggled", lambda box: arrived("Notify me", "pressed"))
        self.colour = add(self.left, self.choice(("Red", "Green", "Blue")))
        call_it(self.colour, "Colour")
        volume = add(self.left, Gtk.Scale.new_with_range(Gtk.Orientation.HORIZONTAL, 0, 100, 1))
        volume.set_value(30)
        call_it(volume, "Volume")
        volume.connect("value-changed", lambda scale: arrived("Volume", "changed", str(scale.get_value())))

    def choice(self, options):
        if MAJOR == 3:
            made = Gtk.ComboBoxText()
            for option in options:
                made.append_text(option)
            made.set_active(0)
            made.connect("changed", lambda box: arrived("Colour", "changed", box.get_active_text()))
        else:
            made = Gtk.DropDown.new_from_strings(options)
            made.connect(
                "notify::selected",
                lambda box, _spec: arrived("Colour", "changed", box.get_selected_item().get_string()),
            )
        return made

    def entry(self, name, text, secure=False, capitals=False, editable=True):
        field = add(self.left, Gtk.PasswordEntry() if secure and MAJOR == 4 else Gtk.Entry())
        field.set_text(text)
        field.set_editable(editable)
        if secure and MAJOR == 3:
            field.set_visibility(False)
            field.set_input_purpose(Gtk.InputPurpose.PASSWORD)
        call_it(field, name)

        def changed(entry):
            held = entry.get_text()
            if capitals and held != held.upper():
                GLib.idle_add(lambda: entry.set_text(held.upper()) and False)
                return
            arrived(name, "changed", held)

        field.connect("changed", changed)

    def button(self, name, does, identifier=None, before=None):
        made = Gtk.Button(label=name)
        if identifier is not None and MAJOR == 3:
            accessible = made.get_accessible()
            if hasattr(accessible, "set_accessible_id"):
                accessible.set_accessible_id(identifier)

        def clicked(button):
            arrived(button.get_label(), "pressed")
            does()

        made.connect("clicked", clicked)
        if before is None:
            add(self.buttons, made)
        elif MAJOR == 3:
            self.buttons.pack_start(made, False, False, 0)
            self.buttons.reorder_child(made, self.buttons.get_children().index(before))
            made.show()
        else:
            self.buttons.insert_child_after(made, before)
        return made

    def rows(self, columns):
        scrolled = Gtk.ScrolledWindow()
        scrolled.set_size_request(300, -1)
        listing = Gtk.ListBox()
        call_it(listing, "Rows")
        for number in range(1, 121):
            row = Gtk.ListBoxRow()
            put_in(row, Gtk.Label(label=f"Row {number}"))
            call_it(row, f"Row {number}")
            if MAJOR == 3:
                listing.add(row)
            else:
                listing.append(row)
        put_in(scrolled, listing)
        if MAJOR == 3:
            columns.pack_start(scrolled, True, True, 0)
        else:
            scrolled.set_hexpand(True)
            columns.append(scrolled)

    def on_send(self):
        self.sent += 1
        self.status.set_text(f"Sent {self.sent}")

    def arrive(self):
        add(self.left, Gtk.Label(label="Arrived")).show()
        return False

    def replace(self):
        for name, does, identifier in [("send", self.on_send, None), ("save", lambda: None, "save")]:
            old = getattr(self, name)
            setattr(self, name, self.button(old.get_label(), does, identifier, before=old))
            self.buttons.remove(old)

    def open_modal(self):
        dialog = Gtk.Window(title="Sure?")
        dialog.set_transient_for(self.window)
        dialog.set_modal(True)
        if MAJOR == 3:
            dialog.set_type_hint(1)  # Gdk.WindowTypeHint.DIALOG
            dialog.get_accessible().set_role(16)  # Atk.Role.DIALOG
            dialog.get_accessible().set_name("Sure?")
        agree = Gtk.Button(label="OK")

        def closed(_button):
            arrived("OK", "pressed")
            dialog.destroy()

        agree.connect("clicked", closed)
        put_in(dialog, agree)
        dialog.set_default_size(240, 100)
        show(dialog)

    def tick(self):
        self.ticks += 1
        self.status.set_text(f"Tick {self.ticks}")
        return True


def cover():
    window = Gtk.Window(title="Cover")
    window.set_default_size(1900, 1400)
    show(window)


def main():
    if MAJOR == 4:
        Gtk.init()
    loop = GLib.MainLoop()
    if "cover" in sys.argv:
        cover()
    else:
        program = Program()
        does = {
            "replace": program.replace,
            "open_modal": program.open_modal,
            "close_window": lambda: program.window.destroy(),
            "tick": lambda: GLib.timeout_add(20, program.tick),
        }

        def heard(_source, _condition):
            word = sys.stdin.readline().strip()
            if word == "":
                loop.quit()
                return False
            does.get(word, lambda: None)()
            tell(did=word)
            return True

        GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, heard)
    tell(did="start")
    loop.run()


main()
