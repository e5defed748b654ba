/* Slope and relative index of inequality against reference figures. */

#include "stats/slope.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stats/normal.h"
#include "support/vectors.h"
#include "support/vectors_status.h"

static const double tolerance = 1e-10, least = 1e-3;

/* Names of the columns with what a group is given by. */
struct columns {
	const char *population, *value, *lower, *upper;
};

/* Fits the rows [first, end). value_type is 0 for other, 1 for rate, 2 for proportion. */
static enum stats_outcome fit_rows(const struct vectors *inputs, struct columns columns,
				   size_t first, size_t end, enum slope_model model,
				   struct slope_fit *out)
{
	struct slope_group groups[SLOPE_GROUPS_MOST];
	size_t group;

	cr_assert_leq(end - first, SLOPE_GROUPS_MOST);
	for (size_t i = first; i < end; i++)
		groups[i - first] = (struct slope_group){
			.estimate.value = vectors_number_or(inputs, i, columns.value, nan("")),
			.estimate.limits.lower =
				vectors_number_or(inputs, i, columns.lower, nan("")),
			.estimate.limits.upper =
				vectors_number_or(inputs, i, columns.upper, nan("")),
			.population = vectors_number_or(inputs, i, columns.population, nan("")),
		};
	return slope_fit(groups, end - first, model, out, &group);
}

static enum slope_model model_of(double value_type, bool transform)
{
	if (value_type == 1)
		return transform ? SLOPE_LOG_RATE : SLOPE_LINEAR_RATE;
	if (value_type == 2)
		return transform ? SLOPE_LOGIT_PROPORTION : SLOPE_LINEAR_PROPORTION;
	return SLOPE_LINEAR;
}

/* Both indices at one level of confidence, NaN where they are not calculable. */
struct indices {
	struct estimate sii, rii;
};

static struct indices indices_of(enum stats_outcome fitted, const struct slope_fit *fit,
				 double confidence, double multiplier)
{
	struct indices indices = { { nan(""), { nan(""), nan("") } },
				   { nan(""), { nan(""), nan("") } } };

	if (fitted == STATS_OK) {
		slope_index(fit, confidence, multiplier, &indices.sii);
		slope_relative_index(fit, confidence, multiplier, &indices.rii);
		slope_relative_index_value(fit, multiplier, &indices.rii.value);
	}
	return indices;
}

static void compare_limits(struct vectors_score *score, const struct vectors *vectors, size_t row,
			   const char *index, const char *confidence, struct interval limits)
{
	char column[64];

	snprintf(column, sizeof(column), "%s_lower%s", index, confidence);
	vectors_compare_cell(score, vectors, row, column, limits.lower, tolerance, least);
	snprintf(column, sizeof(column), "%s_upper%s", index, confidence);
	vectors_compare_cell(score, vectors, row, column, limits.upper, tolerance, least);
}

/* A limit against one found with so many draws; the column gives the tolerance for 100,000. */
static void compare_simulated(struct vectors_score *score, const struct vectors *vectors,
			      size_t row, const char *limit, double got)
{
	char column[64], tolerance_column[64];
	double want, allowed;

	snprintf(column, sizeof(column), "sim_%s", limit);
	snprintf(tolerance_column, sizeof(tolerance_column), "tol_%s", limit);
	if (!vectors_number(vectors, row, column, &want))
		return;
	allowed = vectors_need(vectors, row, tolerance_column) *
		  sqrt(100000 / vectors_need(vectors, row, "sim_reps"));
	vectors_compare(score, row, column, got, want, allowed / fmax(fabs(want), least), least);
}

/* Of the fitted value at rank 0 the reference multiplies only what comes from a transform. */
static double intercept_of(enum stats_outcome fitted, const struct slope_fit *fit, bool transform,
			   double multiplier)
{
	if (fitted != STATS_OK)
		return nan("");
	return slope_fitted(fit, 0) * (transform ? fabs(multiplier) : 1);
}

struct scores {
	struct vectors_score exact, simulated;
};

