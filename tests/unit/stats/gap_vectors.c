/* Gaps of rates, proportions and standardised rates against reference figures. */

#include "stats/gap.h"

#include <criterion/criterion.h>
#include <math.h>

#include "stats/proportion.h"
#include "stats/rate.h"
#include "stats/standardise.h"
#include "support/vectors_agree.h"

enum { BANDS_MOST = 100 };

static const struct estimate none = { (double)NAN, { (double)NAN, (double)NAN } };
static const struct gap_group no_group = { (double)NAN, (double)NAN };
static const double tolerance = 1e-10, least = 1e-6;

static void compare(struct vectors_score *score, const struct vectors *vectors, size_t row,
		    const char *lower, const char *upper, struct interval limits, double multiplier)
{
	vectors_compare_cell(score, vectors, row, lower, multiplier * limits.lower, tolerance,
			     least);
	vectors_compare_cell(score, vectors, row, upper, multiplier * limits.upper, tolerance,
			     least);
}

/* The value of a ratio, whether or not it has limits. */
static double ratio_of(const struct gap_group *first, const struct gap_group *comparator)
{
	double ratio = nan("");

	gap_ratio_value(first->value, comparator->value, &ratio);
	return ratio;
}

static void compare_rate(struct vectors_score *score, const struct vectors *vectors, size_t row)
{
	double x1 = vectors_need(vectors, row, "x1"), n1 = vectors_need(vectors, row, "n1");
	double x0 = vectors_need(vectors, row, "x0"), n0 = vectors_need(vectors, row, "n0");
	double k = vectors_need(vectors, row, "multiplier");
	double confidence = vectors_need(vectors, row, "conf");
	struct estimate rate1 = none, rate0 = none, difference = none, wald = none, ratio = none;
	struct interval exact = none.limits;
	struct gap_group first = no_group, comparator = no_group;

	crude_rate(x1, n1, confidence, COUNT_EXACT_BELOW_TEN, &rate1);
	crude_rate(x0, n0, confidence, COUNT_EXACT_BELOW_TEN, &rate0);
	gap_from_rate(x1, n1, &first);
	gap_from_rate(x0, n0, &comparator);
	gap_difference(&rate1, &rate0, &difference);
	gap_difference_wald(&first, &comparator, confidence, &wald);
	gap_ratio(&first, &comparator, confidence, &ratio);
	gap_rate_ratio_exact(x1, n1, x0, n0, confidence, &exact);
	vectors_compare_cell(score, vectors, row, "rate1", k * rate1.value, tolerance, least);
	vectors_compare_cell(score, vectors, row, "rate0", k * rate0.value, tolerance, least);
	vectors_compare_cell(score, vectors, row, "diff", k * difference.value, tolerance, least);
	compare(score, vectors, row, "diff_mover_lower", "diff_mover_upper", difference.limits, k);
	compare(score, vectors, row, "diff_wald_lower", "diff_wald_upper", wald.limits, k);
	vectors_compare_cell(score, vectors, row, "ratio", ratio_of(&first, &comparator), tolerance,
			     least);
	compare(score, vectors, row, "ratio_log_lower", "ratio_log_upper", ratio.limits, 1);
	compare(score, vectors, row, "ratio_exact_lower", "ratio_exact_upper", exact, 1);
}

Test(gap_vectors, rates_agree)
{
	vectors_agree(vectors_open("gap_rate.csv"), compare_rate);
}

