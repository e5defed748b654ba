/* Steps of an explanation: from the numbers printed to the figure, by formulas of the test's own. */

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "indicator/figure.h"
#include "support/fifths.h"

static const double deviate = 1.959963984540054;

/* A figure with what is said of it. */
struct told {
	struct statement *statement;
	struct value value;
	const char *text;
};

static struct told tell(struct statement_parts parts, const char *group,
			struct measure_choice choice)
{
	struct told told = { .statement = statement_of(&parts) };
	const struct dimensions *dimensions = told.statement->run.dataset->dimensions;
	struct cell_key key = { .classification =
					classification_find(dimensions, "deprivation-quintile"),
				.group = GROUP_ALL,
				.sex = SEX_ALL };
	struct buffer steps;

	if (group != NULL)
		key.group = group_find(dimensions->classifications[key.classification], group);
	buffer_init(&steps);
	told.value = figure_explain(told.statement->run.results, &key, &choice, &steps).value;
	told.text = arena_strdup(told.statement->arena, buffer_text(&steps));
	buffer_clear(&steps);
	return told;
}

static double behind(const struct told *told, const char *mark)
{
	const char *at = strstr(told->text, mark);

	cr_assert_not_null(at, "no \"%s\" in\n%s", mark, told->text);
	return strtod(at + strlen(mark), NULL);
}

/* The numbers of a line for every group, which begins with a label and a colon. */
struct line {
	double value, error, people, rank;
};

static size_t read_groups(const struct told *told, const char *heading, struct line *lines)
{
	const char *at = strstr(told->text, heading);
	size_t count = 0;

	cr_assert_not_null(at, "no \"%s\" in\n%s", heading, told->text);
	for (at = strchr(at, '\n') + 1; strncmp(at, "      ", 6) == 0; at = strchr(at, '\n') + 1) {
		struct line *line = &lines[count++];

		*line = (struct line){ 0 };
		cr_assert_geq(sscanf(strchr(at, ':') + 1, "%lf, %lf, %lf, %lf", &line->value,
				     &line->error, &line->people, &line->rank),
			      3);
	}
	return count;
}

static void expect_near(double got, double want)
{
	cr_expect(fabs(got - want) <= 1e-9 * fmax(1, fabs(want)), "%.15g, not %.15g", got, want);
}

static struct measure_choice scaled(enum measure measure, enum measure_transform transform)
{
	struct measure_choice choice = measure_plain(measure);

	choice.transform = transform;
	return choice;
}

static const struct statement_parts even = { .rows = FIFTHS_EVEN, .good = "low" };

/* -- slopes -------------------------------------------------------------------------------------- */

static double logit_inverse(double x)
{
	return 1 / (1 + exp(-x));
}

Test(measure_steps, lead_to_a_slope_index_of_percentages)
{
	struct told told = tell(even, NULL, measure_plain(MEASURE_SII));
	double a = behind(&told, "at rank r: "), b, least, most, lower;
	const char *line = strstr(told.text, "at rank r: ");

	cr_assert_eq(sscanf(line, "at rank r: %lf + %lf r", &a, &b), 2);
	expect_near(told.value.estimate, 100 * (logit_inverse(a) - logit_inverse(a + b)));
	line = strstr(told.text, "the slopes ");
	cr_assert_eq(sscanf(line, "the slopes %lf and %lf", &least, &most), 2);
	expect_near(least, b - deviate * sqrt(behind(&told, "variance of the slope ")));
	/* The steeper of both lines with the same middle; the slope falls, so that is the upper limit. */
	lower = a + b / 2 - least / 2;
	expect_near(told.value.limits.upper,
		    100 * (logit_inverse(lower) - logit_inverse(lower + least)));
	cr_expect_not_null(strstr(told.text, "the most less the least deprived end"));
	statement_free(told.statement);
}

