/*
 * statistics.c - how long the statistics of a large statement take, beside the R packages in use.
 *
 * usage: statistics RUNS
 * All in one process, medians of RUNS runs. The limits of slope indices, which R simulates, have a closed
 * form here; the rest is the same work.
 */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "stats/disparity.h"
#include "stats/slope.h"
#include "stats/standardise.h"

enum {
	RUNS_MOST = 101,
	INDICATORS = 30,
	QUINTILES = 5,
	BANDS = 19,
	SLOPES = 1000,
	ETHNIC_GROUPS = 17,
};

/*
 * Seconds, measured with R 4.2.2 on a two-core machine: PHEindicatormethods 2.1.0 (calculate_dsr, which was
 * the faster of its two functions, for 150 groups; phe_sii with 100,000 repetitions, the range for a group
 * being 0.4 to 0.6) and healthequal 1.0.1 (a measure of 17 groups with 1,000 draws).
 */
static const double r_rates = 0.085, r_slope = 0.52, r_draws = 4.25;
enum { R_DRAWS = 1000 };

static void fail(const char *what)
{
	fprintf(stderr, "statistics: %s\n", what);
	exit(1);
}

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* -- what is worked out; each returns a sum of its figures, so that nothing can be left out ---------------- */

static struct age_band bands[INDICATORS][QUINTILES][BANDS];
static struct slope_group slopes[SLOPES][QUINTILES];
static struct between_group groups[ETHNIC_GROUPS];

static double rates(void)
{
	double sum = 0;

	for (int i = 0; i < INDICATORS; i++)
		for (int j = 0; j < QUINTILES; j++) {
			struct standardised_sums sums;
			struct estimate rate;
			size_t band;

			if (standardise(bands[i][j], BANDS, &sums, &band) != STATS_OK ||
			    standardised_rate(&sums, 0.95, &rate) != STATS_OK)
				fail("a rate cannot be worked out");
			sum += rate.value + rate.limits.lower + rate.limits.upper;
		}
	return sum;
}

static double slope_indices(void)
{
	double sum = 0;

	for (int i = 0; i < SLOPES; i++) {
		struct slope_fit fit;
		struct estimate slope, relative;
		size_t group;

		if (slope_fit(slopes[i], QUINTILES, SLOPE_LOG_RATE, &fit, &group) != STATS_OK ||
		    slope_index(&fit, 0.95, 1, &slope) != STATS_OK ||
		    slope_relative_index(&fit, 0.95, 1, &relative) != STATS_OK)
			fail("a slope index cannot be worked out");
		sum += slope.limits.lower + slope.limits.upper + relative.limits.lower +
		       relative.limits.upper;
	}
	return sum;
}

/* Limits of so many measures from one set of draws. */
static double draws(size_t wanted)
{
	static const enum disparity measures[] = {
		DISPARITY_INDEX_WEIGHTED,
		DISPARITY_INDEX,
		DISPARITY_STANDARD_DEVIATION,
		DISPARITY_COEFFICIENT_OF_VARIATION,
		DISPARITY_MEAN_DIFFERENCE_FROM_MEAN,
		DISPARITY_MEAN_DIFFERENCE_FROM_MEAN_WEIGHTED,
		DISPARITY_MEAN_DIFFERENCE_FROM_BEST,
		DISPARITY_MEAN_DIFFERENCE_FROM_BEST_WEIGHTED,
		DISPARITY_MEAN_DIFFERENCE_FROM_REFERENCE,
		DISPARITY_MEAN_DIFFERENCE_FROM_REFERENCE_WEIGHTED,
	};
	const struct disparity_settings settings = { FAVOURABLE_HIGH, 0, 0 };
	struct bootstrap bootstrap = bootstrap_usual();
	struct between_group sorted[ETHNIC_GROUPS];
	struct disparity_scratch scratch = {
		.groups = sorted,
		.numbers = calloc(disparity_scratch_numbers(&bootstrap, ETHNIC_GROUPS, wanted),
				  sizeof(double)),
	};
	struct between_groups checked;
	struct interval limits[DISPARITY_MEASURES];
	double sum = 0;
	size_t group;

	bootstrap.most = 100;
	if (scratch.numbers == NULL)
		fail("out of memory");
	if (between_groups(groups, ETHNIC_GROUPS, BETWEEN_GROUPS_LEAST, &checked, &group) !=
		    STATS_OK ||
	    disparity_limits(&checked, &settings, &bootstrap, measures, wanted, &scratch, limits) !=
		    STATS_OK)
		fail("a bootstrap cannot be worked out");
	for (size_t i = 0; i < wanted; i++)
		sum += limits[i].lower + limits[i].upper;
	free(scratch.numbers);
	return sum;
}