static void compare_proportion(struct vectors_score *score, const struct vectors *vectors,
			       size_t row)
{
	double x1 = vectors_need(vectors, row, "x1"), n1 = vectors_need(vectors, row, "n1");
	double x0 = vectors_need(vectors, row, "x0"), n0 = vectors_need(vectors, row, "n0");
	double confidence = vectors_need(vectors, row, "conf");
	struct estimate proportion1 = none, proportion0 = none;
	struct estimate difference = none, wald = none, ratio = none;
	struct gap_group first = no_group, comparator = no_group;

	proportion(x1, n1, confidence, &proportion1);
	proportion(x0, n0, confidence, &proportion0);
	gap_from_proportion(x1, n1, &first);
	gap_from_proportion(x0, n0, &comparator);
	gap_difference(&proportion1, &proportion0, &difference);
	gap_difference_wald(&first, &comparator, confidence, &wald);
	gap_ratio(&first, &comparator, confidence, &ratio);
	vectors_compare_cell(score, vectors, row, "p1", first.value, tolerance, least);
	vectors_compare_cell(score, vectors, row, "p0", comparator.value, tolerance, least);
	vectors_compare_cell(score, vectors, row, "diff", difference.value, tolerance, least);
	compare(score, vectors, row, "diff_newcombe_lower", "diff_newcombe_upper",
		difference.limits, 1);
	compare(score, vectors, row, "diff_wald_lower", "diff_wald_upper", wald.limits, 1);
	vectors_compare_cell(score, vectors, row, "ratio", ratio_of(&first, &comparator), tolerance,
			     least);
	compare(score, vectors, row, "ratio_katz_lower", "ratio_katz_upper", ratio.limits, 1);
}

Test(gap_vectors, proportions_agree)
{
	vectors_agree(vectors_open("gap_proportion.csv"), compare_proportion);
}

static struct standardised_sums sums_of(const struct vectors *inputs, const char *name)
{
	size_t first = vectors_find(inputs, "case", name), band;
	size_t end = vectors_block_end(inputs, first, "case");
	struct age_band bands[BANDS_MOST];
	struct standardised_sums sums;

	cr_assert_leq(end - first, BANDS_MOST);
	for (size_t i = first; i < end; i++)
		bands[i - first] = (struct age_band){
			.events = vectors_number_or(inputs, i, "x", 0),
			.population = vectors_need(inputs, i, "n"),
			.standard = vectors_need(inputs, i, "stdpop"),
		};
	cr_assert_eq(standardise(bands, end - first, &sums, &band), STATS_OK);
	return sums;
}

static void compare_standardised(struct vectors_score *score, const struct vectors *vectors,
				 size_t row, const struct standardised_sums *sums1,
				 const struct standardised_sums *sums0, double k)
{
	struct estimate rate1 = none, rate0 = none, difference = none, wald = none, ratio = none;
	struct gap_group first = no_group, comparator = no_group;

	standardised_rate(sums1, 0.95, &rate1);
	standardised_rate(sums0, 0.95, &rate0);
	gap_from_standardised(sums1, &first);
	gap_from_standardised(sums0, &comparator);
	gap_difference(&rate1, &rate0, &difference);
	gap_difference_wald(&first, &comparator, 0.95, &wald);
	gap_ratio(&first, &comparator, 0.95, &ratio);
	vectors_compare_cell(score, vectors, row, "value1", k * rate1.value, tolerance, least);
	vectors_compare_cell(score, vectors, row, "value0", k * rate0.value, tolerance, least);
	vectors_compare_cell(score, vectors, row, "diff", k * difference.value, tolerance, least);
	compare(score, vectors, row, "diff_mover_lower", "diff_mover_upper", difference.limits, k);
	compare(score, vectors, row, "diff_wald_lower", "diff_wald_upper", wald.limits, k);
	vectors_compare_cell(score, vectors, row, "ratio", ratio.value, tolerance, least);
	compare(score, vectors, row, "ratio_log_lower", "ratio_log_upper", ratio.limits, 1);
	vectors_compare_cell(score, vectors, row, "pct_higher", 100 * (ratio.value - 1), tolerance,
			     least);
}

Test(gap_vectors, standardised_rates_agree)
{
	struct vectors *inputs = vectors_open("dsr_inputs.csv");
	struct vectors *rates = vectors_open("dsr_expected.csv");
	struct vectors *vectors = vectors_open("gap_dsr.csv");
	struct vectors_score score = { 0 };

	for (size_t row = 0; row < vectors_count(vectors); row++) {
		const char *name1 = vectors_text(vectors, row, "case1");
		const char *name0 = vectors_text(vectors, row, "case0");
		struct standardised_sums sums1 = sums_of(inputs, name1);
		struct standardised_sums sums0 = sums_of(inputs, name0);

		compare_standardised(
			&score, vectors, row, &sums1, &sums0,
			vectors_need(rates, vectors_find(rates, "case", name1), "multiplier"));
	}
	vectors_judge(&score, vectors);
	vectors_close(vectors);
	vectors_close(rates);
	vectors_close(inputs);
}
