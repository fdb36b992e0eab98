#include "Search.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET __attribute__((target("avx512f,avx512vpopcntdq")))

// Four rows against eight filters: for each word one load, and for each row and, count and add.
#define COUNT(from, to)                                                                        \
  for (size_t w = (from); w < (to); w++) {                                                     \
    __m512i word = _mm512_loadu_si512(group + w * 8);                                          \
    a = _mm512_add_epi64(a, _mm512_popcnt_epi64(_mm512_and_si512(word, _mm512_set1_epi64((long long)row[w]))));             \
    b = _mm512_add_epi64(b, _mm512_popcnt_epi64(_mm512_and_si512(word, _mm512_set1_epi64((long long)row[width + w]))));     \
    c = _mm512_add_epi64(c, _mm512_popcnt_epi64(_mm512_and_si512(word, _mm512_set1_epi64((long long)row[2 * width + w])))); \
    d = _mm512_add_epi64(d, _mm512_popcnt_epi64(_mm512_and_si512(word, _mm512_set1_epi64((long long)row[3 * width + w])))); \
  }

TARGET ALWAYS_INLINE __mmask8 enough(__m512i common, __m512i needs, int64_t need) {
  return _mm512_cmpge_epi64_mask(common, _mm512_add_epi64(needs, _mm512_set1_epi64(need)));
}

TARGET ALWAYS_INLINE size_t add_masked(
    cdice_hit *hits, size_t count, uint32_t row, uint32_t first, __m512i common, __mmask8 mask) {
  int64_t lanes[8];
  _mm512_storeu_si512(lanes, common);
  for (unsigned rest = mask; rest != 0; rest &= rest - 1) {
    unsigned lane = (unsigned)__builtin_ctz(rest);
    hits[count++] = (cdice_hit){row, first + lane, (uint32_t)lanes[lane]};
  }
  return count;
}

TARGET ALWAYS_INLINE size_t search(
    size_t width, size_t prefix, cdice_rows rows, cdice_groups groups, cdice_hit *hits) {
  size_t count = 0, r = 0;
  for (; r + 4 <= rows.count; r += 4) {
    const uint64_t *row = rows.words + r * width;
    const int64_t *need = rows.need + r;
    for (size_t g = 0; g < groups.groups; g++) {
      const uint64_t *group = groups.words + g * width * 8;
      __m512i a = _mm512_setzero_si512(), b = a, c = a, d = a;
      COUNT(0, prefix)
      __m512i early = _mm512_loadu_si512(groups.early + g * 8);
      if (__builtin_expect(
              (enough(a, early, need[0]) | enough(b, early, need[1]) | enough(c, early, need[2]) |
               enough(d, early, need[3])) == 0,
              1))
        continue;
      COUNT(prefix, width)
      __m512i needs = _mm512_loadu_si512(groups.need + g * 8);
      const __m512i sums[4] = {a, b, c, d};
      for (uint32_t i = 0; i < 4; i++) {
        __mmask8 mask = enough(sums[i], needs, need[i]);
        if (mask) count = add_masked(hits, count, (uint32_t)r + i, (uint32_t)(g * 8), sums[i], mask);
      }
    }
  }
  if (r < rows.count) {
    cdice_rows rest = {rows.words + r * width, rows.need + r, rows.count - r};
    size_t more = search_popcnt(width, prefix, rest, groups, hits + count);
    for (size_t i = 0; i < more; i++) hits[count + i].row += (uint32_t)r;
    count += more;
  }
  return count;
}

// The loops are unrolled for the usual lengths of a filter.
TARGET size_t search_avx512(size_t width, size_t prefix, cdice_rows rows, cdice_groups groups, cdice_hit *hits) {
  switch (width) {
  case 8: return search(8, prefix, rows, groups, hits);
  case 16: return search(16, prefix, rows, groups, hits);
  case 32: return search(32, prefix, rows, groups, hits);
  default: return search(width, prefix, rows, groups, hits);
  }
}
#endif
