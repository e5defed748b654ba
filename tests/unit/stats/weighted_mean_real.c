/*
 * Scores of integrated care boards from those of the smaller areas in them: recipe 12 of the README of the
 * real data, which is read in place.
 */

#include "stats/weighted_mean.h"

#include <criterion/criterion.h>
#include <math.h>

#include "base/arena.h"
#include "support/fixture.h"
#include "support/real.h"
#include "support/sheet.h"

TestSuite(weighted_mean_real, .init = fixture_set_up, .fini = fixture_tear_down);

enum { AREAS_MOST = 60 };

/* Whether an area counts to the published row: same boundaries, board and index. */
static bool belongs(const struct sheet *areas, size_t area, const struct sheet *boards,
		    size_t board)
{
	return sheet_is(areas, area, "icb_code", sheet_text(boards, board, "icb_code")) &&
	       sheet_is(areas, area, "index", sheet_text(boards, board, "index")) &&
	       sheet_is(areas, area, "sicbl_vintage", sheet_text(boards, board, "icb_vintage"));
}

static double score_of(const struct sheet *areas, const struct sheet *boards, size_t board)
{
	struct weighted_value values[AREAS_MOST];
	size_t count = 0;
	double mean = 0;

	for (size_t i = 0; i < sheet_rows(areas); i++) {
		if (!belongs(areas, i, boards, board))
			continue;
		cr_assert_lt(count, AREAS_MOST);
		values[count++] = (struct weighted_value){ sheet_number(areas, i, "avg_score"),
							   sheet_number(areas, i, "weight_pop") };
	}
	cr_assert_eq(weighted_mean(values, count, &mean), STATS_OK, "row %zu", board + 2);
	return mean;
}

/* Of the published scores of a year how many come out, and of how many. */
static void expect_year(const struct sheet *areas, const struct sheet *boards, const char *year,
			size_t wanted, size_t of)
{
	size_t agree = 0, all = 0;

	for (size_t i = 0; i < sheet_rows(boards); i++) {
		double published, got;

		if (!sheet_is(boards, i, "icb_vintage", year))
			continue;
		published = sheet_number(boards, i, "published_avg_score");
		/* Boards of newer boundaries have no published score. */
		if (isnan(published))
			continue;
		got = score_of(areas, boards, i);
		all++;
		agree += fabs(got - published) <= 0.0005;
		/* The worst is a value that stood at the edge of two roundings. */
		cr_expect_leq(fabs(got - published), 0.00051, "row %zu: %.9f, not %.3f", i + 2, got,
			      published);
	}
	cr_expect_eq(all, of, "%s: %zu", year, all);
	cr_expect_eq(agree, wanted, "%s: %zu", year, agree);
}

Test(weighted_mean_real, recipe_12_scores_of_integrated_care_boards)
{
	const struct sheet *areas =
		sheet_read(arena, real_file(arena, "imd/imd2025_subicb_scores_long.csv.gz"));
	const struct sheet *boards =
		sheet_read(arena, real_file(arena, "imd/imd2025_icb_published_vs_computed.csv.gz"));

	expect_year(areas, boards, "2023", 419, 420);
	expect_year(areas, boards, "2024", 419, 420);
	expect_year(areas, boards, "2025", 419, 420);
	expect_year(areas, boards, "2026", 290, 290);
}
