/* requests.c
 * Questions that wait for their answer.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "requests.h"

#define SLOTS 4096

struct requests {
    request_t *slots; /* NULL until the first question */
    links_t answers;  /* the first of each question */
};

requests_t *
requests_new(void)
{
    return wmem_new0(wmem_file_scope(), requests_t);
}

request_t
requests_open(requests_t *requests, uint32_t frame, int64_t when)
{
    return (request_t){ .when = when, .frame = frame,
                        .opened = links_open(&requests->answers, frame) };
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

void
requests_answer(requests_t *requests, request_t *request, uint32_t frame)
{
    request->answered = true;
    links_close(&requests->answers, request->frame, request->opened, frame);
}

uint32_t
requests_answer_of(const requests_t *requests, uint32_t frame)
{
    return links_at(&requests->answers, frame);
}

void
requests_forget(requests_t *requests, uint32_t frame)
{
    links_forget(&requests->answers, frame);
}