Test(measure_steps, lead_to_a_slope_index_of_rates)
{
	struct statement_parts parts = even;
	struct told told;
	double a, b;

	parts.method = "crude-rate";
	parts.per = "1000";
	parts.unit = "Admissions per 1,000";
	told = tell(parts, NULL, measure_plain(MEASURE_SII));
	cr_assert_eq(sscanf(strstr(told.text, "at rank r: "), "at rank r: %lf + %lf r", &a, &b), 2);
	expect_near(told.value.estimate, 1000 * (exp(a) - exp(a + b)));
	cr_expect_not_null(strstr(told.text, "the logarithms of the values"));
	statement_free(told.statement);
}

/* Fieller: roots of (d^2 - z^2 vd) r^2 - 2 (n d - z^2 c) r + (n^2 - z^2 vn), n the most deprived end. */
Test(measure_steps, lead_to_a_relative_index_of_a_straight_line)
{
	struct told told = tell(even, NULL, scaled(MEASURE_RII, TRANSFORM_NONE));
	double a, b, n, d, vn, vd, c, z = deviate, square, middle, last;
	const char *ends = strstr(told.text, "variances of the ends ");

	cr_assert_eq(sscanf(strstr(told.text, "at rank r: "), "at rank r: %lf + %lf r", &a, &b), 2);
	cr_assert_eq(
		sscanf(ends, "variances of the ends %lf and %lf, covariance %lf", &vn, &vd, &c), 3);
	n = a;
	d = a + b;
	expect_near(told.value.estimate, n / d);
	square = d * d - z * z * vd;
	middle = n * d - z * z * c;
	last = n * n - z * z * vn;
	expect_near(told.value.limits.lower,
		    (middle - sqrt(middle * middle - square * last)) / square);
	expect_near(told.value.limits.upper,
		    (middle + sqrt(middle * middle - square * last)) / square);
	statement_free(told.statement);
}

Test(measure_steps, say_which_way_a_slope_is_taken)
{
	struct statement_parts parts = even;
	struct measure_choice choice = scaled(MEASURE_SII, TRANSFORM_NONE);
	struct told told;

	choice.raw = true;
	told = tell(parts, NULL, choice);
	cr_expect_not_null(strstr(told.text, "sign as fitted: the least less the most deprived"));
	statement_free(told.statement);
	parts.good = "high";
	told = tell(parts, NULL, measure_plain(MEASURE_SII));
	cr_expect_not_null(strstr(told.text, "higher is better: the least less the most"));
	statement_free(told.statement);
}

/* 30, 25, 60, 15 and 10% of 1,000: the third lies far off any line. */
Test(measure_steps, name_the_group_that_lies_off_the_line)
{
	struct statement_parts parts = { .rows = FIFTHS_HEAD "deprivation,1,300,1000\n"
							     "deprivation,2,250,1000\n"
							     "deprivation,3,600,1000\n"
							     "deprivation,4,150,1000\n"
							     "deprivation,5,100,1000\n" };
	struct told told = tell(parts, NULL, measure_plain(MEASURE_SII));

	cr_expect_not_null(strstr(told.text, "furthest 3\n"), "%s", told.text);
	statement_free(told.statement);
	told = tell(even, NULL, measure_plain(MEASURE_SII));
	cr_expect_null(strstr(told.text, "furthest"));
	statement_free(told.statement);
}

Test(measure_steps, lead_to_a_slope_of_counts)
{
	struct told told = tell(even, NULL, scaled(MEASURE_SII, TRANSFORM_LOGISTIC));
	double level, slope, centre;

	cr_assert_eq(sscanf(strstr(told.text, "rank r: "), "rank r: %lf + %lf (r - %lf)", &level,
			    &slope, &centre),
		     3);
	expect_near(told.value.estimate, 100 * (logit_inverse(level - slope * centre) -
						logit_inverse(level + slope * (1 - centre))));
	statement_free(told.statement);
}

