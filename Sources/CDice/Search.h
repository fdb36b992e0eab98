#pragma once

#include "CDice.h"

// Each way of searching, for processors that have it.
size_t search_plain(size_t width, size_t prefix, cdice_rows rows, cdice_groups groups, cdice_hit *hits);
size_t search_popcnt(size_t width, size_t prefix, cdice_rows rows, cdice_groups groups, cdice_hit *hits);
size_t search_avx2(size_t width, size_t prefix, cdice_rows rows, cdice_groups groups, cdice_hit *hits);
size_t search_avx512(size_t width, size_t prefix, cdice_rows rows, cdice_groups groups, cdice_hit *hits);
size_t search_neon(size_t width, size_t prefix, cdice_rows rows, cdice_groups groups, cdice_hit *hits);

#define ALWAYS_INLINE static inline __attribute__((always_inline))

// Adds the filters of a group that have enough in common with a row.
ALWAYS_INLINE size_t add_hits(
    cdice_hit *hits, size_t count, uint32_t row, uint32_t first, const int64_t *common, int64_t need, const int64_t *needs) {
  for (uint32_t lane = 0; lane < 8; lane++)
    if (common[lane] >= need + needs[lane]) hits[count++] = (cdice_hit){row, first + lane, (uint32_t)common[lane]};
  return count;
}
