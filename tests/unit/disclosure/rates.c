/* Rates that are made of a few parts are equations between them. */

#include "disclosure/rates.h"

#include <criterion/criterion.h>
#include <math.h>

static const struct disclosure_rule local = {
	.hides = true, .hide_from = 1, .hide_to = 4, .secondary = true, .least_values = 4
};

static struct span around(double number, double half)
{
	return (struct span){ number - half, number + half };
}

/* The rate of the parts as it is printed to one decimal beside their exact total. */
static struct rate_seen seen_of(const struct rate_part *parts, size_t count)
{
	double events = 0, rate = 0;

	for (size_t i = 0; i < count; i++) {
		events += parts[i].events;
		rate += parts[i].events * parts[i].factor;
	}
	return (struct rate_seen){ { events, events },
				   around(rate, 0.05),
				   { -INFINITY, INFINITY } };
}

/* 3 x 1.61 + 97 x 1.95 = 194.0, and 4 x 1.61 + 96 x 1.95 = 193.6: only 3 will do. */
Test(rates, of_two_parts_give_both_away)
{
	const struct rate_part parts[] = { { 3, 1.61 }, { 97, 1.95 } };
	const struct rate_seen seen = seen_of(parts, 2);

	cr_expect(rate_exposes(&local, parts, 2, &seen));
}

Test(rates, of_two_parts_of_like_rates_give_nothing_away)
{
	const struct rate_part parts[] = { { 3, 1.61 }, { 97, 1.612 } };
	const struct rate_seen seen = seen_of(parts, 2);

	cr_expect_not(rate_exposes(&local, parts, 2, &seen));
}

Test(rates, without_a_small_part_have_nothing_to_give_away)
{
	const struct rate_part parts[] = { { 30, 1.61 }, { 70, 1.95 } };
	const struct rate_seen seen = seen_of(parts, 2);

	cr_expect_not(rate_exposes(&local, parts, 2, &seen));
}

/* Two parts can be exchanged for a third; with the variance, from the limits, there is a third equation. */
Test(rates, of_three_parts_give_them_away_with_their_limits)
{
	const struct rate_part parts[] = { { 3, 1 }, { 47, 2 }, { 50, 4 } };
	struct rate_seen seen = seen_of(parts, 3);

	cr_expect_not(rate_exposes(&local, parts, 3, &seen));
	seen.variance = around(3 + 47 * 4 + 50 * 16, 0.05);
	cr_expect(rate_exposes(&local, parts, 3, &seen));
}

/*
 * Ten events in eight bands: in fractions the band of 2 can be much, but of all 19,448 ways to share ten out few have
 * this rate, and in all of them the band has fewer numbers than the four that a local body asks for.
 */
Test(rates, of_few_events_give_them_away_to_whoever_tries_all_numbers)
{
	const struct rate_part parts[] = { { 2, 1.13 }, { 0, 2.71 }, { 0, 4.17 }, { 1, 7.39 },
					   { 0, 11.3 }, { 2, 19.7 }, { 0, 31.9 }, { 5, 53.3 } };
	struct rate_seen seen = seen_of(parts, 8);

	seen.variance =
		around(2 * 1.13 * 1.13 + 7.39 * 7.39 + 2 * 19.7 * 19.7 + 5 * 53.3 * 53.3, 0.5);
	cr_expect(rate_exposes(&local, parts, 8, &seen));
}

/* With a coarse rate and many events there are ways enough. */
Test(rates, of_more_events_in_many_parts_give_nothing_away)
{
	const struct rate_part parts[] = { { 2, 1.13 }, { 6, 2.71 }, { 7, 4.17 }, { 5, 7.39 },
					   { 8, 11.3 }, { 6, 19.7 }, { 9, 31.9 }, { 7, 53.3 } };
	const struct rate_seen seen = seen_of(parts, 8);

	cr_expect_not(rate_exposes(&local, parts, 8, &seen));
}
