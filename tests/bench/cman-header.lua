-- SPDX-License-Identifier: GPL-2.0-or-later
-- The header of cman and nothing else, as somebody would write it who has no
-- dissector: what the plugin's speed is compared with.
local cman = Proto("cmanheader", "cman header in Lua")
local target_port = ProtoField.uint8("cmanheader.tgtport", "Target port")
local source_port = ProtoField.uint8("cmanheader.srcport", "Source port")
local seq = ProtoField.uint16("cmanheader.seq", "Sequence number")
local ack = ProtoField.uint16("cmanheader.ack", "Acknowledgment")
local cluster = ProtoField.uint16("cmanheader.cluster", "Cluster number")
local flags = ProtoField.uint32("cmanheader.flags", "Flags", base.HEX)
local noack = ProtoField.bool("cmanheader.noack", "NOACK", 32, nil, 0x00010000)
local multicast = ProtoField.bool("cmanheader.multicast", "MULTICAST", 32, nil, 0x00080000)
local allint = ProtoField.bool("cmanheader.allint", "ALLINT", 32, nil, 0x00100000)
local replyexp = ProtoField.bool("cmanheader.replyexp", "REPLYEXP", 32, nil, 0x00200000)
local source_id = ProtoField.int32("cmanheader.srcid", "Source node id")
local target_id = ProtoField.int32("cmanheader.tgtid", "Target node id")
cman.fields = { target_port, source_port, seq, ack, cluster, flags, noack, multicast, allint,
                replyexp, source_id, target_id }

function cman.dissector(buffer, pinfo, root)
    if buffer:len() < 20 then
        return 0
    end
    pinfo.cols.protocol = "CMAN"
    local tree = root:add(cman, buffer())
    tree:add_le(target_port, buffer(0, 1))
    tree:add_le(source_port, buffer(1, 1))
    tree:add_le(seq, buffer(2, 2))
    tree:add_le(ack, buffer(4, 2))
    tree:add_le(cluster, buffer(6, 2))
    tree:add_le(flags, buffer(8, 4))
    tree:add_le(noack, buffer(8, 4))
    tree:add_le(multicast, buffer(8, 4))
    tree:add_le(allint, buffer(8, 4))
    tree:add_le(replyexp, buffer(8, 4))
    tree:add_le(source_id, buffer(12, 4))
    tree:add_le(target_id, buffer(16, 4))
    pinfo.cols.info = string.format("Port %d, node %d > %d seq %d ack %d", buffer(0, 1):uint(),
                                    buffer(12, 4):le_int(), buffer(16, 4):le_int(),
                                    buffer(2, 2):le_uint(), buffer(4, 2):le_uint())
    return buffer:len()
end

DissectorTable.get("udp.port"):add(6809, cman)
