#include "Search.h"

#if defined(__x86_64__)
static int has_avx512(void) {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vpopcntdq");
}
#endif

int cdice_has(cdice_way way) {
  switch (way) {
  case CDICE_PLAIN: return 1;
#if defined(__x86_64__)
  case CDICE_POPCNT: return __builtin_cpu_supports("popcnt") != 0;
  case CDICE_AVX2: return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("popcnt") != 0;
  case CDICE_AVX512: return has_avx512() != 0;
#elif defined(__aarch64__)
  case CDICE_NEON: return 1;
#endif
  default: return 0;
  }
}

cdice_way cdice_best(void) {
  const cdice_way ways[] = {CDICE_AVX512, CDICE_AVX2, CDICE_POPCNT, CDICE_NEON};
  for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
    if (cdice_has(ways[i])) return ways[i];
  return CDICE_PLAIN;
}

size_t cdice_search(cdice_way way, size_t width, size_t prefix, cdice_rows rows, cdice_groups groups, cdice_hit *hits) {
  switch (way) {
#if defined(__x86_64__)
  case CDICE_POPCNT: return search_popcnt(width, prefix, rows, groups, hits);
  case CDICE_AVX2: return search_avx2(width, prefix, rows, groups, hits);
  case CDICE_AVX512: return search_avx512(width, prefix, rows, groups, hits);
#elif defined(__aarch64__)
  case CDICE_NEON: return search_neon(width, prefix, rows, groups, hits);
#endif
  default: return search_plain(width, prefix, rows, groups, hits);
  }
}
