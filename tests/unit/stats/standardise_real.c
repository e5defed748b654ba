/* Standardised rates against published test data, which are read in place. */

#include "stats/standardise.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "support/answers.h"

enum { BANDS = 19 };

/* European Standard Population 2013; one band has a slip in its label in the data. */
static const struct {
	const char *label;
	double weight;
} standard[BANDS] = {
	{ "0-4", 5000 },   { "5-9", 5500 },   { "10-14", 5500 }, { "15-19", 5500 },
	{ "20-24", 6000 }, { "25-29", 6000 }, { "30-34", 6500 }, { "35-39", 7000 },
	{ "40-44", 7000 }, { "45-49", 7000 }, { "50-54", 7000 }, { "55-69", 6500 },
	{ "60-64", 6000 }, { "65-69", 5500 }, { "70-74", 5000 }, { "75-79", 4000 },
	{ "80-84", 2500 }, { "85-89", 1500 }, { "90+", 1000 },
};

static double weight_of(const char *label)
{
	for (size_t i = 0; i < BANDS; i++)
		if (strcmp(standard[i].label, label) == 0)
			return standard[i].weight;
	cr_assert_fail("no weight for the age band %s", label);
	return 0;
}

/*
 * Of the area in the file of several areas; or, when it has weights of its own, of the whole file.
 */
static struct standardised_sums sums_of(const struct answers *inputs, const char *area)
{
	struct standardised_sums sums = { 0 };
	struct age_band bands[BANDS];
	size_t count = 0, band;

	for (size_t row = 0; row < answers_count(inputs); row++) {
		if (area != NULL && !answers_is(inputs, row, "area", area))
			continue;
		cr_assert_lt(count, BANDS);
		bands[count++] = (struct age_band){
			.events = answers_number_or(inputs, row, "count", 0),
			.population = answers_need(inputs, row, "pop"),
			.standard = area != NULL ? weight_of(answers_text(inputs, row, "ageband"))
						 : answers_need(inputs, row, "esp1976"),
		};
	}
	cr_assert_eq(standardise(bands, count, &sums, &band), STATS_OK);
	return sums;
}

static void compare(struct answers_score *score, const struct answers *vectors, size_t row,
		    const struct standardised_sums *sums)
{
	static const char per[] = "dsr per ";
	const char *statistic = answers_text(vectors, row, "statistic");
	bool shown = strncmp(statistic, per, strlen(per)) == 0;
	double k = shown ? strtod(statistic + strlen(per), NULL) : 1;
	struct estimate rate95 = { nan(""), { nan(""), nan("") } }, rate998 = rate95;
	double lower;

	standardised_rate(sums, 0.95, &rate95);
	standardised_rate(sums, 0.998, &rate998);
	answers_compare_cell(score, vectors, row, "total_count", sums->events, 1e-6, 0);
	answers_compare_cell(score, vectors, row, "total_pop", sums->population, 1e-6, 0);
	answers_compare_cell(score, vectors, row, "value", k * rate95.value, 1e-6, 0);
	answers_compare_cell(score, vectors, row, "lower95_0cl", k * rate95.limits.lower, 1e-6, 0);
	answers_compare_cell(score, vectors, row, "upper95_0cl", k * rate95.limits.upper, 1e-6, 0);
	/* One set has 99.8% limits of ten times the scale of its value. */
	if (answers_number(vectors, row, "lower99_8cl", &lower) && lower > k * rate95.value)
		k *= 10;
	answers_compare_cell(score, vectors, row, "lower99_8cl", k * rate998.limits.lower, 1e-6, 0);
	answers_compare_cell(score, vectors, row, "upper99_8cl", k * rate998.limits.upper, 1e-6, 0);
}

static bool has_area(const struct answers *inputs, const char *area)
{
	for (size_t row = 0; row < answers_count(inputs); row++)
		if (answers_is(inputs, row, "area", area))
			return true;
	return false;
}

Test(standardise_real, agrees)
{
	struct answers *areas = answers_open_real("dsr_multiarea_inputs.csv");
	struct answers *older = answers_open_real("dsr_1976_inputs.csv");
	struct answers *vectors = answers_open_real("dsr_expected.csv");
	struct answers_score score = { 0 };

	for (size_t row = 0; row < answers_count(vectors); row++) {
		const char *area = answers_text(vectors, row, "area");
		struct standardised_sums sums;

		if (strcmp(area, "testdata_1976") == 0)
			sums = sums_of(older, NULL);
		else if (has_area(areas, area))
			sums = sums_of(areas, area);
		else
			continue; /* of repeat events, which have inputs of their own */
		compare(&score, vectors, row, &sums);
	}
	answers_judge(&score, vectors);
	answers_close(vectors);
	answers_close(older);
	answers_close(areas);
}
