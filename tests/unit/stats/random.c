#include "stats/random.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>

#include "stats/normal.h"

/* Those that the authors' own program gives from this state, as other implementations publish them. */
Test(random, gives_the_published_numbers_of_its_generator)
{
	static const uint64_t published[] = {
		41943041,
		58720359,
		3588806011781223,
		3591011842654386,
		UINT64_C(9228616714210784205),
		UINT64_C(9973669472204895162),
		UINT64_C(14011001112246962877),
		UINT64_C(12406186145184390807),
		UINT64_C(15849039046786891736),
		UINT64_C(10450023813501588000),
	};
	struct random random = { { 1, 2, 3, 4 } };

	for (size_t i = 0; i < 10; i++)
		cr_assert_eq(random_bits(&random), published[i], "number %zu", i);
}

Test(random, is_seeded_with_the_published_numbers_of_splitmix)
{
	static const uint64_t published[] = {
		UINT64_C(6457827717110365317),
		UINT64_C(3203168211198807973),
		UINT64_C(9817491932198370423),
		UINT64_C(4593380528125082431),
	};
	struct random random = random_seeded(1234567);

	for (size_t i = 0; i < RANDOM_WORDS; i++)
		cr_assert_eq(random.state[i], published[i], "word %zu", i);
}

/* Published for the generator so seeded, by the rand library of Rust. */
Test(random, gives_the_published_numbers_from_a_seed)
{
	static const uint64_t published[] = {
		UINT64_C(5987356902031041503),
		UINT64_C(7051070477665621255),
		UINT64_C(6633766593972829180),
		UINT64_C(211316841551650330),
	};
	struct random random = random_seeded(0);

	for (size_t i = 0; i < 4; i++)
		cr_assert_eq(random_bits(&random), published[i], "number %zu", i);
}

Test(random, even_draws_are_never_zero_or_one)
{
	struct random none = { { 0, 5, 7, 0 } }, all = { { 0, 5, 7, UINT64_MAX } };
	struct random bits = all;

	cr_assert_eq(random_bits(&bits), UINT64_MAX);
	cr_assert_eq(random_uniform(&none), 0x1p-53);
	cr_assert_eq(random_uniform(&all), 1 - 0x1p-53);
}

Test(random, even_draws_fill_the_unit_interval)
{
	struct random random = random_seeded(3);
	size_t tenths[10] = { 0 };

	for (int i = 0; i < 100000; i++)
		tenths[(size_t)(10 * random_uniform(&random))]++;
	/* Five standard deviations of a count of 10,000. */
	for (size_t i = 0; i < 10; i++)
		cr_assert(tenths[i] > 9525 && tenths[i] < 10475, "%zu: %zu", i, tenths[i]);
}

/* By another program, which looks at the exact region alone. */
Test(random, gives_the_same_normal_draws_everywhere)
{
	static const double elsewhere[] = { 0.5223342780190356,  0.8405175157310146,
					    0.04070830588343644, -0.2917159100281734,
					    -2.4969399878286227, -0.08343946249147184 };
	struct random random = random_seeded(1);

	for (size_t i = 0; i < 6; i++)
		cr_assert_eq(random_normal(&random), elsewhere[i], "draw %zu", i);
}

static int ascending(const void *one, const void *other)
{
	double a = *(const double *)one, b = *(const double *)other;

	return (a > b) - (a < b);
}

Test(random, normal_draws_follow_the_normal_distribution)
{
	enum { DRAWS = 200000 };
	struct random random = random_seeded(4);
	double *draws = malloc(DRAWS * sizeof(*draws)), furthest = 0;

	for (int i = 0; i < DRAWS; i++)
		draws[i] = random_normal(&random);
	qsort(draws, DRAWS, sizeof(*draws), ascending);
	for (int i = 0; i < DRAWS; i++) {
		double expected = normal_distribution(draws[i]);

		furthest = fmax(furthest, fmax(fabs(expected - (double)i / DRAWS),
					       fabs(expected - (i + 1.0) / DRAWS)));
	}
	/* Kolmogorov's limit at a chance of 1 in 1,000. */
	cr_assert_lt(furthest, 1.95 / sqrt(DRAWS));
	/* The tails: 6 of 200,000 beyond 4 on either side, and 10 beyond 3.9. */
	cr_assert(draws[0] < -3.9 && draws[DRAWS - 1] > 3.9);
	cr_assert(draws[20] > -4 && draws[DRAWS - 21] < 4);
	free(draws);
}

Test(random, normal_draws_are_not_tied_to_each_other)
{
	struct random random = random_seeded(5);
	double before = random_normal(&random), products = 0, squares = 0;

	for (int i = 0; i < 100000; i++) {
		double draw = random_normal(&random);

		products += before * draw;
		squares += before * before * draw * draw;
		before = draw;
	}
	/* Both within five standard deviations. */
	cr_assert_lt(fabs(products), 5 * sqrt(100000));
	cr_assert_lt(fabs(squares / 100000 - 1), 5 * sqrt(8.0 / 100000));
}
