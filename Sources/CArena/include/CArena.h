/* Memory for libcmark's nodes, for one tree (and what is parsed beside it) at a time on each thread.

   libcmark asks for some thousand small pieces a page and gives them back one by one. Here they are cut from a large block and given
   back all at once, when the thread's last tree ends: parsing and rendering take three fifths of the time. */
#ifndef RUTIN_ARENA_H
#define RUTIN_ARENA_H

/* The calling thread's memory as a `cmark_mem *`. */
void *rutin_arena_memory(void);

/* A tree begins; its nodes live until as many trees have ended as have begun on this thread. */
void rutin_arena_tree_begins(void);
void rutin_arena_tree_ends(void);

#endif
