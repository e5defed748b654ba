#include "stats/random.h"

#include <math.h>
#include <stddef.h>

static uint64_t rotated(uint64_t bits, unsigned left)
{
	return bits << left | bits >> (64 - left);
}

struct random random_seeded(uint64_t seed)
{
	struct random random;

	for (size_t i = 0; i < RANDOM_WORDS; i++) {
		uint64_t mixed = seed += 0x9e3779b97f4a7c15;

		mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9;
		mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111eb;
		random.state[i] = mixed ^ mixed >> 31;
	}
	return random;
}

uint64_t random_bits(struct random *random)
{
	uint64_t *state = random->state;
	uint64_t bits = rotated(state[0] + state[3], 23) + state[0], shifted = state[1] << 17;

	state[2] ^= state[0];
	state[3] ^= state[1];
	state[1] ^= state[2];
	state[0] ^= state[3];
	state[2] ^= shifted;
	state[3] = rotated(state[3], 45);
	return bits;
}

double random_uniform(struct random *random)
{
	/* The middles of 2^52 equal parts, each of which a double holds exactly. */
	return ((double)(random_bits(random) >> 12) + 0.5) * 0x1p-52;
}

/*
 * Points (u, v) even over the region v^2 <= -4 u^2 log(u) have a normal ratio v/u. The region lies
 * in a box, and its edge between two quadratic curves: inside the inner one a point is kept, beyond
 * the outer one dropped, and only between them is the logarithm needed.
 */
double random_normal(struct random *random)
{
	for (;;) {
		double u = random_uniform(random);
		double v = 1.7156 * (random_uniform(random) - 0.5);
		double x = u - 0.449871, y = fabs(v) + 0.386595;
		double curve = x * x + y * (0.19600 * y - 0.25472 * x);

		if (curve < 0.27597 || (curve <= 0.27846 && v * v <= -4 * u * u * log(u)))
			return v / u;
	}
}