static void compare(struct scores *scores, const struct vectors *inputs,
		    const struct vectors *vectors, size_t row)
{
	struct columns columns = { "pop", "value", "lower", "upper" };
	size_t first = vectors_find(inputs, "case", vectors_text(vectors, row, "case"));
	bool transform = vectors_need(vectors, row, "transform") == 1;
	double multiplier = vectors_need(vectors, row, "multiplier");
	struct slope_fit fit;
	enum stats_outcome fitted =
		fit_rows(inputs, columns, first, vectors_block_end(inputs, first, "case"),
			 model_of(vectors_need(vectors, row, "value_type"), transform), &fit);
	struct indices at95 = indices_of(fitted, &fit, 0.95, multiplier);
	struct indices at998 = indices_of(fitted, &fit, 0.998, multiplier);

	vectors_expect_status(vectors, row, fitted);
	vectors_compare_cell(&scores->exact, vectors, row, "sii", at95.sii.value, tolerance, least);
	vectors_compare_cell(&scores->exact, vectors, row, "rii", at95.rii.value, tolerance, least);
	vectors_compare_cell(&scores->exact, vectors, row, "intercept",
			     intercept_of(fitted, &fit, transform, multiplier), tolerance, least);
	compare_limits(&scores->exact, vectors, row, "delta_sii", "95", at95.sii.limits);
	/* Without closed form the limits are those of the delta method, not of a simulation. */
	if (fitted == STATS_OK && !vectors_is(vectors, row, "limit_kind", "closed form"))
		return;
	compare_limits(&scores->exact, vectors, row, "sii", "95", at95.sii.limits);
	compare_limits(&scores->exact, vectors, row, "rii", "95", at95.rii.limits);
	compare_limits(&scores->exact, vectors, row, "sii", "998", at998.sii.limits);
	compare_limits(&scores->exact, vectors, row, "rii", "998", at998.rii.limits);
	compare_simulated(&scores->simulated, vectors, row, "sii_lower95", at95.sii.limits.lower);
	compare_simulated(&scores->simulated, vectors, row, "sii_upper95", at95.sii.limits.upper);
	compare_simulated(&scores->simulated, vectors, row, "rii_lower95", at95.rii.limits.lower);
	compare_simulated(&scores->simulated, vectors, row, "rii_upper95", at95.rii.limits.upper);
	compare_simulated(&scores->simulated, vectors, row, "sii_lower998", at998.sii.limits.lower);
	compare_simulated(&scores->simulated, vectors, row, "sii_upper998", at998.sii.limits.upper);
}

Test(slope_vectors, agree)
{
	struct vectors *inputs = vectors_open("sii_inputs.csv");
	struct vectors *vectors = vectors_open("sii_expected.csv");
	struct scores scores = { 0 };

	for (size_t row = 0; row < vectors_count(vectors); row++)
		compare(&scores, inputs, vectors, row);
	vectors_judge(&scores.exact, vectors);
	vectors_judge(&scores.simulated, vectors);
	vectors_close(vectors);
	vectors_close(inputs);
}

/* What a test of the published data asked for, as far as only its description says so. */
struct request {
	bool transform;
	double multiplier, confidence[2]; /* 0: no second level */
};

static struct request request_of(const struct vectors *vectors, size_t row)
{
	const char *words = vectors_text(vectors, row, "testdescription");
	const char *levels = vectors_text(vectors, row, "confidence");
	struct request request = { .multiplier = 1, .confidence = { 0.95, 0 } };
	const char *times = strstr(words, "multiplier (x ");

	request.transform = strstr(words, "transform") != NULL;
	if (times != NULL)
		request.multiplier = strtod(times + strlen("multiplier (x "), NULL);
	else if (strstr(words, "negative multiplier") != NULL)
		request.multiplier = -1;
	if (strcmp(levels, "99") == 0)
		request.confidence[0] = 0.99;
	if (strcmp(levels, "c(95, 99)") == 0)
		request.confidence[1] = 0.99;
	if (strstr(words, "and 98") != NULL)
		request.confidence[1] = 0.98;
	else if (strstr(words, "98%") != NULL)
		request.confidence[0] = 0.98;
	return request;
}

