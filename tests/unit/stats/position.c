#include "stats/position.h"

#include <criterion/criterion.h>
#include <math.h>

#include "support/vectors_random.h"

enum { AREAS_MOST = 100 };

static void expect(const double *values, size_t count, unsigned parts, const unsigned *wanted)
{
	double sorted[AREAS_MOST];
	unsigned got[AREAS_MOST];

	cr_assert_eq(position_assign(values, count, parts, sorted, got), STATS_OK);
	for (size_t i = 0; i < count; i++)
		cr_expect_eq(got[i], wanted[i], "area %zu: %u, not %u", i, got[i], wanted[i]);
}

Test(position, equal_parts_hold_the_values_from_the_lowest)
{
	expect((double[]){ 9, 1, 7, 3, 5, 10, 2, 8, 4, 6 }, 10, 5,
	       (unsigned[]){ 5, 1, 4, 2, 3, 5, 1, 4, 2, 3 });
}

Test(position, what_is_left_over_goes_to_the_first_parts)
{
	expect((double[]){ 1, 2, 3, 4, 5, 6, 7 }, 7, 5, (unsigned[]){ 1, 1, 2, 2, 3, 4, 5 });
	expect((double[]){ 1, 2, 3, 4, 5, 6, 7, 8, 9 }, 9, 5,
	       (unsigned[]){ 1, 1, 2, 2, 3, 3, 4, 4, 5 });
	expect((double[]){ 4, 5, 6 }, 3, 1, (unsigned[]){ 1, 1, 1 });
}

Test(position, equal_values_share_the_lowest_place)
{
	expect((double[]){ 1, 2, 2, 2, 5 }, 5, 5, (unsigned[]){ 1, 2, 2, 2, 5 });
	expect((double[]){ 3, 3, 3, 3, 3 }, 5, 5, (unsigned[]){ 1, 1, 1, 1, 1 });
}

Test(position, needs_as_many_values_as_parts)
{
	double sorted[4], missing[] = { 1, nan(""), 3 };
	unsigned out[4] = { 9, 9, 9, 9 };

	cr_assert_eq(position_assign((double[]){ 1, 2, 3, 4 }, 4, 5, sorted, out),
		     STATS_TOO_FEW_GROUPS);
	cr_assert_eq(position_assign((double[]){ 1, 2, 3, 4 }, 4, 0, sorted, out),
		     STATS_OUT_OF_RANGE);
	cr_assert_eq(position_assign(missing, 3, 2, sorted, out), STATS_OUT_OF_RANGE);
	for (size_t i = 0; i < 4; i++)
		cr_assert_eq(out[i], 9);
}

Test(position, parts_differ_by_one_at_most_and_rise_with_the_values)
{
	struct vectors_random random = { 91 };

	for (int i = 0; i < 1000; i++) {
		unsigned parts = 1 + (unsigned)vectors_random_between(&random, 0, 10);
		size_t count = parts + (size_t)vectors_random_between(&random, 0, 80);
		size_t held[12] = { 0 };
		double values[AREAS_MOST], sorted[AREAS_MOST];
		unsigned got[AREAS_MOST];

		for (size_t j = 0; j < count; j++)
			values[j] = vectors_random_between(&random, -1, 1);
		cr_assert_eq(position_assign(values, count, parts, sorted, got), STATS_OK);
		for (size_t j = 0; j < count; j++) {
			held[got[j]]++;
			for (size_t k = 0; k < count; k++)
				cr_assert(values[j] >= values[k] || got[j] <= got[k]);
		}
		for (unsigned part = 1; part <= parts; part++)
			cr_assert_eq(held[part], count / parts + (part <= count % parts));
	}
}
