// Columns that Kith makes. Every block is from malloc; the release functions set here free them, children included.
#pragma once

#include "ArrowData.h"

// Fills a schema of this format and name, both copied, with room for this many children. Returns 0, or ENOMEM.
int KithSchemaMake(struct ArrowSchema *schema, const char *format, const char *name, int64_t children);

// Fills an array with room for this many buffers and children, all empty. Returns 0, or ENOMEM.
int KithArrayMake(struct ArrowArray *array, int64_t length, int64_t nulls, int64_t buffers, int64_t children);

// A block of zero bytes that the release functions may free. Returns it, or null.
void *KithAllocate(int64_t bytes);
