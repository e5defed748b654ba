/*
 * real_standardised.c - limits of directly standardised rates beside those published: recipe 6 of
 * the README of the real data.
 *
 * Dobson's limits are those of the count, moved and scaled: rate + scale * (limit of the count -
 * count), with one scale for all limits of a rate. The published lower 95% limit gives the scale;
 * two age bands with half of the events each are made to have it. With a and b for what an event of
 * either band adds to the rate, a + b = 2 * rate / count and a^2 + b^2 = 2 * scale^2.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"
#include "support/real.h"
#include "support/sheet.h"

static struct arena *arena;

static void set_up(void)
{
	arena = arena_new();
}

static void tear_down(void)
{
	arena_free(arena);
}

TestSuite(real_standardised, .init = set_up, .fini = tear_down);

static const char export[] = "fingertips-exports/u75_cvd_mortality_dsr_excerpt.csv";

/* Byar's lower 95% limit of a count, as the README of the real data has it. */
static double byar_lower(double count)
{
	double z = 1.959963984540054;

	return count * pow(1 - 1 / (9 * count) - z / (3 * sqrt(count)), 3);
}

/* Bands of the European standard population of 2013 and their weights, of 100,000 in all. */
static const struct {
	const char *age;
	double weight;
} bands[] = {
	{ "0-4", 5000 },   { "5-9", 5500 },   { "10-14", 5500 }, { "15-19", 5500 },
	{ "20-24", 6000 }, { "25-29", 6000 }, { "30-34", 6500 }, { "35-39", 7000 },
	{ "40-44", 7000 }, { "45-49", 7000 }, { "50-54", 7000 }, { "55-59", 6500 },
	{ "60-64", 6000 }, { "65-69", 5500 }, { "70-74", 5000 }, { "75-79", 4000 },
	{ "80-84", 2500 }, { "85-89", 1500 }, { "90+", 1000 },
};

enum { FIRST_BAND = 8, SECOND_BAND = 13 };

static void add_bands(struct buffer *text, const struct sheet *file, size_t row)
{
	double rate = sheet_number(file, row, "Value"), count = sheet_number(file, row, "Count");
	double scale = (rate - sheet_number(file, row, "Lower CI 95.0 limit")) /
		       (count - byar_lower(count));
	double middle = rate / count, off = sqrt(scale * scale - middle * middle);

	for (size_t i = 0; i < sizeof(bands) / sizeof(bands[0]); i++) {
		bool has_events = i == FIRST_BAND || i == SECOND_BAND;
		double added = i == FIRST_BAND ? middle + off : middle - off;

		/* An event adds weight / people to a rate per 100,000. */
		buffer_printf(text, "row-%zu,%s,%.17g,%.17g\n", row + 2, bands[i].age,
			      has_events ? count / 2 : 0,
			      has_events ? bands[i].weight / added : 1e6);
	}
}

static const char *write_bands(const struct sheet *file, const char *folder)
{
	struct buffer text;
	const char *copy;

	buffer_init(&text);
	buffer_add_text(&text, "row,age,events,people\n");
	for (size_t row = 0; row < sheet_rows(file); row++)
		if (!sheet_is(file, row, "Value", ""))
			add_bands(&text, file, row);
	copy = arena_strdup(arena, buffer_text(&text));
	buffer_clear(&text);
	file_write(path_join(arena, folder, "bands.csv"), copy, strlen(copy));
	return folder;
}

static struct real_run build_at(const char *level, const char *folder)
{
	const char *spec = path_join(arena, folder, "mortality.xml");
	const char *text = file_text(arena, "tests/real/recipes/mortality.xml", NULL);
	struct real_run run;

	text = text_replace(arena, text, "confidence=\"95\"",
			    arena_printf(arena, "confidence=\"%s\"", level));
	file_write(spec, text, strlen(text));
	run = real_build(arena, spec, NULL, "dump");
	/* The counts are worked back from published rates: they are no whole numbers, and that is all that is told. */
	cr_assert_eq(run.result.status, 0, "%s: %s", level, run.result.err);
	cr_expect_not_null(strstr(run.result.err, "[DAT82]"), "%s", run.result.err);
	real_succeeded(&(struct real_run){ .result = { .err = text_replace(
							       arena, run.result.err,
							       "warning: a count is not", "") },
					   .results = run.results },
		       level);
	return run;
}

static void expect_close(const struct sheet *results, size_t row, const char *column,
			 const struct sheet *file, size_t from, const char *published,
			 double tolerance)
{
	double want = sheet_number(file, from, published), got = sheet_number(results, row, column);

	cr_expect(real_close(got, want, tolerance), "row %zu of the file, %s: %.17g, not %.17g",
		  from + 2, published, got, want);
}

/* Rows before this year are published with 5 decimals, those after it as they were worked out. */
static double tolerance_of(const struct sheet *file, size_t row)
{
	return sheet_is(file, row, "Time period", "2001") ? 1e-6 : 1e-12;
}

Test(real_standardised, recipe_6_limits_of_standardised_rates)
{
	const struct sheet *file = sheet_read(arena, real_file(arena, export));
	const char *folder = write_bands(file, scratch_new(arena));
	struct real_run at_95 = build_at("95", folder), at_998 = build_at("99.8", folder);
	size_t rates = 0, unrounded = 0;

	for (size_t i = 0; i < sheet_rows(file); i++) {
		struct real_figure figure = { .indicator = "mortality",
					      .period = "2001",
					      .organisation =
						      arena_printf(arena, "row-%zu", i + 2) };
		double tolerance = tolerance_of(file, i);
		size_t row;

		if (sheet_is(file, i, "Value", ""))
			continue;
		row = real_find(at_95.results, &figure);
		cr_expect(sheet_is(at_95.results, row, "method", "dsr"));
		expect_close(at_95.results, row, "value", file, i, "Value", 1e-12);
		expect_close(at_95.results, row, "upper", file, i, "Upper CI 95.0 limit",
			     tolerance);
		row = real_find(at_998.results, &figure);
		expect_close(at_998.results, row, "lower", file, i, "Lower CI 99.8 limit",
			     tolerance);
		expect_close(at_998.results, row, "upper", file, i, "Upper CI 99.8 limit",
			     tolerance);
		rates++;
		unrounded += tolerance < 1e-9;
	}
	cr_expect_eq(rates, 22, "%zu rates", rates);
	cr_expect_eq(unrounded, 11, "%zu of them unrounded", unrounded);
	real_run_free(&at_95);
	real_run_free(&at_998);
	scratch_free(folder);
}