/* Five standard deviations of a limit from that many draws: of the tail, and of the limit by it. */
static double simulation_tolerance(double confidence, double draws, double limit,
				   double limit_further, double step)
{
	double tail = (1 - confidence) / 2, z = normal_deviate(confidence);
	double density = exp(-z * z / 2) / sqrt(2 * M_PI);

	return 5 * sqrt(tail * (1 - tail) / draws) / density * fabs(limit_further - limit) / step;
}

static void compare_real_limit(struct vectors_score *score, const struct vectors *vectors,
			       size_t row, const char *column, int level, double got,
			       double tolerance_here)
{
	char name[64];
	double want;

	snprintf(name, sizeof(name), "%s_%d", column, level + 1);
	if (vectors_number(vectors, row, name, &want))
		vectors_compare(score, row, name, got, want, tolerance_here / fabs(want), 0);
}

static void compare_real_level(struct vectors_score *score, const struct vectors *vectors,
			       size_t row, const struct slope_fit *fit, struct request request,
			       int level)
{
	double confidence = request.confidence[level], step = 1e-4;
	double further = 2 * normal_distribution(normal_deviate(confidence) + step) - 1;
	double draws = vectors_need(vectors, row, "repetitions");
	struct indices at = indices_of(STATS_OK, fit, confidence, request.multiplier);
	struct indices beyond = indices_of(STATS_OK, fit, further, request.multiplier);
	const char *const columns[] = { "sii_lowercl", "sii_uppercl", "rii_lowercl",
					"rii_uppercl" };
	double got[] = { at.sii.limits.lower, at.sii.limits.upper, at.rii.limits.lower,
			 at.rii.limits.upper };
	double out[] = { beyond.sii.limits.lower, beyond.sii.limits.upper, beyond.rii.limits.lower,
			 beyond.rii.limits.upper };

	for (size_t i = 0; i < sizeof(columns) / sizeof(*columns); i++)
		compare_real_limit(score, vectors, row, columns[i], level, got[i],
				   simulation_tolerance(confidence, draws, got[i], out[i], step));
}

static void compare_real(struct scores *scores, const struct vectors *vectors, size_t row,
			 size_t end)
{
	struct columns columns = { "population", "value", "lowercl", "uppercl" };
	struct request request = request_of(vectors, row);
	double value_type = vectors_need(vectors, row, "valuetype"), want;
	struct slope_fit fit;
	struct indices indices;

	cr_assert_eq(
		fit_rows(vectors, columns, row, end, model_of(value_type, request.transform), &fit),
		STATS_OK);
	indices = indices_of(STATS_OK, &fit, 0.95, request.multiplier);
	vectors_compare_cell(&scores->exact, vectors, row, "sii", indices.sii.value, 1e-6, 0);
	if (vectors_number(vectors, row, "rii", &want))
		vectors_compare(&scores->exact, row, "rii", indices.rii.value, want, 1e-6, 0);
	if (vectors_number(vectors, row, "intercept", &want))
		vectors_compare(&scores->exact, row, "intercept",
				intercept_of(STATS_OK, &fit, request.transform, request.multiplier),
				want, 1e-6, 0);
	compare_real_level(&scores->simulated, vectors, row, &fit, request, 0);
	if (request.confidence[1] > 0)
		compare_real_level(&scores->simulated, vectors, row, &fit, request, 1);
}

Test(slope_vectors, agree_with_the_published_test_data)
{
	struct vectors *vectors = vectors_open_real("sii.csv");
	struct scores scores = { 0 };

	/* A block of rows, with the results in the first, starts at each quantile 1. */
	for (size_t row = 0, end; row < vectors_count(vectors); row = end) {
		double want;

		for (end = row + 1; end < vectors_count(vectors); end++)
			if (vectors_is(vectors, end, "quantile", "1"))
				break;
		if (vectors_number(vectors, row, "sii", &want))
			compare_real(&scores, vectors, row, end);
	}
	vectors_judge(&scores.exact, vectors);
	vectors_judge(&scores.simulated, vectors);
	vectors_close(vectors);
}
