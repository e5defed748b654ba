/* Limits of the slope index that come from a simulation, in files made for it. */

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "support/vectors_sheet.h"
#include "support/workplace.h"
#include "vectors/check.h"

#define SEEN_95 1.959963984540054
#define SEEN_998 3.090232306167813

#define EXPECTED                                                                                   \
	"case,value_type,transform,multiplier,sii,rii,sii_lower95,sii_upper95,rii_lower95,"        \
	"rii_upper95,sii_lower998,sii_upper998,rii_lower998,rii_upper998,limit_kind,status\n"
#define INPUTS "case,quantile,pop,value,lower,upper,value_type,transform,multiplier\n"

/*
 * Five equal groups of which the first alone has an error, of 1 on the logarithmic scale, so that its value is
 * 2 exp(z) when it is drawn; the others stay at 1. The slope is 1 - y and the start of the line 0.7 y + 0.3, so
 * that the limits are those of the normal distribution, put through that. No other simulation needed.
 */
static double slope_at(double z)
{
	return 1 - 2 * exp(z);
}

static double ratio_at(double z)
{
	double start = 0.7 * 2 * exp(z) + 0.3;

	return (start + slope_at(z)) / start;
}

static const char *inputs_text(struct arena *arena)
{
	return arena_printf(arena,
			    INPUTS
			    "a,1,100,2,%.17g,%.17g,1,0,1\na,2,100,1,1,1,1,0,1\n"
			    "a,3,100,1,1,1,1,0,1\na,4,100,1,1,1,1,0,1\na,5,100,1,1,1,1,0,1\n",
			    2 * exp(-SEEN_95), 2 * exp(SEEN_95));
}

/* error is added to the limits at 95%, as a share of themselves. */
static size_t failures(const char *kind, double error)
{
	struct workplace place = workplace_new();
	struct arena *arena = place.arena;
	struct vectors_results results;
	double up = 1 + error;
	size_t failed;

	workplace_file(&place, "sii_inputs.csv", inputs_text(arena));
	workplace_file(
		&place, "sii_expected.csv",
		arena_printf(arena,
			     EXPECTED "a,1,0,1,-1,%.17g,%.17g,%.17g,%.17g,%.17g,%.17g,%.17g,%.17g,"
				      "%.17g,%s,ok\n",
			     ratio_at(0), up * slope_at(SEEN_95), up * slope_at(-SEEN_95),
			     up * ratio_at(SEEN_95), up * ratio_at(-SEEN_95), slope_at(SEEN_998),
			     slope_at(-SEEN_998), ratio_at(SEEN_998), ratio_at(-SEEN_998), kind));
	results = vectors_check(arena, place.folder, ".", place.diags);
	cr_assert(results.count == 1 && results.files[0].usable, "%s", workplace_said(&place));
	failed = results.files[0].failed;
	workplace_free(&place);
	return failed;
}

/* The delta method, 1 - 2 (1 +- 1.96), is far off. */
Test(vectors_sii, finds_the_limits_of_very_uneven_draws_by_drawing)
{
	cr_expect_eq(failures("1000 million-draw simulation", 0), 0);
	cr_expect_eq(failures("4 million-draw simulation", 0), 0);
	cr_expect_neq(failures("closed form", 0), 0);
}

Test(vectors_sii, notices_limits_that_no_simulation_comes_to)
{
	cr_expect_eq(failures("4 million-draw simulation", 0.05), 4);
	cr_expect_eq(failures("4 million-draw simulation", -0.05), 4);
}

/* With 1,000 draws the place of a limit moves by 5 sqrt(0.025 0.975 / 1000), as much as the limit itself. */
Test(vectors_sii, allows_for_how_many_draws_the_file_has)
{
	cr_expect_eq(failures("1000-draw simulation", 0.05), 0);
	cr_expect_eq(failures("0.001 million-draw simulation", 0.05), 0);
	cr_expect_eq(failures("simulation", 0.05), 4);
	cr_expect_eq(failures("0-draw simulation", 0.05), 4);
}

Test(vectors_sii, takes_limits_of_an_unknown_kind_for_a_failure)
{
	cr_expect_eq(failures("guess", 0), 1);
}

