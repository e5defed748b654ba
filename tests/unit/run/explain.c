/*
 * explain.c - an analyst with pencil and paper: from the numbers that "gradient explain" prints, by formulas of
 * their own, to the figure that it prints.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "support/program.h"
#include "support/statement.h"

enum { WORDS_MOST = 16 };

static struct arena *memory;
static const char *folder;

static void set_up(void)
{
	memory = arena_new();
	folder = scratch_new(memory);
}

static void tear_down(void)
{
	scratch_free(folder);
	arena_free(memory);
}

TestSuite(run_explain, .init = set_up, .fini = tear_down);

/* What is printed for "explain A" with further words, parted by blanks. */
static const char *explained(const struct statement_parts *parts, const char *words)
{
	const char *arguments[WORDS_MOST] = { "explain", "A", "--spec", "report.xml" };
	char *copy = arena_strdup(memory, words), *rest = NULL;
	struct program_result result;
	size_t count = 4;

	statement_write(parts, folder);
	for (char *word = strtok_r(copy, " ", &rest); word != NULL && count < WORDS_MOST - 1;
	     word = strtok_r(NULL, " ", &rest))
		arguments[count++] = word;
	result = program_run(memory, folder, arguments, NULL);
	cr_assert_eq(result.status, 0, "%s", result.err);
	return result.out;
}

static const char *behind(const char *text, const char *mark)
{
	const char *at = strstr(text, mark);

	cr_assert_not_null(at, "\"%s\" is not in\n%s", mark, text);
	return at + strlen(mark);
}

static double number_behind(const char *text, const char *mark)
{
	return strtod(behind(text, mark), NULL);
}

/* The part of the text from a heading on. */
static const char *from(const char *text, const char *heading)
{
	return behind(text, heading);
}

static void expect_close(double got, double want)
{
	cr_expect(fabs(got - want) <= 1e-9 * fmax(1, fabs(want)), "%.15g in place of %.15g", got,
		  want);
}

static const char fifths[] = "dimension,group,numerator,denominator\n"
			     "all,all,1000,5000\n"
			     "deprivation,1,290,1000\ndeprivation,2,250,900\n"
			     "deprivation,3,211,1200\ndeprivation,4,150,1000\n"
			     "deprivation,5,99,900\n";

/* -- figures ------------------------------------------------------------------------------------ */

Test(run_explain, a_percentage_can_be_worked_out_again)
{
	const char *text = explained(&(struct statement_parts){ .rows = fifths, .body = "<p/>" },
				     "--by deprivation --group 3");
	double x = number_behind(text, "numerator, as it may be shown = ");
	double n = number_behind(text, "denominator, as it may be shown = ");
	double z = number_behind(text, "z = "), p = x / n;
	double root = z * sqrt(z * z + 4 * x * (1 - p));

	expect_close(p, 211.0 / 1200);
	expect_close(number_behind(text, "value = p x 100 = "), 100 * p);
	expect_close(number_behind(text, "multiplied = "),
		     100 * (2 * x + z * z - root) / (2 * (n + z * z)));
	cr_expect(strstr(text,
			 "rounded to 1 decimal, half away from zero: 17.5833333333333 is 17.6"));
	cr_expect(strstr(text, "printed 17.6%, interval 15.5% to 19.8%"), "%s", text);
	cr_expect(strstr(text, "data.csv:5\n"));
}

/* The sum over the bands that are printed, by hand. */
Test(run_explain, a_rate_adjusted_for_age_can_be_worked_out_again)
{
	static const char rows[] =
		"age,numerator,denominator\n0-64,40,9000\n65-74,60,2500\n75+,90,1500\n";
	const char *text = explained(&(struct statement_parts){ .rows = rows,
								.method = "dsr",
								.per = "100000",
								.standard = "esp2013",
								.body = "<p/>" },
				     "");
	double sum = 0, variance = 0, weights = 0, events = 0, rate;
	const char *at = from(text, "rate x weight\n");

	for (int band = 0; band < 3; band++) {
		double x, n, w;

		cr_assert_eq(sscanf(strchr(at, ':') + 1, "%lf, %lf, %lf", &x, &n, &w), 3);
		sum += x / n * w;
		variance += w * w * x / (n * n);
		weights += w;
		events += x;
		at = strchr(at, '\n') + 1;
	}
	rate = number_behind(text, "x 100000 = ");
	expect_close(rate, sum / weights * 100000);
	expect_close(number_behind(text, "variance of the rate (Dobson) = "),
		     variance / (weights * weights));
	cr_expect_eq(events, 190);
	cr_expect(strstr(text, "European Standard Population 2013"));
	cr_expect(strstr(text, "data.csv:2  age 0-64\n"));
}

/* -- measures ----------------------------------------------------------------------------------- */

