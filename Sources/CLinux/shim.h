// What Swift's Glibc module leaves out: getopt_long, how memory is asked for, and the calls that glibc declares for _GNU_SOURCE only.
#include <getopt.h>
#include <malloc.h>
#include <stddef.h>

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags);
int syncfs(int fd);
int sched_getaffinity(int pid, size_t size, void *mask);

enum { rutin_rename_noreplace = 1, rutin_rename_exchange = 2 };
