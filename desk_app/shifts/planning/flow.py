"""The cheapest largest flow through a small network: successive shortest paths with potentials (Dijkstra).

Costs are whole numbers, never negative on an arc without flow. An arc may become dearer with every unit that it carries:
that is how turns are spread evenly, since the cheapest flow with rising costs is the most even one.
"""

from collections.abc import Sequence
from heapq import heappop, heappush

_FAR = 1 << 200


class Network:
    """Nodes and arcs; arcs stand in pairs, the odd one is the way back."""

    def __init__(self) -> None:
        self._arcs_of: list[list[int]] = []
        self._head: list[int] = []
        self._room: list[int] = []
        self._cost: list[int] = []
        self._steps: dict[int, Sequence[int]] = {}

    def node(self) -> int:
        """Add one more point that arcs can join, and return its number."""
        self._arcs_of.append([])
        return len(self._arcs_of) - 1

    def arc(self, tail: int, head: int, *, room: int = 1, cost: int = 0) -> int:
        """Join two nodes by an arc that carries up to ``room`` units at the same cost; return its name."""
        name = len(self._head)
        self._head += (head, tail)
        self._room += (room, 0)
        self._cost += (cost, -cost)
        self._arcs_of[tail].append(name)
        self._arcs_of[head].append(name + 1)
        return name

    def rising_arc(self, tail: int, head: int, costs: Sequence[int]) -> int:
        """Join two nodes by an arc whose first unit costs ``costs[0]``, the next ``costs[1]`` …; they must not fall."""
        name = self.arc(tail, head, room=len(costs), cost=costs[0] if costs else 0)
        self._steps[name] = costs
        return name

    def carried(self, arc: int) -> int:
        """Return how many units an arc carries."""
        return self._room[arc ^ 1]

    def fill(self, source: int, sink: int) -> int:
        """Send as much as possible from ``source`` to ``sink``, as cheaply as that much can go; return how much."""
        potential = [0] * len(self._arcs_of)
        sent = 0
        while self._send_one(source, sink, potential):
            sent += 1
        return sent

    def _send_one(self, source: int, sink: int, potential: list[int]) -> bool:
        arcs_of, head, room, cost = self._arcs_of, self._head, self._room, self._cost
        distance, by, done = [_FAR] * len(arcs_of), [-1] * len(arcs_of), []
        distance[source] = 0
        waiting = [(0, source)]
        while waiting:
            far, node = heappop(waiting)
            if far > distance[node]:
                continue
            done.append(node)
            if node == sink:
                break
            here = far + potential[node]
            for arc in arcs_of[node]:
                if room[arc]:
                    there = head[arc]
                    reached = here + cost[arc] - potential[there]
                    if reached < distance[there]:
                        distance[there] = reached
                        by[there] = arc
                        heappush(waiting, (reached, there))
        if by[sink] < 0:
            return False
        end = distance[sink]
        for node in done:
            potential[node] += distance[node] - end
        self._push(source, sink, by)
        return True

    def _push(self, source: int, sink: int, by: Sequence[int]) -> None:
        node = sink
        while node != source:
            arc = by[node]
            self._room[arc] -= 1
            self._room[arc ^ 1] += 1
            self._reprice(arc & ~1)
            node = self._head[arc ^ 1]

    def _reprice(self, arc: int) -> None:
        steps = self._steps.get(arc)
        if steps is not None:
            carried = self._room[arc ^ 1]
            self._cost[arc] = steps[min(carried, len(steps) - 1)]
            self._cost[arc ^ 1] = -steps[max(carried - 1, 0)]
