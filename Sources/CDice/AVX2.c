#include "Search.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET __attribute__((target("avx2,popcnt")))

// Bits are counted in half-bytes by a table in a register, and summed in bytes: 31 words of 8 bits each fit in one. So
// words are taken 31 at a time at most, and then summed to 64 bits.
TARGET ALWAYS_INLINE __m256i counts(__m256i word) {
  const __m256i table = _mm256_setr_epi8(
      0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
  const __m256i low = _mm256_set1_epi8(15);
  return _mm256_add_epi8(
      _mm256_shuffle_epi8(table, _mm256_and_si256(word, low)),
      _mm256_shuffle_epi8(table, _mm256_and_si256(_mm256_srli_epi16(word, 4), low)));
}

// One row against the eight filters of a group, from one word to another.
TARGET ALWAYS_INLINE void add_common(
    const uint64_t *row, const uint64_t *group, size_t from, size_t to, __m256i *left, __m256i *right) {
  const __m256i zero = _mm256_setzero_si256();
  for (size_t start = from; start < to; start += 31) {
    size_t end = start + 31 < to ? start + 31 : to;
    __m256i l = zero, r = zero;
    for (size_t w = start; w < end; w++) {
      __m256i word = _mm256_set1_epi64x((long long)row[w]);
      const __m256i *filters = (const __m256i *)(group + w * 8);
      l = _mm256_add_epi8(l, counts(_mm256_and_si256(word, _mm256_loadu_si256(filters))));
      r = _mm256_add_epi8(r, counts(_mm256_and_si256(word, _mm256_loadu_si256(filters + 1))));
    }
    *left = _mm256_add_epi64(*left, _mm256_sad_epu8(l, zero));
    *right = _mm256_add_epi64(*right, _mm256_sad_epu8(r, zero));
  }
}

// Whether a lane falls short of its need: 1 bits where it does.
TARGET ALWAYS_INLINE __m256i short_of(__m256i common, const int64_t *needs, __m256i need) {
  return _mm256_cmpgt_epi64(_mm256_add_epi64(_mm256_loadu_si256((const __m256i *)needs), need), common);
}

TARGET size_t search_avx2(size_t width, size_t prefix, cdice_rows rows, cdice_groups groups, cdice_hit *hits) {
  size_t count = 0;
  for (size_t r = 0; r < rows.count; r++) {
    const uint64_t *row = rows.words + r * width;
    const __m256i need = _mm256_set1_epi64x(rows.need[r]);
    for (size_t g = 0; g < groups.groups; g++) {
      const uint64_t *group = groups.words + g * width * 8;
      __m256i left = _mm256_setzero_si256(), right = left;
      add_common(row, group, 0, prefix, &left, &right);
      __m256i out = _mm256_and_si256(
          short_of(left, groups.early + g * 8, need), short_of(right, groups.early + g * 8 + 4, need));
      if (_mm256_movemask_epi8(out) == -1) continue;
      add_common(row, group, prefix, width, &left, &right);
      int64_t common[8];
      _mm256_storeu_si256((__m256i *)common, left);
      _mm256_storeu_si256((__m256i *)(common + 4), right);
      count = add_hits(hits, count, (uint32_t)r, (uint32_t)(g * 8), common, rows.need[r], groups.need + g * 8);
    }
  }
  return count;
}
#endif
