/* links.c
 * For each frame of a file, one later frame that belongs to it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "links.h"

/* Small pages, as a protocol may have one frame in hundreds. */
#define PAGE_BITS 6
#define PAGE_SIZE (1u << PAGE_BITS)
#define FIRST_PAGES 64

/* Marks a frame that waits; the other bits say which opening it was. */
#define WAITS UINT32_C(0x80000000)

/* Where the link of a frame is, or NULL. */
static uint32_t *
links_slot(const links_t *links, uint32_t frame)
{
    uint32_t page = frame >> PAGE_BITS;

    return page < links->page_count && links->pages[page] != NULL
               ? &links->pages[page][frame & (PAGE_SIZE - 1)]
               : NULL;
}

static void
links_grow(links_t *links, uint32_t page)
{
    uint32_t count = MAX(MAX(links->page_count * 2, page + 1), FIRST_PAGES);

    links->pages = wmem_realloc(wmem_file_scope(), links->pages, count * sizeof *links->pages);
    memset(links->pages + links->page_count, 0,
           (count - links->page_count) * sizeof *links->pages);
    links->page_count = count;
}

static uint32_t *
links_obtain(links_t *links, uint32_t frame)
{
    uint32_t page = frame >> PAGE_BITS;

    if (page >= links->page_count) {
        links_grow(links, page);
    }
    if (links->pages[page] == NULL) {
        links->pages[page] = wmem_alloc0_array(wmem_file_scope(), uint32_t, PAGE_SIZE);
    }
    return links_slot(links, frame);
}

uint32_t
links_open(links_t *links, uint32_t frame)
{
    uint32_t opened = WAITS | ++links->opened;

    *links_obtain(links, frame) = opened;
    return opened;
}

bool
links_is_open(const links_t *links, uint32_t frame, uint32_t opened)
{
    const uint32_t *slot = links_slot(links, frame);

    return slot != NULL && *slot == opened;
}

void
links_close(links_t *links, uint32_t frame, uint32_t opened, uint32_t later)
{
    if (links_is_open(links, frame, opened)) {
        *links_slot(links, frame) = later;
    }
}

void
links_move(links_t *links, uint32_t frame, uint32_t opened, uint32_t later)
{
    if (links_is_open(links, frame, opened) || links_at(links, frame) != 0) {
        *links_slot(links, frame) = later;
    }
}

uint32_t
links_at(const links_t *links, uint32_t frame)
{
    const uint32_t *slot = links_slot(links, frame);

    return slot != NULL && (*slot & WAITS) == 0 ? *slot : 0;
}

void
links_forget(links_t *links, uint32_t frame)
{
    uint32_t *slot = links_slot(links, frame);

    if (slot != NULL) {
        *slot = 0;
    }
}
