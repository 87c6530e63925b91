/* The floor of `quality.md` 1: reads each file of a folder, parses and renders it by libcmark, writes it; all cores. */
#include <cmark.h>
#include <dirent.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char **names;
static size_t count;
static atomic_size_t next_name;
static const char *source, *target;

static void convert(const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", source, name);
  FILE *in = fopen(path, "rb");
  if (!in) return;
  fseek(in, 0, SEEK_END);
  long size = ftell(in);
  rewind(in);
  char *text = malloc(size + 1);
  size_t length = fread(text, 1, size, in);
  fclose(in);
  char *html = cmark_markdown_to_html(text, length, CMARK_OPT_DEFAULT);
  snprintf(path, sizeof path, "%s/%.*s.html", target, (int)(strlen(name) - 3), name);
  FILE *out = fopen(path, "wb");
  if (out) {
    fwrite(html, 1, strlen(html), out);
    fclose(out);
  }
  free(html);
  free(text);
}

static void *work(void *unused) {
  for (;;) {
    size_t index = atomic_fetch_add(&next_name, 1);
    if (index >= count) return unused;
    convert(names[index]);
  }
}

int main(int argc, char **argv) {
  if (argc != 3) return fprintf(stderr, "floor SOURCE TARGET\n"), 2;
  source = argv[1];
  target = argv[2];
  DIR *folder = opendir(source);
  if (!folder) return perror(source), 2;
  size_t room = 0;
  for (struct dirent *entry; (entry = readdir(folder));) {
    if (entry->d_name[0] == '.') continue;
    if (count == room) names = realloc(names, (room = room ? room * 2 : 1024) * sizeof *names);
    names[count++] = strdup(entry->d_name);
  }
  long cores = sysconf(_SC_NPROCESSORS_ONLN);
  pthread_t threads[64];
  if (cores > 64) cores = 64;
  for (long i = 0; i < cores; i++) pthread_create(&threads[i], NULL, work, NULL);
  for (long i = 0; i < cores; i++) pthread_join(threads[i], NULL);
  return 0;
}