Test(run_explain, a_gap_can_be_worked_out_again)
{
	const char *text = explained(
		&(struct statement_parts){
			.rows = fifths,
			.body = "<p by='deprivation'><value of='gap' group='2' reference='4'/></p>" },
		"--by deprivation --group 2");
	const char *gap = from(text, "\ngap of 2\n");
	double first = number_behind(gap, "    2: "), second = number_behind(gap, "; 4: "), l1, u1,
	       l0, u0;

	cr_assert_eq(sscanf(behind(gap, "limits from those of both: "), "%lf to %lf and %lf to %lf",
			    &l1, &u1, &l0, &u0),
		     4);
	expect_close(number_behind(gap, "    = "), first - second);
	expect_close(number_behind(from(gap, "    = "), "    limits "),
		     first - second - hypot(first - l1, u0 - second));
	cr_expect(strstr(gap, "reference=4"), "%s", gap);
	cr_expect(strstr(gap, "printed 12.8"), "%s", gap);
}

/* The line through the printed groups at their printed places: slope and ends by hand. */
Test(run_explain, a_slope_index_can_be_worked_out_again)
{
	const char *text = explained(
		&(struct statement_parts){
			.rows = fifths,
			.good = "low",
			.body = "<p by='deprivation'><value of='sii' transform='none'/></p>" },
		"--by deprivation");
	const char *sii = from(text, "transform=none");
	const char *at = from(sii, "relative rank\n");
	double values[5], places[5], people[5], all = 0, mean = 0, spread = 0, slope = 0;

	for (int i = 0; i < 5; i++) {
		double lower, upper;

		cr_assert_eq(sscanf(strchr(at, ':') + 1, "%lf, %lf to %lf, %lf, %lf", &values[i],
				    &lower, &upper, &people[i], &places[i]),
			     5);
		all += people[i];
		at = strchr(at, '\n') + 1;
	}
	for (int i = 0; i < 5; i++)
		mean += people[i] / all * values[i];
	for (int i = 0; i < 5; i++) {
		spread += people[i] / all * (places[i] - 0.5) * (places[i] - 0.5);
		slope += people[i] / all * (places[i] - 0.5) * (values[i] - mean);
	}
	/* Low is good: the most deprived end less the least. */
	expect_close(number_behind(sii, "    = "), -slope / spread);
}

/* -- which figures ------------------------------------------------------------------------------ */

Test(run_explain, an_interval_at_a_level_of_its_own)
{
	const char *text = explained(
		&(struct statement_parts){ .rows = fifths,
					   .body = "<p by='deprivation'><value group='1'/> "
						   "<interval group='1' confidence='99.8'/></p>" },
		"--by deprivation --group 1");
	const char *wide = from(text, "at a confidence of 99.8%");

	expect_close(number_behind(wide, "z = "), 3.09023230617);
	cr_expect(strstr(wide, "interval 24.8% to 33.6%"), "%s", wide);
}

Test(run_explain, the_words_of_a_sentence_where_they_differ)
{
	const char *text = explained(
		&(struct statement_parts){
			.rows = "numerator,denominator\n1000,7000\n",
			.body = "<p>About <value as='one-in'/>, or <value decimals='3'/>.</p>" },
		"");

	cr_expect(strstr(text, "printed 14.3%"), "%s", text);
	cr_expect(strstr(text, "in the report \"1\xc2\xa0in\xc2\xa0"
			       "7\" at report.xml:"),
		  "%s", text);
	cr_expect(strstr(text, "in the report \"14.286%\" at report.xml:"), "%s", text);
}

Test(run_explain, the_share_of_a_group_where_the_report_prints_it)
{
	const char *text = explained(
		&(struct statement_parts){
			.rows = fifths,
			.body = "<p by='deprivation'><value of='share' group='5'/></p>" },
		"--by deprivation --group 5");

	cr_expect(strstr(text, "100 x 99 / 1000 = 9.9\n"), "%s", text);
	cr_expect(strstr(text, "printed 9.9%\n"), "%s", text);
}

Test(run_explain, the_sexes_of_a_group)
{
	const char *text = explained(
		&(struct statement_parts){ .rows = "dimension,group,sex,numerator,denominator\n"
						   "deprivation,1,all,30,100\n"
						   "deprivation,1,female,10,50\n"
						   "deprivation,1,male,20,50\n",
					   .body = "<p/>" },
		"--by deprivation --group 1");

	cr_expect(strstr(text, "2024, 1 most deprived\n"), "%s", text);
	cr_expect(strstr(from(text, "1 most deprived, females\n"), "= 10 / 50 = 0.2\n"));
	cr_expect(strstr(from(text, "1 most deprived, males\n"), "= 20 / 50 = 0.4\n"));
}

Test(run_explain, another_body)
{
	const char *text =
		explained(&(struct statement_parts){ .rows = "organisation,numerator,denominator\n"
							     "QNV,10,50\nE92000001,30,100\n",
						     .body = "<p/>" },
			  "--organisation E92000001");

	cr_expect(strstr(text, "= 30 / 100 = 0.3\n"), "%s", text);
	cr_expect_null(strstr(text, "= 10 / 50"));
}