Test(measure_steps, lead_to_an_absolute_gradient)
{
	struct statement_parts parts = { .rows = FIFTHS_HEAD "deprivation,1,300,1000\n"
							     "deprivation,2,200,1000\n"
							     "deprivation,3,210,2000\n"
							     "deprivation,4,150,1000\n"
							     "deprivation,5,100,1000\n" };
	struct told told = tell(parts, NULL, measure_plain(MEASURE_ABSOLUTE_GRADIENT));
	double a, b, error;

	cr_assert_eq(sscanf(strstr(told.text, "line: "),
			    "line: %lf + %lf rank, standard error of the slope %lf", &a, &b,
			    &error),
		     3);
	expect_near(told.value.estimate, -b);
	expect_near(told.value.limits.upper, -b + deviate * error);
	statement_free(told.statement);
}

/* -- concentration and spread -------------------------------------------------------------------- */

Test(measure_steps, lead_to_a_concentration_index)
{
	struct told told = tell(even, NULL, measure_plain(MEASURE_CONCENTRATION_INDEX));
	struct line lines[5];
	double index = 0, all = 0, variance = 0;

	cr_assert_eq(read_groups(&told, "group: value, standard error", lines), 5);
	for (int i = 0; i < 5; i++)
		all += lines[i].people;
	for (int i = 0; i < 5; i++) {
		double weight = 2 * lines[i].people / all * (lines[i].rank - 0.5);

		index += weight * lines[i].value;
		variance += weight * weight * lines[i].error * lines[i].error;
	}
	expect_near(told.value.estimate, -index);
	expect_near(behind(&told, "less deprived have more: "), index);
	expect_near(told.value.limits.upper, -index + deviate * sqrt(variance));
	cr_expect_not_null(strstr(told.text, "turned"));
	statement_free(told.statement);
}

static double mean_of(const struct line *lines, size_t count, double *people)
{
	double sum = 0;

	*people = 0;
	for (size_t i = 0; i < count; i++) {
		sum += lines[i].people * lines[i].value;
		*people += lines[i].people;
	}
	return sum / *people;
}

Test(measure_steps, lead_to_measures_of_spread)
{
	static const enum measure measures[] = {
		MEASURE_BETWEEN_GROUP_VARIANCE,   MEASURE_BETWEEN_GROUP_STANDARD_DEVIATION,
		MEASURE_COEFFICIENT_OF_VARIATION, MEASURE_MEAN_DIFFERENCE,
		MEASURE_INDEX_OF_DISPARITY,       MEASURE_THEIL_INDEX,
		MEASURE_MEAN_LOG_DEVIATION
	};

	for (size_t m = 0; m < sizeof(measures) / sizeof(measures[0]); m++) {
		struct told told = tell(even, NULL, measure_plain(measures[m]));
		double all, mean, wanted[7] = { 0 };
		struct line lines[5];

		cr_assert_eq(read_groups(&told, "group: value, standard error, population", lines),
			     5);
		mean = mean_of(lines, 5, &all);
		expect_near(behind(&told, "weighted by population: "), mean);
		for (int i = 0; i < 5; i++) {
			double share = lines[i].people / all, ratio = lines[i].value / mean;

			wanted[0] += share * pow(lines[i].value - mean, 2);
			wanted[3] += share * fabs(lines[i].value - mean);
			wanted[5] += 1000 * share * ratio * log(ratio);
			wanted[6] -= 1000 * share * log(ratio);
		}
		wanted[1] = sqrt(wanted[0]);
		wanted[2] = 100 * wanted[1] / mean;
		wanted[4] = 100 * wanted[3] / mean;
		expect_near(told.value.estimate, wanted[m]);
		cr_expect_eq(strstr(told.text, "10000 draws of the groups, seed "
					       "31415926535897932") != NULL,
			     m == 3 || m == 4);
		statement_free(told.statement);
	}
}