static double draws_of_one(void)
{
	return draws(1);
}

static double draws_of_all(void)
{
	return draws(DISPARITY_MEASURES);
}

/* -- made-up figures -------------------------------------------------------------------------------------- */

/* Even over [low, high); the same on every run. */
static double between(unsigned *state, double low, double high)
{
	*state = *state * 1664525u + 1013904223u;
	return low + (high - low) * (*state >> 8) / 16777216.0;
}

static void make_figures(void)
{
	static const double standard[BANDS] = { 5000, 5500, 5500, 5500, 6000, 6000, 6500,
						7000, 7000, 7000, 7000, 6500, 6000, 5500,
						5000, 4000, 2500, 1500, 1000 };
	unsigned state = 2026;

	for (int i = 0; i < INDICATORS; i++)
		for (int j = 0; j < QUINTILES; j++)
			for (int k = 0; k < BANDS; k++)
				bands[i][j][k] = (struct age_band){
					.events = floor(between(&state, 0, 60)),
					.population = floor(between(&state, 500, 9000)),
					.standard = standard[k],
				};
	for (int i = 0; i < SLOPES; i++)
		for (int j = 0; j < QUINTILES; j++) {
			double value = between(&state, 80, 120) - 8 * j, half = value / 10;

			slopes[i][j] = (struct slope_group){
				{ value, { value - half, value + half } },
				between(&state, 8000, 12000),
			};
		}
	for (int i = 0; i < ETHNIC_GROUPS; i++)
		groups[i] = (struct between_group){
			.value = between(&state, 30, 70),
			.error = between(&state, 0.5, 4),
			.population = floor(between(&state, 200, 50000)),
		};
}

/* -- times ------------------------------------------------------------------------------------------------ */

static int compare_numbers(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}

static double median_seconds(double (*work)(void), int runs)
{
	double seconds[RUNS_MOST], first = work();

	for (int i = 0; i < runs; i++) {
		double begin = now();

		if (work() != first)
			fail("two runs differ");
		seconds[i] = now() - begin;
	}
	qsort(seconds, (size_t)runs, sizeof(seconds[0]), compare_numbers);
	return runs % 2 == 1 ? seconds[runs / 2] : (seconds[runs / 2 - 1] + seconds[runs / 2]) / 2;
}

/* Times in milliseconds, or, of one draw, in microseconds. */
static void print_line(const char *what, double ours, double theirs)
{
	printf("%-44s %12.3f %12.3f %10.0f\n", what, theirs, ours, theirs / ours);
}

int main(int argc, char **argv)
{
	int runs = argc > 1 ? atoi(argv[1]) : 0;
	double one, all;

	if (runs < 1 || runs > RUNS_MOST)
		fail("usage: statistics RUNS");
	make_figures();
	printf("medians of %-3d runs, one process               %10s %12s %10s\n", runs, "R",
	       "gradient", "R takes, x");
	print_line("150 directly standardised rates, ms", 1e3 * median_seconds(rates, runs),
		   1e3 * r_rates);
	print_line("1,000 slope indices with limits, ms", 1e3 * median_seconds(slope_indices, runs),
		   1e3 * r_slope * SLOPES);
	one = 1e6 * median_seconds(draws_of_one, runs) / BOOTSTRAP_DRAWS;
	all = 1e6 * median_seconds(draws_of_all, runs) / BOOTSTRAP_DRAWS;
	print_line("a draw of 17 groups, one measure, us", one, 1e6 * r_draws / R_DRAWS);
	print_line("a draw of 17 groups, ten measures, us", all,
		   DISPARITY_MEASURES * 1e6 * r_draws / R_DRAWS);
	printf("\nBootstraps here have %d draws: %.1f ms for one measure, %.1f ms for ten.\n"
	       "Times of R are recorded, measured with R 4.2.2 on a two-core machine; that of 1,000 slope\n"
	       "indices and that of ten measures are so many times that of one. Starting R takes 0.75 to\n"
	       "1.2 s, which is left out.\n",
	       BOOTSTRAP_DRAWS, one * BOOTSTRAP_DRAWS / 1e3, all * BOOTSTRAP_DRAWS / 1e3);
	return 0;
}
