// The Arrow C data interface and C stream interface: a stable public ABI.
// Field order and types are the specification's; see "The Arrow C data interface" in Arrow's format documents.
#pragma once

#include <stdint.h>

// Bits of ArrowSchema.flags.
enum {
  ARROW_FLAG_DICTIONARY_ORDERED = 1,
  ARROW_FLAG_NULLABLE = 2,
  ARROW_FLAG_MAP_KEYS_SORTED = 4,
};

// The type of an array: a format string, a name, and the types of its children.
struct ArrowSchema {
  const char *format;
  const char *name;
  const char *metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema **children;
  struct ArrowSchema *dictionary;
  void (*release)(struct ArrowSchema *);
  void *private_data;
};

// The values of an array: buffers laid out as its schema's format says.
struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void **buffers;
  struct ArrowArray **children;
  struct ArrowArray *dictionary;
  void (*release)(struct ArrowArray *);
  void *private_data;
};

// A source of arrays of one schema, ended by an array whose release is null.
struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
  int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
  const char *(*get_last_error)(struct ArrowArrayStream *);
  void (*release)(struct ArrowArrayStream *);
  void *private_data;
};
