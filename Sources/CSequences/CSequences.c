#include "CSequences.h"

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

// A row by vectors of so many lanes, four at a time, as each has to wait for the column to its left.
#define ROW(name, target, vector, width, load, store, add, least)                                                       \
  target static void name(const double *cost, const double *before, double *after, size_t columns) {                   \
    for (size_t first = 0; first < CSEQUENCES_LANES; first += 4 * (width)) {                                             \
      const double *c = cost + first, *b = before + first;                                                               \
      double *a = after + first;                                                                                         \
      vector left0 = load(b), left1 = load(b + (width)), left2 = load(b + 2 * (width)), left3 = load(b + 3 * (width));   \
      vector corner0 = left0, corner1 = left1, corner2 = left2, corner3 = left3;                                         \
      store(a, left0), store(a + (width), left1), store(a + 2 * (width), left2), store(a + 3 * (width), left3);          \
      for (size_t k = 0; k < columns; k++, c += CSEQUENCES_LANES) {                                                      \
        b += CSEQUENCES_LANES, a += CSEQUENCES_LANES;                                                                    \
        vector above0 = load(b), above1 = load(b + (width)), above2 = load(b + 2 * (width)),                             \
               above3 = load(b + 3 * (width));                                                                           \
        left0 = least(least(add(corner0, load(c)), above0), left0);                                                      \
        left1 = least(least(add(corner1, load(c + (width))), above1), left1);                                            \
        left2 = least(least(add(corner2, load(c + 2 * (width))), above2), left2);                                        \
        left3 = least(least(add(corner3, load(c + 3 * (width))), above3), left3);                                        \
        store(a, left0), store(a + (width), left1), store(a + 2 * (width), left2), store(a + 3 * (width), left3);        \
        corner0 = above0, corner1 = above1, corner2 = above2, corner3 = above3;                                          \
      }                                                                                                                  \
    }                                                                                                                    \
  }

#if defined(__x86_64__)
#define LOAD512(place) _mm512_loadu_si512((const void *)(place))
#define STORE512(place, value) _mm512_storeu_si512((void *)(place), value)
#define LOAD256(place) _mm256_loadu_si256((const __m256i *)(place))
#define STORE256(place, value) _mm256_storeu_si256((__m256i *)(place), value)
#define LOAD128(place) _mm_loadu_si128((const __m128i *)(place))
#define STORE128(place, value) _mm_storeu_si128((__m128i *)(place), value)

ROW(row_avx512, __attribute__((target("avx512f"))), __m512d, 8, _mm512_loadu_pd, _mm512_storeu_pd, _mm512_add_pd, _mm512_min_pd)
ROW(row_avx2, __attribute__((target("avx2"))), __m256d, 4, _mm256_loadu_pd, _mm256_storeu_pd, _mm256_add_pd, _mm256_min_pd)
ROW(row_plain, , __m128d, 2, _mm_loadu_pd, _mm_storeu_pd, _mm_add_pd, _mm_min_pd)
#elif defined(__aarch64__)
ROW(row_plain, , float64x2_t, 2, vld1q_f64, vst1q_f64, vaddq_f64, vminq_f64)
#else
static double load_one(const double *place) { return *place; }
static void store_one(double *place, double value) { *place = value; }
static double add_one(double a, double b) { return a + b; }
static double least_one(double a, double b) { return a < b ? a : b; }
ROW(row_plain, , double, 1, load_one, store_one, add_one, least_one)
#endif

void csequences_row(const double *cost, const double *before, double *after, size_t columns) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) { row_avx512(cost, before, after, columns); return; }
  if (__builtin_cpu_supports("avx2")) { row_avx2(cost, before, after, columns); return; }
#endif
  row_plain(cost, before, after, columns);
}

// Eight sequences beside one, a lane each, by the lanes that a vector has; `less(a, b)` is what b has and a has not.
#define COMMON(name, target, vector, width, load, store, add, both, either, less)                                        \
  target static void name(                                                                                               \
      const uint64_t *masks, const uint8_t *states, uint64_t *rows, size_t first, size_t length, uint8_t *common) {      \
    for (size_t lane = 0; lane < 8; lane += (width)) {                                                                   \
      vector row = load(rows + 8 * first + lane);                                                                        \
      for (size_t place = first; place < length; place++) {                                                              \
        vector met = both(row, load(masks + 8 * (size_t)states[place] + lane));                                          \
        row = either(add(row, met), less(met, row));                                                                     \
        store(rows + 8 * (place + 1) + lane, row);                                                                       \
      }                                                                                                                  \
    }                                                                                                                    \
    for (size_t lane = 0; lane < 8; lane++) common[lane] = (uint8_t)__builtin_popcountll(~rows[8 * length + lane]);      \
  }

#if defined(__x86_64__)
COMMON(common_avx512, __attribute__((target("avx512f,popcnt"))), __m512i, 8, LOAD512, STORE512, _mm512_add_epi64, _mm512_and_si512,
       _mm512_or_si512, _mm512_andnot_si512)
COMMON(common_avx2, __attribute__((target("avx2,popcnt"))), __m256i, 4, LOAD256, STORE256, _mm256_add_epi64, _mm256_and_si256,
       _mm256_or_si256, _mm256_andnot_si256)
COMMON(common_plain, , __m128i, 2, LOAD128, STORE128, _mm_add_epi64, _mm_and_si128, _mm_or_si128, _mm_andnot_si128)
#else
static uint64_t load_word(const uint64_t *place) { return *place; }
static void store_word(uint64_t *place, uint64_t value) { *place = value; }
static uint64_t add_words(uint64_t a, uint64_t b) { return a + b; }
static uint64_t both_words(uint64_t a, uint64_t b) { return a & b; }
static uint64_t either_word(uint64_t a, uint64_t b) { return a | b; }
static uint64_t less_word(uint64_t a, uint64_t b) { return ~a & b; }
COMMON(common_plain, , uint64_t, 1, load_word, store_word, add_words, both_words, either_word, less_word)
#endif

void csequences_common(
    const uint64_t *masks, const uint8_t *states, uint64_t *rows, size_t first, size_t length, uint8_t *common) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) { common_avx512(masks, states, rows, first, length, common); return; }
  if (__builtin_cpu_supports("avx2")) { common_avx2(masks, states, rows, first, length, common); return; }
#endif
  common_plain(masks, states, rows, first, length, common);
}
