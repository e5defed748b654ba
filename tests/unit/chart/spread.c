#include "chart/spread.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "support/trials.h"
#include "support/vectors_random.h"

enum { DRAWS = TRIALS(3000), LABELS_MOST = 12 };

static const double spacing = 12.5, low = 20, high = 260;

static int compare(const void *a, const void *b)
{
	const double *first = a, *second = b;

	return *first < *second ? -1 : *first > *second;
}

static size_t random_places(struct vectors_random *random, double *places)
{
	size_t count = 1 + (size_t)vectors_random_between(random, 0, LABELS_MOST);

	for (size_t i = 0; i < count; i++)
		places[i] = vectors_random_between(random, low, high);
	qsort(places, count, sizeof(*places), compare);
	return count;
}

static double moves(const double *wanted, const double *places, size_t count)
{
	double sum = 0;

	for (size_t i = 0; i < count; i++)
		sum += (places[i] - wanted[i]) * (places[i] - wanted[i]);
	return sum;
}

static bool is_allowed(const double *places, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (places[i] < low - 1e-9 || places[i] > high + 1e-9 ||
		    (i > 0 && places[i] - places[i - 1] < spacing - 1e-9))
			return false;
	return true;
}

Test(spread, labels_that_are_apart_stay_where_they_are)
{
	double places[] = { 30, 42.5, 60, 200 };
	const double wanted[] = { 30, 42.5, 60, 200 };

	spread_places(places, 4, spacing, low, high);
	for (size_t i = 0; i < 4; i++)
		cr_assert_float_eq(places[i], wanted[i], 1e-9);
}

Test(spread, two_labels_at_one_place_move_by_half_each)
{
	double places[] = { 100, 100 };

	spread_places(places, 2, spacing, low, high);
	cr_assert_float_eq(places[0], 100 - spacing / 2, 1e-9);
	cr_assert_float_eq(places[1], 100 + spacing / 2, 1e-9);
}

Test(spread, labels_keep_apart_and_inside)
{
	struct vectors_random random = { 41 };

	for (int i = 0; i < DRAWS; i++) {
		double places[LABELS_MOST + 1];
		size_t count = random_places(&random, places);

		spread_places(places, count, spacing, low, high);
		cr_assert(is_allowed(places, count), "draw %d", i);
	}
}

Test(spread, no_small_change_would_move_the_labels_less)
{
	struct vectors_random random = { 42 };

	for (int i = 0; i < DRAWS; i++) {
		double wanted[LABELS_MOST + 1], places[LABELS_MOST + 1], other[LABELS_MOST + 1];
		size_t count = random_places(&random, wanted);
		double best;

		memcpy(places, wanted, sizeof(places));
		spread_places(places, count, spacing, low, high);
		best = moves(wanted, places, count);
		/* The sum of squares has one lowest place: a run of labels moved together finds it. */
		for (size_t first = 0; first < count; first++)
			for (size_t last = first; last < count; last++)
				for (int way = -1; way <= 1; way += 2) {
					memcpy(other, places, sizeof(other));
					for (size_t j = first; j <= last; j++)
						other[j] += way * 0.01;
					if (is_allowed(other, count))
						cr_assert_geq(moves(wanted, other, count),
							      best - 1e-9, "draw %d", i);
				}
	}
}

Test(spread, without_room_the_labels_share_what_there_is)
{
	double places[] = { 20, 21, 22, 23, 24 };

	spread_places(places, 5, 30, 20, 100);
	for (size_t i = 0; i < 5; i++)
		cr_assert_float_eq(places[i], 20 + 20 * (double)i, 1e-9);
}

Test(spread, nothing_is_done_for_no_labels)
{
	spread_places(NULL, 0, spacing, low, high);
}

Test(spread, labels_of_different_sizes_keep_their_gap)
{
	double starts[] = { 50, 52, 90 };
	const double sizes[] = { 24, 12, 12 };

	spread_labels(starts, sizes, 3, 2, 0, 200);
	cr_expect_geq(starts[1], starts[0] + 24 + 2 - 1e-9);
	cr_expect_geq(starts[2], starts[1] + 12 + 2 - 1e-9);
	/* The two that touch move by as much, in opposite directions. */
	cr_expect_float_eq(50 - starts[0], starts[1] - 52, 1e-9);
	cr_expect_float_eq(starts[2], 90, 1e-9);
}
