/* cman-layer.c
 * What the layouts of all cluster ports use.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman.h"

static int hf_cman_payload = -1;

expert_field ei_cman_truncated_message = EI_INIT;

const value_string cman_port_names[] = {
    { CMAN_PORT_INTERNAL, "INTERNAL" },
    { CMAN_PORT_MEMBERSHIP, "MEMBERSHIP" },
    { CMAN_PORT_SERVICES, "SERVICES" },
    { CMAN_PORT_SYSMAN, "SYSMAN" },
    { CMAN_PORT_CLVMD, "CLVMD" },
    { CMAN_PORT_SLM, "SLM" },
    { CMAN_PORT_USER_SERVICE, "USER_SERVICE" },
    { 0, NULL }
};

void
cman_say(const wire_t *w, cman_message_t *message, expert_field *expert, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    message->verdict_text = wmem_strdup_vprintf(w->pinfo->pool, format, arguments);
    va_end(arguments);
    message->verdict_item = w->item;
    message->verdict = expert;
}

void
cman_opaque(wire_t *w, void *message _U_)
{
    wire_rest(w, hf_cman_payload);
}

void
cman_layer_register(int proto)
{
    static hf_register_info hf[] = {
        { &hf_cman_payload,
          { "Payload", "cman.payload", FT_BYTES, BASE_NONE, NULL, 0,
            "Body of a message that this plugin has no layout for", HFILL } },
    };
    static ei_register_info ei[] = {
        { &ei_cman_truncated_message,
          { "cman.truncated_message", PI_PROTOCOL, PI_ERROR, "The message is too short",
            EXPFILL } },
    };

    proto_register_field_array(proto, hf, array_length(hf));
    expert_register_field_array(expert_register_protocol(proto), ei, array_length(ei));
}
