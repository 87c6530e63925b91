#include <sys/types.h>
#include <stddef.h>
#include <sha2.h>
