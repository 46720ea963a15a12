/* requests.c
 * Questions that wait for their answer.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "requests.h"

#define SLOTS 4096

struct requests {
    request_t *slots; /* NULL until the first question */
};

requests_t *
requests_new(void)
{
    return wmem_new0(wmem_file_scope(), requests_t);
}

void
requests_add(requests_t *requests, const request_t *request)
{
    if (requests->slots == NULL) {
        requests->slots = wmem_alloc0_array(wmem_file_scope(), request_t, SLOTS);
    }
    requests->slots[request->key % SLOTS] = *request;
}

request_t *
requests_find(const requests_t *requests, uint64_t key)
{
    request_t *request;

    if (requests->slots == NULL) {
        return NULL;
    }
    request = &requests->slots[key % SLOTS];
    return request->frame != 0 && request->key == key ? request : NULL;
}

request_t *
requests_find_for_answer(const requests_t *requests, uint64_t key, bool is_repetition)
{
    request_t *request = requests_find(requests, key);

    if (request != NULL && request->answered && !is_repetition) {
        request->frame = 0;
        return NULL;
    }
    return request;
}

/* A read filter may have rejected the question's frame after its analysis: then
 * its finding has no meaning any more, and the frame's number is another one's. */
void
request_answer(request_t *request, uint32_t frame)
{
    finding_t *finding = request->finding;

    request->answered = true;
    if (finding->kind != 0 && finding->frame == request->frame && finding->ref == 0) {
        finding->ref = frame;
    }
}
