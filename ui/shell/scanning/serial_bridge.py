"""Brings a serial scanner's lines from the listener's thread to the window's."""

from PySide6.QtCore import QObject, Qt, Signal

from desk_app.scanner.profile import Port
from desk_app.scanner.serial_port import Line, PortState, SerialListener
from ui.shell.scanning.thing import Heard


class SerialBridge(QObject):
    """Says ``heard`` with each scan and ``changed`` when the port comes or goes; listens to one port at a time."""

    heard = Signal(object)
    changed = Signal(object)
    _came = Signal(object)
    _turned = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._port = Port()
        self._listener: SerialListener | None = None
        self._came.connect(self._on_line, Qt.ConnectionType.QueuedConnection)
        self._turned.connect(self._on_state, Qt.ConnectionType.QueuedConnection)

    def listen(self, port: Port) -> None:
        """Listen to ``port`` from now on, to none where it has no name; the same port again changes nothing."""
        if port == self._port:
            return
        self.stop()
        self._port = port
        if port.name:
            self._listener = SerialListener(port, self._came.emit, self._turned.emit)
            self._listener.start()

    def stop(self) -> None:
        """Listen no more and free the port."""
        if self._listener is not None:
            self._listener.stop()
            self._listener = None
            self.changed.emit(PortState(state="off"))
        self._port = Port()

    def _on_line(self, line: Line) -> None:
        if self._listener is not None:
            self.heard.emit(Heard(text=line.text, source="port", was_broken=not line.is_utf8))

    def _on_state(self, state: PortState) -> None:
        if self._listener is not None and state.name == self._port.name:
            self.changed.emit(state)
