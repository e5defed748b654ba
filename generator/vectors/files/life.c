/*
 * life.c - life expectancy by age.
 *
 * The reference software takes 20 age bands alone, up to 90 and over; a case with other bands is "not
 * calculated" there, and that rule is applied here. The program's own life table may close at any age.
 */
#include "stats/life_table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "vectors/vectors.h"

enum { BANDS = 20 };

static const struct vectors_tolerance tolerance = { .share = 1e-11, .floor = 1e-6 };

static double start_of(size_t band)
{
	return band < 2 ? (double)band : 5 * (double)(band - 1);
}

static int by_age(const void *a, const void *b)
{
	const struct life_band *first = a, *second = b;

	return (first->start_age > second->start_age) - (first->start_age < second->start_age);
}

static enum stats_outcome table_of(struct vectors *expected, const struct vectors *inputs,
				   size_t row, struct life_row *out)
{
	const size_t *rows;
	size_t count = vectors_case(expected, row, "case", inputs, &rows), band;
	struct life_band bands[BANDS];

	if (count != BANDS)
		return STATS_OUT_OF_RANGE;
	for (size_t i = 0; i < BANDS; i++)
		bands[i] = (struct life_band){
			.start_age = vectors_number_or(inputs, rows[i], "startage", -1),
			.population = vectors_number_or(inputs, rows[i], "pop", nan("")),
			.deaths = vectors_number_or(inputs, rows[i], "deaths", nan("")),
		};
	qsort(bands, BANDS, sizeof(*bands), by_age);
	for (size_t i = 0; i < BANDS; i++)
		if (bands[i].start_age != start_of(i))
			return STATS_OUT_OF_RANGE;
	return life_table(bands, BANDS, out, &band);
}

/* The row of the table for the age of an expected row; NULL for an age between. */
static const struct life_row *row_at(struct vectors *expected, size_t row,
				     const struct life_row *table)
{
	double age = vectors_number_or(expected, row, "startage", -1);

	for (size_t i = 0; i < BANDS; i++)
		if (start_of(i) == age)
			return &table[i];
	vectors_fault(expected, row, "startage", "no age band starts at that age");
	return NULL;
}

/* The value, which can be withheld, is compared on its own. */
static const char *const columns_95[] = { NULL, "lower95", "upper95" };
static const char *const columns_998[] = { NULL, "lower998", "upper998" };

static void compare_row(struct vectors *expected, size_t row, const struct life_row *life)
{
	struct life_expectancy at95 = { 0 }, at998 = { 0 };
	enum stats_outcome outcome = life_expectancy(life, 0.95, &at95);
	bool known = outcome == STATS_OK && life_expectancy(life, 0.998, &at998) == STATS_OK;

	/* Nobody left has no years left, without limits. */
	vectors_compare(expected, row, "value",
			outcome == STATS_NO_SURVIVORS || (known && !at95.too_wide),
			at95.years.value, tolerance);
	vectors_compare_estimate(expected, row, columns_95, known, &at95.years, 1, tolerance);
	vectors_compare_estimate(expected, row, columns_998, known, &at998.years, 1, tolerance);
	vectors_compare_kind(expected, row, at95.too_wide ? "value suppressed" : "ok");
}

/*
 * Without an end of life there is no figure. The files have an infinite upper limit where infinity was
 * not multiplied by 0 on the way; either says the same.
 */
static void compare_upper_unending(struct vectors *expected, size_t row, const char *column)
{
	vectors_compare(expected, row, column, !vectors_missing(expected, row, column), INFINITY,
			tolerance);
}

/* The reference goes on until the interval is found to be endless; the method refuses the case beforehand. */
static bool refuses(const struct vectors *expected, size_t row)
{
	return strncmp(vectors_text(expected, row, "status"), "not calculated", 14) == 0;
}

static void compare_without(struct vectors *expected, size_t row, enum stats_outcome outcome)
{
	bool unending = outcome == STATS_NO_DEATHS_IN_LAST_BAND;

	vectors_compare(expected, row, "value", false, 0, tolerance);
	for (size_t i = 0; i < 2; i++) {
		const char *const *columns = i == 0 ? columns_95 : columns_998;

		vectors_compare(expected, row, columns[1], false, 0, tolerance);
		if (unending)
			compare_upper_unending(expected, row, columns[2]);
		else
			vectors_compare(expected, row, columns[2], false, 0, tolerance);
	}
	vectors_compare_kind(expected, row,
			     unending && !refuses(expected, row) ? "value suppressed"
								 : "not calculated");
}

static void compare(struct vectors *expected, struct vectors *inputs)
{
	for (size_t row = 0; row < vectors_rows(expected); row++) {
		struct life_row table[BANDS];
		enum stats_outcome outcome = table_of(expected, inputs, row, table);
		const struct life_row *life;

		if (outcome != STATS_OK)
			compare_without(expected, row, outcome);
		else if ((life = row_at(expected, row, table)) != NULL)
			compare_row(expected, row, life);
	}
}

const struct vector_file vectors_life = {
	.columns = { .texts = (const char *const[]){ "case", "status", NULL },
		     .numbers = (const char *const[]){ "startage", "value", "lower95", "upper95",
						       "lower998", "upper998", NULL } },
	.inputs = { .texts = (const char *const[]){ "case", NULL },
		    .numbers = (const char *const[]){ "startage", "pop", "deaths", NULL } },
	.compare = compare,
};
