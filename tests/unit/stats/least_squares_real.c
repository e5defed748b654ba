/*
 * The absolute gradient of inequality of England, as a workbook published with its data has it: recipe 10
 * of the README of the real data, which is read in place.
 */

#include "stats/least_squares.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "base/source.h"
#include "data/csv.h"
#include "support/fixture.h"
#include "support/real.h"

TestSuite(least_squares_real, .init = fixture_set_up, .fini = fixture_tear_down);

enum { AREAS = 32844 };

/* Columns: those of an area, and further right, beside the first areas, those of the results. */
enum { POPULATION = 1, RATE, RANK, LABEL = 6, RESULT };

static const char *const labels[] = {
	"AGI (SLOPE OF LINE)", "AGI STANDARD ERROR",   "LOWER CI", "UPPER CI",
	"INTERCEPT (X=0)",     "AGI + INTERCEPT (X=1)"
};

enum { RESULTS = sizeof(labels) / sizeof(*labels) };

static double number_of(const struct csv_record *record, size_t column)
{
	double number;

	cr_assert_lt(column, record->count);
	cr_assert(number_parse(record->cells[column].text, record->cells[column].length, &number));
	return number;
}

static bool is_label(const struct csv_record *record, const char *label)
{
	const struct csv_cell *cell = &record->cells[LABEL];

	return record->count > RESULT && cell->length == strlen(label) &&
	       memcmp(cell->text, label, cell->length) == 0;
}

/* The areas; published results go to want. Returns how many results there are. */
static size_t read_workbook(struct least_squares_point *points, double want[RESULTS])
{
	static const char name[] = "imd/lsoa_agi_england.csv.gz";
	/* Two lines of prose, one of empty cells. */
	struct csv_options options = { .preamble = 3 };
	struct diag_list *list = diag_list_new(arena);
	struct source *source = source_read(arena, real_file(arena, name), name,
					    (struct location){ 0 }, DIAG_DATA_UNREADABLE, list);
	struct csv_reader *reader;
	const struct csv_record *record;
	size_t areas = 0, results = 0;

	cr_assert_not_null(source);
	reader = csv_open(arena, source, &options, list);
	cr_assert_not_null(reader);
	while ((record = csv_next(reader)) != NULL) {
		cr_assert_lt(areas, AREAS);
		points[areas++] = (struct least_squares_point){
			.rank = number_of(record, RANK),
			.value = number_of(record, RATE),
			.weight = number_of(record, POPULATION),
		};
		for (size_t i = 0; i < RESULTS; i++) {
			if (!is_label(record, labels[i]))
				continue;
			want[i] = number_of(record, RESULT);
			results++;
		}
	}
	cr_assert_not(csv_failed(reader));
	cr_assert_eq(areas, AREAS, "%zu areas", areas);
	return results;
}

Test(least_squares_real, recipe_10_absolute_gradient_of_england)
{
	static struct least_squares_point points[AREAS];
	double want[RESULTS], got[RESULTS];
	struct least_squares_line line;
	struct estimate slope;
	size_t point;

	cr_assert_eq(read_workbook(points, want), RESULTS);
	cr_assert_eq(least_squares(points, AREAS, &line, &point), STATS_OK);
	/* The workbook writes 1.96 for the normal deviate. */
	cr_assert_eq(least_squares_slope(&line, 1.96, &slope), STATS_OK);
	got[0] = slope.value;
	got[1] = line.slope_error;
	got[2] = slope.limits.lower;
	got[3] = slope.limits.upper;
	got[4] = line.intercept;
	got[5] = line.intercept + line.slope;
	for (size_t i = 0; i < RESULTS; i++)
		cr_expect_float_eq(got[i] / want[i], 1, 1e-12, "%s: %.17g, not %.17g", labels[i],
				   got[i], want[i]);
}

/* The figures are those of exact arithmetic on the same numbers, to all but the last digits. */
Test(least_squares_real, is_as_exact_over_all_areas_as_over_a_few)
{
	static struct least_squares_point points[AREAS];
	struct least_squares_line line;
	double want[RESULTS];
	size_t point;

	read_workbook(points, want);
	cr_assert_eq(least_squares(points, AREAS, &line, &point), STATS_OK);
	cr_expect_float_eq(line.slope / -23.76475006404158, 1, 4e-16);
	cr_expect_float_eq(line.slope_error / 1.2743552519888621, 1, 4e-16);
	cr_expect_float_eq(line.intercept / 73.5460560617685, 1, 4e-16);
}
