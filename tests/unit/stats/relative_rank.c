#include "stats/relative_rank.h"

#include <criterion/criterion.h>
#include <math.h>

#include "support/vectors_random.h"

enum { GROUPS_MOST = 100 };

Test(relative_rank, of_five_equal_groups)
{
	double populations[] = { 3, 3, 3, 3, 3 }, shares[5], ranks[5];

	cr_assert_eq(relative_ranks(populations, 5, shares, ranks), STATS_OK);
	for (size_t i = 0; i < 5; i++) {
		cr_assert_float_eq(shares[i], 0.2, 1e-16);
		cr_assert_float_eq(ranks[i], 0.1 + 0.2 * (double)i, 1e-15);
	}
}

Test(relative_rank, of_an_empty_group_is_on_the_edge_between_its_neighbours)
{
	double populations[] = { 10, 0, 30 }, shares[3], ranks[3];

	cr_assert_eq(relative_ranks(populations, 3, shares, ranks), STATS_OK);
	cr_assert_eq(shares[1], 0);
	cr_assert_float_eq(ranks[1], 0.25, 1e-16);
}

Test(relative_rank, needs_people)
{
	double populations[] = { 0, 0 }, shares[] = { -7, -7 }, ranks[] = { -7, -7 };

	cr_assert_eq(relative_ranks(populations, 2, shares, ranks), STATS_NO_DENOMINATOR);
	cr_assert_eq(relative_ranks(populations, 0, shares, ranks), STATS_NO_DENOMINATOR);
	cr_assert(shares[0] == -7 && ranks[1] == -7);
}

Test(relative_rank, refuses_fewer_than_no_people)
{
	double populations[] = { 10, -1 }, shares[] = { -7, -7 }, ranks[] = { -7, -7 };

	cr_assert_eq(relative_ranks(populations, 2, shares, ranks), STATS_OUT_OF_RANGE);
	populations[1] = nan("");
	cr_assert_eq(relative_ranks(populations, 2, shares, ranks), STATS_OUT_OF_RANGE);
	cr_assert(shares[0] == -7 && ranks[0] == -7);
}

Test(relative_rank, averages_one_half_and_rises)
{
	struct vectors_random random = { 13 };

	for (int i = 0; i < 1000; i++) {
		size_t count = (size_t)vectors_random_count(&random, 1, GROUPS_MOST - 1);
		double populations[GROUPS_MOST], shares[GROUPS_MOST], ranks[GROUPS_MOST];
		double mean = 0, variance = 0, cubes = 0;

		for (size_t j = 0; j < count; j++)
			populations[j] = vectors_random_between(&random, 1, 1e5);
		cr_assert_eq(relative_ranks(populations, count, shares, ranks), STATS_OK);
		for (size_t j = 0; j < count; j++) {
			cr_assert(j == 0 || ranks[j] > ranks[j - 1]);
			mean += shares[j] * ranks[j];
			variance += shares[j] * (ranks[j] - 0.5) * (ranks[j] - 0.5);
			cubes += shares[j] * shares[j] * shares[j];
		}
		cr_assert_float_eq(mean, 0.5, 1e-14);
		cr_assert_float_eq(variance, (1 - cubes) / 12, 1e-14);
	}
}

Test(relative_rank, refuses_more_people_than_a_number_holds)
{
	double populations[] = { 1e308, 1e308 }, shares[] = { -7, -7 }, ranks[] = { -7, -7 };

	cr_assert_eq(relative_ranks(populations, 2, shares, ranks), STATS_OUT_OF_RANGE);
	cr_assert(shares[0] == -7 && ranks[1] == -7);
}