Test(measure_steps, lead_to_what_would_be_gained)
{
	struct told told = tell(even, NULL, measure_plain(MEASURE_PAR));
	double people, mean, reference = behind(&told, "reference: 5 least deprived, ");
	struct line lines[5];

	cr_assert_eq(read_groups(&told, "group: value, standard error, population", lines), 5);
	mean = mean_of(lines, 5, &people);
	expect_near(told.value.estimate, reference - mean);
	expect_near(told.value.limits.upper,
		    reference - mean + deviate * behind(&told, "errors: of the risk "));
	statement_free(told.statement);
	told = tell(even, NULL, (struct measure_choice){ .measure = MEASURE_PAF, .reference = 1 });
	cr_expect_not_null(strstr(told.text, "the reference does worse than all together: 0"));
	statement_free(told.statement);
}

/* -- pairs --------------------------------------------------------------------------------------- */

Test(measure_steps, lead_to_figures_of_two_groups)
{
	struct statement_parts parts = even;
	struct told told = tell(parts, NULL, measure_plain(MEASURE_RATIO));
	double first, second, e1, e2;

	cr_assert_eq(sscanf(strstr(told.text, "1 most deprived: "),
			    "1 most deprived: %lf; 5 least deprived: %lf", &first, &second),
		     2);
	cr_assert_eq(sscanf(strstr(told.text, "standard errors "), "standard errors %lf and %lf",
			    &e1, &e2),
		     2);
	expect_near(told.value.estimate, first / second);
	expect_near(told.value.limits.upper,
		    first / second * exp(deviate * hypot(e1 / first, e2 / second)));
	statement_free(told.statement);

	told = tell(parts, NULL, measure_plain(MEASURE_EXCESS));
	cr_expect_not_null(
		strstr(told.text, "1 most deprived: 300 of 1000; 5 least deprived: 100 of 1000"));
	expect_near(told.value.estimate, 200);
	statement_free(told.statement);

	parts.good = "high";
	told = tell(parts, NULL, measure_plain(MEASURE_GAP));
	cr_expect_not_null(strstr(told.text, "higher is better: the second less the first"));
	statement_free(told.statement);
	told = tell(parts, NULL, measure_plain(MEASURE_RELATIVE_GAP));
	cr_expect_not_null(strstr(told.text, "higher is better: the sign is turned"));
	statement_free(told.statement);
}

/* A group is part of all together: limits that take both as independent are said to be too wide. */
Test(measure_steps, say_that_all_together_hold_the_group)
{
	static const enum measure measures[] = { MEASURE_GAP, MEASURE_RATIO };

	for (size_t i = 0; i < 2; i++) {
		struct told told = tell(
			even, "2",
			(struct measure_choice){ .measure = measures[i], .reference = GROUP_ALL });

		cr_expect_not_null(strstr(told.text, "all together hold the group itself"));
		cr_expect_not_null(strstr(told.text, "all: 20"), "%s", told.text);
		statement_free(told.statement);
		told = tell(even, "2",
			    (struct measure_choice){ .measure = measures[i], .reference = 3 });
		cr_expect_null(strstr(told.text, "all together"));
		statement_free(told.statement);
	}
}

Test(measure_steps, lead_to_the_completeness_of_records)
{
	struct statement_parts parts = { .rows = FIFTHS_HEAD
					 "all,,1000,5000\ndeprivation,1,300,1000\n"
					 "deprivation,5,100,3000\ndeprivation,unknown,50,1000\n" };
	struct told told = tell(parts, NULL, measure_plain(MEASURE_COMPLETENESS));
	double all, unknown;

	cr_assert_eq(sscanf(strstr(told.text, "records "), "records %lf, of unknown group %lf",
			    &all, &unknown),
		     2);
	expect_near(told.value.estimate, 100 * (1 - unknown / all));
	expect_near(told.value.estimate, 80);
	statement_free(told.statement);
}
