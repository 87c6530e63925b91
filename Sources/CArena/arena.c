#include "CArena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct block {
  struct block *next;
  size_t size, used;
  /* Pieces begin at multiples of sixteen bytes, each with its size before it. */
  _Alignas(16) char bytes[];
};

enum { HEADER = 16, USUAL_SIZE = 256 * 1024 };

/* Newest first. */
static _Thread_local struct block *blocks;
static _Thread_local int trees;

/* What a piece takes of its block. */
static size_t whole_size(size_t size) { return (size + HEADER + 15) & ~(size_t)15; }

static void *take(size_t size) {
  size_t whole = whole_size(size);
  if (!blocks || blocks->size - blocks->used < whole) {
    size_t room = whole > USUAL_SIZE ? whole : USUAL_SIZE;
    struct block *block = malloc(sizeof *block + room);
    /* As libcmark does when there is no memory left. */
    if (!block) abort();
    block->next = blocks;
    block->size = room;
    block->used = 0;
    blocks = block;
  }
  char *piece = blocks->bytes + blocks->used;
  blocks->used += whole;
  memcpy(piece, &size, sizeof size);
  return piece + HEADER;
}

static void *take_zeroed(size_t count, size_t size) {
  if (size && count > SIZE_MAX / 2 / size) abort();
  return memset(take(count * size), 0, count * size);
}

static void *enlarge(void *old, size_t size) {
  if (!old) return take(size);
  size_t had;
  memcpy(&had, (char *)old - HEADER, sizeof had);
  if (size <= had) return old;
  /* The newest piece grows where it stands: the text that is rendered is one. */
  char *start = (char *)old - HEADER;
  size_t more = whole_size(size) - whole_size(had);
  if (start + whole_size(had) == blocks->bytes + blocks->used && more <= blocks->size - blocks->used) {
    blocks->used += more;
    memcpy(start, &size, sizeof size);
    return old;
  }
  return memcpy(take(size), old, had);
}

static void give_back(void *piece) { (void)piece; }

void *rutin_arena_memory(void) {
  /* The layout of `cmark_mem`. */
  static struct {
    void *(*calloc)(size_t, size_t);
    void *(*realloc)(void *, size_t);
    void (*free)(void *);
  } memory = {take_zeroed, enlarge, give_back};
  return &memory;
}

void rutin_arena_tree_begins(void) { trees++; }

void rutin_arena_tree_ends(void) {
  if (--trees > 0) return;
  /* One block of the usual size stays for the next tree. */
  while (blocks && (blocks->next || blocks->size > USUAL_SIZE)) {
    struct block *next = blocks->next;
    free(blocks);
    blocks = next;
  }
  if (blocks) blocks->used = 0;
}
