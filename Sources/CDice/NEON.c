#include "Search.h"

#if defined(__aarch64__)
#include <arm_neon.h>

// One row against the eight filters of a group, from one word to another. Bits are counted and summed in bytes: 31 words
// of 8 bits each fit in one, so words are taken 31 at a time at most.
ALWAYS_INLINE void add_common(const uint64_t *row, const uint64_t *group, size_t from, size_t to, uint64x2_t sums[4]) {
  for (size_t start = from; start < to; start += 31) {
    size_t end = start + 31 < to ? start + 31 : to;
    uint8x16_t bytes[4] = {vdupq_n_u8(0), vdupq_n_u8(0), vdupq_n_u8(0), vdupq_n_u8(0)};
    for (size_t w = start; w < end; w++) {
      uint64x2_t word = vdupq_n_u64(row[w]);
      for (int i = 0; i < 4; i++) {
        uint64x2_t both = vandq_u64(word, vld1q_u64(group + w * 8 + 2 * i));
        bytes[i] = vaddq_u8(bytes[i], vcntq_u8(vreinterpretq_u8_u64(both)));
      }
    }
    for (int i = 0; i < 4; i++)
      sums[i] = vaddq_u64(sums[i], vpaddlq_u32(vpaddlq_u16(vpaddlq_u8(bytes[i]))));
  }
}

size_t search_neon(size_t width, size_t prefix, cdice_rows rows, cdice_groups groups, cdice_hit *hits) {
  size_t count = 0;
  for (size_t r = 0; r < rows.count; r++) {
    const uint64_t *row = rows.words + r * width;
    const int64x2_t need = vdupq_n_s64(rows.need[r]);
    for (size_t g = 0; g < groups.groups; g++) {
      const uint64_t *group = groups.words + g * width * 8;
      uint64x2_t sums[4] = {vdupq_n_u64(0), vdupq_n_u64(0), vdupq_n_u64(0), vdupq_n_u64(0)};
      add_common(row, group, 0, prefix, sums);
      uint64x2_t may = vdupq_n_u64(0);
      for (int i = 0; i < 4; i++) {
        int64x2_t early = vaddq_s64(need, vld1q_s64(groups.early + g * 8 + 2 * i));
        may = vorrq_u64(may, vcgeq_s64(vreinterpretq_s64_u64(sums[i]), early));
      }
      if ((vgetq_lane_u64(may, 0) | vgetq_lane_u64(may, 1)) == 0) continue;
      add_common(row, group, prefix, width, sums);
      int64_t common[8];
      for (int i = 0; i < 4; i++) vst1q_s64(common + 2 * i, vreinterpretq_s64_u64(sums[i]));
      count = add_hits(hits, count, (uint32_t)r, (uint32_t)(g * 8), common, rows.need[r], groups.need + g * 8);
    }
  }
  return count;
}
#endif
