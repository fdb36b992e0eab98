#include "CArrow.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static void release_schema(struct ArrowSchema *schema) {
  for (int64_t i = 0; schema->children && i < schema->n_children; i++) {
    struct ArrowSchema *child = schema->children[i];
    if (child && child->release) child->release(child);
    free(child);
  }
  free(schema->children);
  free((void *)schema->format);
  free((void *)schema->name);
  schema->release = NULL;
}

static void release_array(struct ArrowArray *array) {
  for (int64_t i = 0; array->buffers && i < array->n_buffers; i++) free((void *)array->buffers[i]);
  for (int64_t i = 0; array->children && i < array->n_children; i++) {
    struct ArrowArray *child = array->children[i];
    if (child && child->release) child->release(child);
    free(child);
  }
  free(array->children);
  free(array->buffers);
  array->release = NULL;
}

int KithSchemaMake(struct ArrowSchema *schema, const char *format, const char *name, int64_t children) {
  memset(schema, 0, sizeof *schema);
  schema->release = release_schema;
  schema->flags = ARROW_FLAG_NULLABLE;
  schema->format = strdup(format);
  schema->name = strdup(name);
  schema->children = calloc((size_t)children + 1, sizeof *schema->children);
  if (!schema->format || !schema->name || !schema->children) return ENOMEM;
  schema->n_children = children;
  for (int64_t i = 0; i < children; i++) {
    schema->children[i] = calloc(1, sizeof **schema->children);
    if (!schema->children[i]) return ENOMEM;
  }
  return 0;
}

int KithArrayMake(struct ArrowArray *array, int64_t length, int64_t nulls, int64_t buffers, int64_t children) {
  memset(array, 0, sizeof *array);
  array->release = release_array;
  array->length = length;
  array->null_count = nulls;
  array->buffers = calloc((size_t)buffers + 1, sizeof *array->buffers);
  array->children = calloc((size_t)children + 1, sizeof *array->children);
  if (!array->buffers || !array->children) return ENOMEM;
  array->n_buffers = buffers;
  array->n_children = children;
  for (int64_t i = 0; i < children; i++) {
    array->children[i] = calloc(1, sizeof **array->children);
    if (!array->children[i]) return ENOMEM;
  }
  return 0;
}

void *KithAllocate(int64_t bytes) { return calloc((size_t)bytes + 8, 1); }
