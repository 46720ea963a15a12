# SPDX-License-Identifier: GPL-2.0-or-later
"""What the cman tests share: the wire fields, comparing values, PDML look-ups."""
import re

# Every field that shows bytes of a cman message, as named in the documentation;
# what a test does not expect must be absent.
HEADER_FIELDS = """
    cman.tgtport cman.srcport cman.seq cman.ack cman.cluster cman.srcid cman.tgtid cman.flags
    cman.flags.noack cman.flags.queue cman.flags.multicast cman.flags.allint cman.flags.replyexp
    cman.flags.bcastself cman.flags.compat cman.flags.msg""".split()
MESSAGE_FIELDS = """
    cman.cmd cman.internal.cmd cman.sm.type cman.generation cman.nodeid cman.node.name
    cman.node.state cman.votes cman.expected_votes cman.quorum cman.total_votes cman.num_addrs
    cman.addr.family cman.addr.port cman.addr.ipv4 cman.addr.ipv6 cman.addr.flowinfo
    cman.addr.scope_id cman.joinreq.version_major cman.joinreq.version_minor
    cman.joinreq.version_patch cman.joinreq.config_version cman.joinreq.addr_len
    cman.joinreq.cluster_name cman.joinack.type cman.view.flags cman.view.flags.first
    cman.view.flags.last cman.trans.reason cman.leave.reason cman.leave.force cman.hello.flags
    cman.hello.flags.master cman.hello.flags.quorate cman.hello.members cman.viewack.result
    cman.reconfig.param cman.reconfig.value cman.newcluster.value cman.ack.remport cman.ack.flags
    cman.ack.flags.nolistener cman.listen.port cman.listen.listening cman.listen.tag
    cman.portclosed.port cman.barrier.subcmd cman.barrier.flags cman.barrier.nodes
    cman.barrier.name cman.sm.status cman.sm.sevent_id cman.sm.sgid cman.sm.sgid.level
    cman.sm.lastid cman.sm.level cman.sm.length cman.sm.name cman.sm.member_count cman.payload
    cman.trailer""".split()
EXPERTS = """
    cman.kill cman.nodedown cman.viewack_nak cman.joinack_nak cman.leave
    cman.cluster_name_mismatch cman.version_unsupported cman.truncated_message
    cman.unknown_command""".split()

FLAG_BITS = {"noack": 0x00010000, "queue": 0x00020000, "multicast": 0x00080000,
             "allint": 0x00100000, "replyexp": 0x00200000, "bcastself": 0x00400000,
             "compat": 0x80000000}


def header(ports, seq, ack, cluster, flags, srcid, tgtid):
    """Header fields with all flag bits, values in the form of plain()."""
    values = {"cman.tgtport": [ports[0]], "cman.srcport": [ports[1]], "cman.seq": [seq],
              "cman.ack": [ack], "cman.cluster": [cluster], "cman.flags": [flags],
              "cman.srcid": [srcid], "cman.tgtid": [tgtid], "cman.flags.msg": [flags & 0xffff]}
    for name, bit in FLAG_BITS.items():
        values["cman.flags." + name] = [int(flags & bit != 0)]
    return values


def plain(texts):
    """Values as tshark prints them, numbers as int whatever their base is."""
    return [number(text) for text in texts]


def number(text):
    if text in ("True", "False"):  # booleans from Wireshark 4.4 on
        return int(text == "True")
    if re.fullmatch(r"0x[0-9a-f]+|0|-?[1-9][0-9]*", text):
        return int(text, 0)
    return text


def proto(packet, name="cman"):
    """The <proto> element of a protocol in a PDML packet, None if absent."""
    return next((p for p in packet.iter("proto") if p.get("name") == name), None)


def items(cman, name):
    """(offset in the message, size) of each item of a field, in tree order."""
    start = int(cman.get("pos"))
    return [(int(f.get("pos")) - start, int(f.get("size")))
            for f in cman.iter("field") if f.get("name") == name]


def shows_itself(field):
    """True for a field that shows its bytes, false for a mere headline."""
    return (field.get("name").startswith("cman.") and field.get("hide") != "yes"
            and (len(field) == 0 or bool(field.get("show"))))


def shown_bytes(packet):
    """Offsets of the message that some field shows, be it one of the layer
    above that a cluster port carries."""
    start = int(proto(packet).get("pos"))
    covered = set()
    for field in packet.iter("field"):
        if shows_itself(field) and int(field.get("size")) > 0:
            first = int(field.get("pos")) - start
            covered.update(range(first, first + int(field.get("size"))))
    return covered


def unused_bytes(cman):
    """Offset -> byte, of everything that is shown as unused."""
    start = int(cman.get("pos"))
    found = {}
    for field in cman.iter("field"):
        name = field.get("name")
        if name.startswith("cman.") and name.endswith(".unused") or name == "cman.unused":
            for index, byte in enumerate(bytes.fromhex(field.get("value"))):
                found[int(field.get("pos")) - start + index] = byte
    return found
