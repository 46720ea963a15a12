# SPDX-License-Identifier: GPL-2.0-or-later
"""What cman tells once though many nodes say it, or one from two addresses."""
from cman_packets import Sent, hello, joinreq, write_sent
from test_cman_claims import LEFT_DEAD, LEFT_NORESPONSE, PASSES, beats, death, nodedown

LOW, HIGH = range(1, 17), range(17, 33)


def timeline(tshark, path, passes):
    return tshark.read(path, *passes, "-q", "-z", "cluster,timeline")


def says(node, first, count, number, members, generation):
    return [Sent(first + 5 * i + node / 100, f"192.0.2.{node}",
                 hello(node, 1000 * node + number + i, members, generation))
            for i in range(count)]


@PASSES
def test_a_large_cluster_splits_in_the_middle(tshark, passes):
    """Each of 16 nodes declares one of the other 16 DEAD, and then the others NORESPONSE, as those
    do not answer; the HELLOs of all go on."""
    sent = []
    for side, others in ((LOW, HIGH), (HIGH, LOW)):
        generation = 7 if side is LOW else 9
        for node in side:
            sent += says(node, 0, 9, 0, 32, 5) + says(node, 56, 10, 300, 16, generation)
            sent += [Sent(42 + 4 * (i > 0) + node / 10 + i / 1000, f"192.0.2.{node}",
                          nodedown(node, 1000 * node + 100 + i,
                                   LEFT_NORESPONSE if i else LEFT_DEAD, dead))
                     for i, dead in enumerate(others)]
    path = write_sent(tshark, "cman-large-split.pcapng", sorted(sent))
    text = timeline(tshark, path, passes)
    assert text.count("declared DEAD") == 1
    assert "miss each other, though the file has HELLOs of all" in text


@PASSES
def test_a_node_with_a_new_address_is_one_node(tshark, passes):
    """Node 3 dies, and is back at another address with the same name."""
    sent = [*beats(1, 101, 0.5, 9), *beats(2, 201, 0.7, 18), *beats(3, 501, 0, 5),
            *death(45, 110, 3), Sent(50, "192.0.2.33", joinreq(1, "node3", "192.0.2.33"),
                                     "192.0.2.1"),
            *beats(1, 112, 45.5, 9), *beats(3, 2, 51, 8, "192.0.2.33")]
    path = write_sent(tshark, "cman-new-address.pcapng", sorted(sent))
    text = timeline(tshark, path, passes)
    last = [line for line in text.splitlines() if "messages since" in line]
    assert len(last) == 1
    assert ", of 3 nodes: " in last[0] and "192.0.2.33" in last[0]
    assert "at 192.0.2.3," not in last[0] and "at 192.0.2.3 " not in last[0]
