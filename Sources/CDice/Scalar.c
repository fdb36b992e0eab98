#include "Search.h"

// One row against the eight filters of a group at a time, word by word. Compiled twice: for any processor, and for
// those of x86-64 that count bits in one instruction.
ALWAYS_INLINE size_t search(size_t width, size_t prefix, cdice_rows rows, cdice_groups groups, cdice_hit *hits) {
  size_t count = 0;
  for (size_t g = 0; g < groups.groups; g++) {
    const uint64_t *group = groups.words + g * width * 8;
    const int64_t *need = groups.need + g * 8, *early = groups.early + g * 8;
    for (size_t r = 0; r < rows.count; r++) {
      const uint64_t *row = rows.words + r * width;
      int64_t common[8] = {0};
      for (size_t w = 0; w < prefix; w++)
        for (size_t lane = 0; lane < 8; lane++) common[lane] += __builtin_popcountll(row[w] & group[w * 8 + lane]);
      int may = 0;
      for (size_t lane = 0; lane < 8; lane++) may |= common[lane] >= rows.need[r] + early[lane];
      if (!may) continue;
      for (size_t w = prefix; w < width; w++)
        for (size_t lane = 0; lane < 8; lane++) common[lane] += __builtin_popcountll(row[w] & group[w * 8 + lane]);
      count = add_hits(hits, count, (uint32_t)r, (uint32_t)(g * 8), common, rows.need[r], need);
    }
  }
  return count;
}

size_t search_plain(size_t width, size_t prefix, cdice_rows rows, cdice_groups groups, cdice_hit *hits) {
  return search(width, prefix, rows, groups, hits);
}

#if defined(__x86_64__)
__attribute__((target("popcnt")))
size_t search_popcnt(size_t width, size_t prefix, cdice_rows rows, cdice_groups groups, cdice_hit *hits) {
  return search(width, prefix, rows, groups, hits);
}
#endif

ALWAYS_INLINE uint32_t common_bits(const uint64_t *a, const uint64_t *b, size_t width) {
  uint32_t common = 0;
  for (size_t w = 0; w < width; w++) common += (uint32_t)__builtin_popcountll(a[w] & b[w]);
  return common;
}

#if defined(__x86_64__)
__attribute__((target("popcnt")))
static uint32_t common_popcnt(const uint64_t *a, const uint64_t *b, size_t width) { return common_bits(a, b, width); }

uint32_t cdice_common(const uint64_t *a, const uint64_t *b, size_t width) {
  return __builtin_cpu_supports("popcnt") ? common_popcnt(a, b, width) : common_bits(a, b, width);
}
#else
uint32_t cdice_common(const uint64_t *a, const uint64_t *b, size_t width) { return common_bits(a, b, width); }
#endif
