/*
 * random.h - numbers drawn by chance that are the same on every run and every machine.
 *
 * The state is the caller's; nothing is kept anywhere else. Bits and even draws are whole-number
 * arithmetic and so exact. A normal draw is the ratio of two even ones: the logarithm, in which
 * mathematical libraries differ by a last digit, only decides in about 1 of 80 cases whether a
 * ratio is kept, and no figure is made from it.
 *
 * Source:  xoshiro256++ 1.0 by Blackman and Vigna (2021), ACM Trans Math Softw 47:36, seeded by
 *          SplitMix64, Steele, Lea and Flood (2014), OOPSLA; both in the public domain. Normal
 *          draws by ratio of uniforms with quadratic bounds, Leva (1992), ACM Trans Math Softw
 *          18:449-453.
 */
#ifndef GRADIENT_STATS_RANDOM_H
#define GRADIENT_STATS_RANDOM_H

#include <stdint.h>

enum { RANDOM_WORDS = 4 };

struct random {
	uint64_t state[RANDOM_WORDS]; /* not all 0 */
};

/* Any seed will do; near ones give unrelated numbers. */
struct random random_seeded(uint64_t seed);

/* 64 bits, each 0 or 1 with the same chance. */
uint64_t random_bits(struct random *random);

/* Even over (0, 1), in steps of 2^-52; never 0 or 1. */
double random_uniform(struct random *random);

/* Standard normal: mean 0, standard deviation 1. */
double random_normal(struct random *random);

#endif
