/* cluster-logs.c
 * What the nodes' logs say of the cluster.
 *
 * cluster-heartbeats-logs makes packets that Wireshark's syslog dissector reads: tags, and
 * "<6>Nov 14 22:13:18 HOST TEXT".  Lines of the cluster's own programs are events, and so are
 * those of network cards: a hung card or a pulled cable is often why a node was lost.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cluster-logs.h"

#include "events.h"
#include "log_words.h"

#include <wiretap/wtap.h>

/* Tags of an exported PDU (exported_pdu_tlvs.h): the dissector's name, and the end. */
#define TAG_END 0
#define TAG_DISSECTOR 12

/* "Nov 14 22:13:18 " */
#define STAMP_SIZE 16

/* As Linux words it: e1000 "Detected Tx Unit Hang", e1000e "Detected Hardware Unit Hang", the
 * kernel itself "NETDEV WATCHDOG: eth0: transmit timed out" (net/sched/sch_generic.c); cards "NIC
 * Link is Down" (e1000, bnx2), "Link is down." (tg3) or "eth0: link down" (mii.c), but disks
 * "SATA link down"; bonding "link status definitely down for interface eth0". */
static log_words_t card_log_words[] = {
    { .mark = "kernel: ", .with = " Unit Hang" },
    { .mark = "kernel: ", .with = "NETDEV WATCHDOG" },
    { .mark = "kernel: ", .with = "link is down" },
    { .mark = "kernel: ", .with = "link is up" },
    { .mark = "kernel: ", .with = ": link down" },
    { .mark = "kernel: ", .with = ": link up" },
    { .mark = "kernel: ", .with = "link status definitely " },
};

/* Where the text begins; 0: these are no packets of a log. */
static unsigned
log_text_offset(tvbuff_t *tvb)
{
    unsigned offset = 0;
    bool is_log = false;

    while (tvb_captured_length_remaining(tvb, (int)offset) >= 4) {
        unsigned tag = tvb_get_ntohs(tvb, (int)offset);
        unsigned size = tvb_get_ntohs(tvb, (int)offset + 2);

        offset += 4;
        if (tag == TAG_END) {
            return is_log ? offset : 0;
        }
        is_log |= tag == TAG_DISSECTOR && tvb_strneql(tvb, (int)offset, "syslog", 6) == 0;
        offset += size;
    }
    return 0;
}

static void
log_tell(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, char *text)
{
    char *host = *text == '<' && strchr(text, '>') != NULL ? strchr(text, '>') + 1 : text;
    char *end;
    event_t event = { .cluster = "-", .is_log = true };

    if (strlen(host) <= STAMP_SIZE) {
        return;
    }
    host += STAMP_SIZE;
    end = strchr(host, ' ');
    if (end == NULL || log_words_find(end) == NULL) {
        return;
    }
    event_say(&event, "%s", log_words_find(end));
    *end = '\0';
    event.node = host;
    events_tell_one(tvb, pinfo, tree, &event);
}

static void
log_look(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree)
{
    unsigned offset = events_are_wanted(tree) ? log_text_offset(tvb) : 0;

    if (offset > 0) {
        log_tell(tvb, pinfo, tree,
                 (char *)tvb_get_string_enc(pinfo->pool, tvb, (int)offset,
                                            tvb_captured_length_remaining(tvb, (int)offset),
                                            ENC_UTF_8));
    }
}

/* Wireshark's own dissector of exported PDUs. */
static dissector_handle_t exported_pdu;

static int
log_dissect(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, void *data)
{
    int size = call_dissector_with_data(exported_pdu, tvb, pinfo, tree, data);

    log_look(tvb, pinfo, tree);
    return size;
}

/* A postdissector would do, too, but costs each frame of every capture 500 instructions. */
void
cluster_logs_hand_off(void)
{
    log_words_register(card_log_words, array_length(card_log_words));
    exported_pdu =
        dissector_get_default_uint_handle("wtap_encap", WTAP_ENCAP_WIRESHARK_UPPER_PDU);
    if (exported_pdu != NULL) {
        dissector_add_uint("wtap_encap", WTAP_ENCAP_WIRESHARK_UPPER_PDU,
                           create_dissector_handle(log_dissect, -1));
    }
}
