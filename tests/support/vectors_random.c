#include "support/vectors_random.h"

#include <math.h>

static uint64_t next(struct vectors_random *random)
{
	uint64_t bits = random->state += 0x9e3779b97f4a7c15;

	bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
	bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
	return bits ^ (bits >> 31);
}

double vectors_random_between(struct vectors_random *random, double low, double high)
{
	return low + (high - low) * ((double)(next(random) >> 11) * 0x1p-53);
}

double vectors_random_count(struct vectors_random *random, double low, double high)
{
	return floor(expm1(vectors_random_between(random, log1p(low), log1p(high + 1))));
}