/* Adds a share of half the interval to a limit of the row, or takes the limit away. */
static void tamper(struct vectors_sheet *sheet, size_t row, size_t lower, size_t at, double share)
{
	const char **cell = vectors_sheet_cell(sheet, row, at);
	double from = strtod(*vectors_sheet_cell(sheet, row, lower), NULL);
	double to = strtod(*vectors_sheet_cell(sheet, row, lower + 1), NULL);

	*cell = isnan(share) ? "NA"
			     : arena_printf(sheet->arena, "%.17g",
					    strtod(*cell, NULL) + share * (to - from) / 2);
}

static size_t column_of(const struct vectors_sheet *sheet, const char *name)
{
	for (size_t i = 0; i < sheet->columns; i++)
		if (strcmp(*vectors_sheet_cell(sheet, 0, i), name) == 0)
			return i;
	cr_assert_fail("there is no column %s", name);
	return 0;
}

/* One row of the reference file by itself. */
static struct vectors_sheet row_of(struct arena *arena, const char *name)
{
	struct vectors_sheet sheet = vectors_sheet_read(arena, "tests/vectors/sii_expected.csv");
	size_t at = column_of(&sheet, "case"), row = 1;

	while (strcmp(*vectors_sheet_cell(&sheet, row, at), name) != 0)
		cr_assert_lt(++row, sheet.rows, "there is no case %s", name);
	for (size_t i = 0; i < sheet.columns; i++)
		*vectors_sheet_cell(&sheet, 1, i) = *vectors_sheet_cell(&sheet, row, i);
	sheet.rows = 2;
	return sheet;
}

static size_t failures_of(struct workplace *place, const struct vectors_sheet *sheet)
{
	struct vectors_sheet inputs =
		vectors_sheet_read(place->arena, "tests/vectors/sii_inputs.csv");
	struct vectors_results results;

	vectors_sheet_write(&inputs, workplace_path(place, "sii_inputs.csv"), false);
	vectors_sheet_write(sheet, workplace_path(place, "sii_expected.csv"), false);
	results = vectors_check(place->arena, place->folder, ".", place->diags);
	cr_assert(results.count == 1 && results.files[0].usable, "%s", workplace_said(place));
	return results.files[0].failed;
}

/* A tenth of half the interval at 95%, and what the tails leave to be told at 99.8%. */
Test(vectors_sii, notices_every_limit_of_the_long_simulation)
{
	static const struct {
		const char *lower;
		double share;
	} pairs[] = {
		{ "sii_lower95", 0.1 },
		{ "rii_lower95", 0.1 },
		{ "sii_lower998", 0.15 },
		{ "rii_lower998", 0.15 },
	};
	struct workplace place = workplace_new();

	for (size_t i = 0; i < 4 * sizeof(pairs) / sizeof(pairs[0]); i++) {
		double share = pairs[i / 4].share * (i % 2 == 0 ? 1 : -1);
		struct vectors_sheet sheet = row_of(place.arena, "proportion_linear");
		size_t lower = column_of(&sheet, pairs[i / 4].lower);

		tamper(&sheet, 1, lower, lower + i / 2 % 2, share);
		cr_expect_eq(failures_of(&place, &sheet), 1, "%s %g", pairs[i / 4].lower, share);
		sheet = row_of(place.arena, "proportion_linear");
		tamper(&sheet, 1, lower, lower + i / 2 % 2, NAN);
		cr_expect_eq(failures_of(&place, &sheet), 1, "%s", pairs[i / 4].lower);
	}
	workplace_free(&place);
}

/* Limits of the delta method in place of those of the simulation, where they differ by most. */
Test(vectors_sii, tells_the_delta_method_from_the_simulation)
{
	struct workplace place = workplace_new();
	struct vectors_sheet sheet = row_of(place.arena, "unequal_pops_linear");

	cr_expect_eq(failures_of(&place, &sheet), 0);
	*vectors_sheet_cell(&sheet, 1, column_of(&sheet, "sii_upper95")) =
		*vectors_sheet_cell(&sheet, 1, column_of(&sheet, "delta_sii_upper95"));
	cr_expect_eq(failures_of(&place, &sheet), 1);
	workplace_free(&place);
}