Test(run_explain, one_measure_though_the_report_does_not_print_it)
{
	const char *text = explained(&(struct statement_parts){ .rows = fifths, .body = "<p/>" },
				     "--by deprivation --of theil-index");

	cr_expect(strstr(text, "\ntheil-index\n"), "%s", text);
	cr_expect_null(strstr(text, "\nsii\n"));
	cr_expect_null(strstr(text, "\nsource "));
}

/* -- what decided ------------------------------------------------------------------------------- */

Test(run_explain, the_threshold_that_marked_a_figure)
{
	const char *text =
		explained(&(struct statement_parts){ .rows = "numerator,denominator\n5,12\n",
						     .data = "low-denominator='25'",
						     .body = "<p/>" },
			  "");

	cr_expect(strstr(text, "state unreliable: based on few people\n"), "%s", text);
	cr_expect(
		strstr(text,
		       "decided by low-denominator of the report: a denominator of 12, under 25\n"),
		"%s", text);
}

/* The part on one group, without the lines that name the group and its row. */
static const char *about_group(const char *group)
{
	static const char rows[] = "dimension,group,numerator\n"
				   "all,all,1139\n"
				   "deprivation,1,317\ndeprivation,2,283\n"
				   "deprivation,3,3\ndeprivation,4,227\ndeprivation,5,309\n";
	const char *text = explained(&(struct statement_parts){ .rows = rows,
								.rule = "LOCAL-5",
								.method = "count",
								.per = "1",
								.unit = "people",
								.body = "<p by='deprivation'>"
									"<value group='3'/></p>" },
				     arena_printf(memory, "--by deprivation --group %s", group));

	cr_expect_null(strstr(text, "227"), "a hidden count is told:\n%s", text);
	cr_expect_null(strstr(text, " = 3\n"), "a hidden count is told:\n%s", text);
	return from(from(text, "data.csv:"), "  steps\n");
}

/* A reader cannot tell the small count from the one that is hidden to protect it. */
Test(run_explain, hidden_counts_are_all_alike)
{
	const char *small = about_group("3"), *second = about_group("4");

	cr_expect(strstr(small, "state suppressed: hidden so that no person can be recognised\n"),
		  "%s", small);
	cr_expect(strstr(small, "decided by disclosure rule LOCAL-5"), "%s", small);
	cr_expect_str_eq(small, second);
}

Test(run_explain, the_numbers_of_a_rule)
{
	const char *text =
		explained(&(struct statement_parts){ .rows = "numerator,denominator\n33,400\n",
						     .rule = "HES-5",
						     .body = "<p/>" },
			  "");

	cr_expect(strstr(text,
			 "counts from 1 to 7 are hidden; others are rounded to multiples of 5; "
			 "rates and percentages come from the rounded counts\n"),
		  "%s", text);
	cr_expect(strstr(text, "= 35 / 400 = "), "%s", text);
}

/* A report whose words are at fault can be explained all the same, and its faults are not told here. */
Test(run_explain, figures_of_a_report_with_faults_in_its_words)
{
	const char *text = explained(
		&(struct statement_parts){
			.rows = fifths,
			.body = "<p><value by='deprivation' group='nonsense'/></p>" },
		"");

	cr_expect(strstr(text, "printed 20.0%"), "%s", text);
}

Test(run_explain, a_crude_rate_can_be_worked_out_again)
{
	const char *text =
		explained(&(struct statement_parts){ .rows = "numerator,denominator\n57,8000\n",
						     .method = "crude-rate",
						     .per = "1000",
						     .body = "<p/>" },
			  "");
	double x = 57, z = 1.959963984540054, lower, upper, rate_lower, rate_upper;

	cr_assert_eq(sscanf(behind(text, "10 events or more = "), "%lf to %lf", &lower, &upper), 2);
	cr_assert_eq(sscanf(behind(text, "population and multiplied = "), "%lf to %lf", &rate_lower,
			    &rate_upper),
		     2);
	expect_close(lower, x * pow(1 - 1 / (9 * x) - z / (3 * sqrt(x)), 3));
	expect_close(upper, (x + 1) * pow(1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1)), 3));
	expect_close(rate_lower, lower / 8000 * 1000);
	expect_close(rate_upper, upper / 8000 * 1000);
	expect_close(number_behind(text, "57 / 8000 x 1000 = "), 57.0 / 8);
}

/* -- disclosure ------------------------------------------------------------------------------- */

/* A row an event: that there are three, and of which ages, is what the rule hides. */
Test(run_explain, does_not_tell_of_how_many_rows_a_hidden_count_is_the_sum)
{
	const struct statement_parts parts = {
		.method = "count",
		.per = "1",
		.unit = "Deaths",
		.rule = "LOCAL-5' combine='sum",
		.rows = "age,numerator\n5-9,1\n5-9,1\n20-24,1\n",
	};
	const char *text = explained(&parts, "");

	cr_expect_not_null(strstr(text, "data.csv:2\n"), "%s", text);
	cr_expect_null(strstr(text, "more row"), "%s", text);
	cr_expect_null(strstr(text, "data.csv:3"), "%s", text);
	cr_expect_null(strstr(text, "5-9"), "%s", text);
}
