// Counts the bits that filters have in common, for many filters against many, and names the pairs that have enough of
// them. The fastest way that the processor has is found when the program runs; nothing special is needed to build.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// A way of counting bits.
typedef enum {
  /// By shifts and sums, on any processor.
  CDICE_PLAIN,
  /// By the POPCNT instruction of x86-64.
  CDICE_POPCNT,
  /// By AVX2, eight filters against four at once.
  CDICE_AVX2,
  /// By AVX-512 with VPOPCNTDQ, eight filters against four at once.
  CDICE_AVX512,
  /// By NEON, eight filters against four at once.
  CDICE_NEON,
} cdice_way;

/// Whether this processor has a way.
int cdice_has(cdice_way way);

/// The fastest way that this processor has.
cdice_way cdice_best(void);

/// Filters one after another, each `width` words. A pair is named when it has in common at least the sum of both
/// filters' `need` (which may be below nought).
typedef struct {
  const uint64_t *words;
  const int64_t *need;
  size_t count;
} cdice_rows;

/// Filters in groups of eight: word w of the eight filters of group g stands at words[(g * width + w) * 8]. `need` has
/// eight entries for each group, those of no filter too large to be met. `early` is `need` less the ones that a filter
/// has beyond its first `prefix` words: fewer in common than that by then, and the pair is out.
typedef struct {
  const uint64_t *words;
  const int64_t *need;
  const int64_t *early;
  size_t groups;
} cdice_groups;

/// A pair with enough in common: the position of the row, of the filter among those of the groups, and the number.
typedef struct {
  uint32_t row;
  uint32_t filter;
  uint32_t common;
} cdice_hit;

/// Compares every row with every filter of the groups and writes the pairs with enough in common to `hits`, which has
/// room for all pairs. Returns how many there are; their order depends on the way.
size_t cdice_search(cdice_way way, size_t width, size_t prefix, cdice_rows rows, cdice_groups groups, cdice_hit *hits);

/// How many bits two filters have in common.
uint32_t cdice_common(const uint64_t *a, const uint64_t *b, size_t width);
