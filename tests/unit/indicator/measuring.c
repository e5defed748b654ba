/* Which figure an author means, and that it is worked out once. */

#include "indicator/measuring.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "indicator/figure.h"
#include "indicator/measure_method.h"
#include "run/results_file.h"
#include "support/fifths.h"
#include "support/own_rule.h"

static struct cell_key key_by(const struct statement *statement, const char *by, int group)
{
	return (struct cell_key){
		.classification = classification_find(statement->run.dataset->dimensions, by),
		.group = group,
		.sex = SEX_ALL,
	};
}

/* -- one figure in several words ----------------------------------------------------------------- */

static bool same(const struct statement *statement, int group, struct measure_choice a,
		 struct measure_choice b)
{
	const struct results *results = statement->run.results;
	struct cell_key key = key_by(statement, "deprivation-quintile", group);
	bool is_same = figure_of(results, &key, &a) == figure_of(results, &key, &b);
	struct measure_choice first = measuring_settled(results, &key, &a);
	struct measure_choice second = measuring_settled(results, &key, &b);

	cr_expect_eq(measure_choice_equal(&first, &second), is_same);
	return is_same;
}

static struct measure_choice with(enum measure measure, enum measure_transform transform,
				  double confidence, int reference, bool raw)
{
	return (struct measure_choice){ .measure = measure,
					.transform = transform,
					.confidence = confidence,
					.reference = reference,
					.raw = raw };
}

Test(measuring, a_parameter_that_says_what_is_so_anyway_asks_for_the_same_figure)
{
	enum { BY = REFERENCE_BY_MEASURE };
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = FIFTHS_EVEN, .good = "low" });
	const struct measure_choice sii = measure_plain(MEASURE_SII);
	const struct measure_choice gap = measure_plain(MEASURE_GAP);
	const struct measure_choice par = measure_plain(MEASURE_PAR);
	const struct measure_choice mean = measure_plain(MEASURE_MEAN_DIFFERENCE);

	cr_expect(same(statement, GROUP_ALL, sii, with(MEASURE_SII, 0, 0.95, BY, false)));
	cr_expect(
		same(statement, GROUP_ALL, sii, with(MEASURE_SII, TRANSFORM_LOGIT, 0, BY, false)));
	cr_expect_not(same(statement, GROUP_ALL, sii, with(MEASURE_SII, 0, 0.998, BY, false)));
	cr_expect_not(
		same(statement, GROUP_ALL, sii, with(MEASURE_SII, TRANSFORM_LOG, 0, BY, false)));
	cr_expect_not(same(statement, GROUP_ALL, sii, with(MEASURE_SII, 0, 0, BY, true)));
	cr_expect(same(statement, GROUP_ALL, gap, with(MEASURE_GAP, 0, 0, 4, false)));
	cr_expect(same(statement, 1, gap, with(MEASURE_GAP, 0, 0, 4, false)));
	cr_expect_not(same(statement, 1, gap, with(MEASURE_GAP, 0, 0, 3, false)));
	/* Low is good: the most less the least is the sign of both. */
	cr_expect(same(statement, GROUP_ALL, gap, with(MEASURE_GAP, 0, 0, BY, true)));
	cr_expect(same(statement, GROUP_ALL, par, with(MEASURE_PAR, 0, 0, 4, false)));
	cr_expect_not(
		same(statement, GROUP_ALL, par, with(MEASURE_PAR, 0, 0, REFERENCE_BEST, false)));
	cr_expect_not(same(statement, GROUP_ALL, mean, with(MEASURE_MEAN_DIFFERENCE, 0, 0, 4, 0)));
	statement_free(statement);
}

Test(measuring, a_raw_sign_is_that_by_polarity_for_slopes_where_high_is_good)
{
	enum { BY = REFERENCE_BY_MEASURE };
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = FIFTHS_EVEN, .good = "high" });

	cr_expect(same(statement, GROUP_ALL, measure_plain(MEASURE_SII),
		       with(MEASURE_SII, 0, 0, BY, true)));
	cr_expect_not(same(statement, GROUP_ALL, measure_plain(MEASURE_GAP),
			   with(MEASURE_GAP, 0, 0, BY, true)));
	cr_expect(
		same(statement, 1, measure_plain(MEASURE_GAP), with(MEASURE_GAP, 0, 0, BY, true)));
	statement_free(statement);
}

/* -- the results file ---------------------------------------------------------------------------- */

static const char *results_of(const struct statement *statement)
{
	const char *text;
	struct buffer out;

	buffer_init(&out);
	results_write(statement->run.results, statement->run.strings, &out);
	text = arena_strdup(statement->arena, buffer_text(&out));
	buffer_clear(&out);
	return text;
}

static size_t lines_with(const char *text, const char *part)
{
	size_t count = 0;

	for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part))
		count++;
	return count;
}

Test(measuring, a_figure_that_is_asked_for_twice_is_one_row)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = FIFTHS_EVEN,
		.body = "<p by='deprivation'><value of='theil-index'/> <value of='theil-index'/> "
			"<interval of='theil-index' confidence='95'/> "
			"<value of='gap' group='2'/> "
			"<value of='gap' group='2' reference='least'/> "
			"<value of='sii' transform='logit'/></p>" });
	const char *text = results_of(statement);

	cr_expect_eq(lines_with(text, ",theil-index,"), 1, "%s", text);
	cr_expect_eq(lines_with(text, ",2,all,gap,"), 1);
	cr_expect_eq(lines_with(text, ",all,sii,"), 1);
	statement_free(statement);
}

/* Group 2 at 99.8%: Wilson's limits of 250 in 1,000, by the formula. */
Test(measuring, limits_of_a_group_at_another_level_are_a_row)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = FIFTHS_EVEN,
		.body = "<p by='deprivation'><interval group='2' confidence='99.8'/></p>" });
	const char *text = results_of(statement);
	const char *row = strstr(text, ",2,all,value,shown,25,21");
	double q = 3.090232306167813, root = q * sqrt(q * q + 1000 * 0.75);

	cr_assert_not_null(row, "%s", text);
	cr_expect_float_eq(strtod(strstr(row, ",25,") + 4, NULL),
			   100 * (500 + q * q - root) / (2 * (1000 + q * q)), 1e-9);
	cr_expect_not_null(strstr(row, "confidence=0.998"));
	statement_free(statement);
}

static void expect_parameters(const struct statement *statement, const char *row,
			      const char *parameters)
{
	const char *text = results_of(statement), *at = strstr(text, row), *end;

	cr_assert_not_null(at, "no %s in\n%s", row, text);
	end = strchr(at, '\n');
	at = strstr(at, parameters);
	cr_expect(at != NULL && at < end, "%s of %s in\n%s", parameters, row, text);
}

Test(measuring, parameters_tell_a_second_analyst_what_was_asked)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = FIFTHS_EVEN,
		.good = "high",
		.body = "<p by='deprivation'><value of='par'/> <value of='paf' reference='best'/> "
			"<value of='mean-difference'/> "
			"<value of='index-of-disparity' weights='none'/> "
			"<value of='concentration-index' confidence='99.8'/> "
			"<value of='gap' sign='raw' confidence='90'/> "
			"<value of='gap' group='2' reference='all'/> "
			"<value of='ratio' group='2' reference='4'/></p>" });

	expect_parameters(statement, ",all,gap,", ",reference=least;sign=polarity;confidence=0.95");
	expect_parameters(statement, ",all,gap,shown,20",
			  ",reference=least;sign=raw;confidence=0.9");
	expect_parameters(statement, ",all,sii,", ",transform=logit;sign=polarity;confidence=0.95");
	expect_parameters(statement, ",all,par,", ",reference=least,");
	expect_parameters(statement, ",all,paf,", ",reference=best;confidence=0.95");
	expect_parameters(statement, ",all,mean-difference,",
			  ",reference=mean;weights=population;confidence=0.95;draws=10000;seed="
			  "31415926535897932");
	expect_parameters(statement, ",all,index-of-disparity,",
			  ",weights=none;confidence=0.95;draws=10000;seed=31415926535897932");
	expect_parameters(statement, ",all,concentration-index,",
			  ",sign=polarity;confidence=0.998");
	expect_parameters(statement, ",2,all,gap,", ",reference=all;confidence=0.95");
	expect_parameters(statement, ",2,all,ratio,", ",reference=4;confidence=0.95");
	statement_free(statement);
}

/* -- by sex -------------------------------------------------------------------------------------- */

/* 30% less 10% of females, 40% less 30% of males, 35% less 20% of both. */
Test(measuring, a_gap_of_one_sex_is_of_its_groups)
{
	static const struct {
		const char *sex;
		double gap, from_all;
	} cases[] = { { NULL, 15, 7.5 }, { "Female", 20, 10 }, { "Male", 10, 5 } };
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,sex,numerator,denominator\n"
			"deprivation,1,Female,30,100\ndeprivation,1,Male,40,100\n"
			"deprivation,1,all,70,200\ndeprivation,5,Female,10,100\n"
			"deprivation,5,Male,30,100\ndeprivation,5,all,40,200\n"
			"all,,Female,40,200\nall,,Male,70,200\nall,,all,110,400\n" });

	for (size_t i = 0; i < 3; i++) {
		struct figure_key key = { .by = "deprivation", .sex = cases[i].sex };
		struct measure_choice choice = measure_plain(MEASURE_GAP);

		cr_expect_float_eq(statement_figure(statement, key, &choice).estimate, cases[i].gap,
				   1e-12);
		choice.reference = GROUP_ALL;
		key.group = "1";
		cr_expect_float_eq(statement_figure(statement, key, &choice).estimate,
				   cases[i].from_all, 1e-12);
	}
	statement_free(statement);
}

/* -- what may be seen ---------------------------------------------------------------------------- */

#define ROUNDED                                                                                    \
	FIFTHS_HEAD                                                                                \
	"all,,10021,50105\ndeprivation,1,3003,10007\ndeprivation,2,2511,10009\n"                   \
	"deprivation,3,2007,10013\ndeprivation,4,1499,10037\ndeprivation,5,1001,10039\n"

static bool has_decimals(double number, unsigned decimals)
{
	double scaled = number * pow(10, decimals);

	return fabs(scaled - round(scaled)) < 1e-7;
}

/* Counts are shown to the nearest 5: a figure of exact ones has its printed decimals, at every level. */
Test(measuring, figures_of_exact_counts_have_their_printed_decimals_alone)
{
	struct workplace place = own_rule();
	static const double levels[] = { 0, 0.834, 0.9, 0.998 };
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = OWN_RULE_EXACT_RATES, .rows = ROUNDED, .good = "low" });

	for (int m = 0; m < MEASURE_COUNT_OF; m++)
		for (size_t i = 0; i < 4; i++) {
			struct measure_choice choice = measure_plain((enum measure)m);
			unsigned decimals =
				results_decimals(statement->run.results, 0, (enum measure)m);
			struct value value;

			if (measure_kind((enum measure)m)->scope != MEASURE_SCOPE_DIMENSION &&
			    measure_kind((enum measure)m)->scope != MEASURE_SCOPE_PAIR)
				continue;
			choice.confidence = levels[i];
			value = statement_figure(statement, fifths_key, &choice);
			/* The excess is of counts as they are shown; completeness knows no unknown. */
			if (!value_is_shown(&value) || m == MEASURE_EXCESS)
				continue;
			cr_expect(has_decimals(value.estimate, decimals), "%s is %.15g",
				  measure_kind((enum measure)m)->name, value.estimate);
			cr_expect(has_decimals(value.limits.lower, decimals) &&
					  has_decimals(value.limits.upper, decimals),
				  "%s", measure_kind((enum measure)m)->name);
		}
	statement_free(statement);
	workplace_free(&place);
}

Test(measuring, figures_of_exact_counts_are_explained_without_them)
{
	struct workplace place = own_rule();
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = OWN_RULE_EXACT_RATES, .rows = ROUNDED, .good = "low" });
	struct cell_key key = key_by(statement, "deprivation-quintile", GROUP_ALL);

	for (int m = 0; m < MEASURE_COUNT_OF; m++) {
		struct measure_choice choice = measure_plain((enum measure)m);
		struct buffer steps;

		if (measure_kind((enum measure)m)->scope == MEASURE_SCOPE_GROUP)
			continue;
		buffer_init(&steps);
		figure_explain(statement->run.results, &key, &choice, &steps);
		cr_expect(strpbrk(buffer_text(&steps), "0123456789") == NULL, "%s: %s",
			  measure_kind((enum measure)m)->name, buffer_text(&steps));
		buffer_clear(&steps);
	}
	statement_free(statement);
	workplace_free(&place);
}

static const struct breakdown_result *slope_of(const struct statement *statement)
{
	struct cell_key key = key_by(statement, "deprivation-quintile", GROUP_ALL);
	struct measure_choice choice = measure_plain(MEASURE_SII);

	return figure_of(statement->run.results, &key, &choice);
}

/* The ends of a line stay where its scale has numbers: 0.02% with one decimal is not 0, but half a step. */
Test(measuring, ends_of_a_line_are_cut_inside_its_scale)
{
	struct workplace place = own_rule();
	struct statement *statement = statement_of(
		&(struct statement_parts){ .rule = OWN_RULE_EXACT_RATES,
					   .rows = FIFTHS_HEAD "deprivation,1,5000,1000000\n"
							       "deprivation,2,2000,1000000\n"
							       "deprivation,3,1000,1000000\n"
							       "deprivation,4,500,1000000\n"
							       "deprivation,5,300,1000000\n" });
	const struct breakdown_result *sii = slope_of(statement);

	cr_assert(value_is_shown(&sii->value));
	cr_expect_float_eq(sii->fitted_least, 0.05, 1e-12);
	for (double rank = 0; rank <= 1; rank += 0.25)
		cr_expect(isfinite(figure_fitted(statement->run.results, sii, rank)));
	statement_free(statement);
	workplace_free(&place);
}

Test(measuring, ends_of_a_line_do_not_reach_all_people)
{
	struct workplace place = own_rule();
	struct statement *statement = statement_of(
		&(struct statement_parts){ .rule = OWN_RULE_EXACT_RATES,
					   .rows = FIFTHS_HEAD "deprivation,1,995000,1000000\n"
							       "deprivation,2,998000,1000000\n"
							       "deprivation,3,999000,1000000\n"
							       "deprivation,4,999500,1000000\n"
							       "deprivation,5,999700,1000000\n" });
	const struct breakdown_result *sii = slope_of(statement);

	cr_assert(value_is_shown(&sii->value));
	cr_expect_float_eq(sii->fitted_least, 99.95, 1e-12);
	cr_expect(isfinite(figure_fitted(statement->run.results, sii, 1)));
	statement_free(statement);
	workplace_free(&place);
}

/* -- what is not there --------------------------------------------------------------------------- */

Test(measuring, there_is_no_gap_without_a_breakdown_and_no_figure_without_a_cell)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = FIFTHS_EVEN });
	struct measure_choice choice = measure_plain(MEASURE_GAP);
	struct cell_key key = { .classification = CLASSIFICATION_ALL,
				.group = GROUP_ALL,
				.sex = SEX_ALL };

	cr_expect_eq(figure_of(statement->run.results, &key, &choice)->value.reason,
		     REASON_NOT_IN_DATA);
	key.sex = 0;
	choice = (struct measure_choice){ .measure = MEASURE_VALUE,
					  .confidence = 0.998,
					  .reference = REFERENCE_BY_MEASURE };
	cr_expect_eq(figure_of(statement->run.results, &key, &choice)->value.state,
		     VALUE_NOT_AVAILABLE);
	statement_free(statement);
}

/* Published limits have one level, that of the report; at 95% they are there for a report at 99.8% no more. */
Test(measuring, published_limits_are_of_one_level)
{
	struct statement_parts parts = {
		.method = "given",
		.data = "confidence='99.8'",
		.rows = "dimension,group,value,lower,upper\n"
			"deprivation,1,30,25,35\ndeprivation,5,20,15,25\n"
	};
	struct statement *statement = statement_of(&parts);
	struct measure_choice choice = measure_plain(MEASURE_GAP);

	cr_expect(statement_figure(statement, fifths_key, &choice).limits.known);
	choice.confidence = 0.95;
	cr_expect_not(statement_figure(statement, fifths_key, &choice).limits.known);
	statement_free(statement);
}

/* A hidden figure stays hidden at every level. */
Test(measuring, a_hidden_figure_has_no_limits_at_another_level)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = FIFTHS_HEAD FIFTHS_FIRST_FOUR "deprivation,5,*,1000\n" });
	struct measure_choice choice = { .measure = MEASURE_VALUE,
					 .confidence = 0.998,
					 .reference = REFERENCE_BY_MEASURE };
	struct value value = statement_figure(
		statement, (struct figure_key){ .by = "deprivation", .group = "5" }, &choice);

	cr_expect_eq(value.state, VALUE_SUPPRESSED);
	cr_expect_not(value.limits.known);
	statement_free(statement);
}

/* -- more groups than there are ------------------------------------------------------------------ */

/* No table of classifications has so many in an order; a measure says so all the same. */
Test(measuring, a_slope_of_more_than_a_hundred_groups_is_refused)
{
	enum { MANY = 101 };
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = FIFTHS_EVEN });
	const struct result *any = statement_result(
		statement, (struct figure_key){ .by = "deprivation", .group = "1" });
	const struct result *groups[MANY];
	static const enum measure_transform transforms[] = { TRANSFORM_BY_METHOD,
							     TRANSFORM_LOGISTIC };

	for (size_t i = 0; i < MANY; i++)
		groups[i] = any;
	for (size_t i = 0; i < 2; i++) {
		struct measure_choice choice = measure_plain(MEASURE_SII);
		const struct indicator *indicator = &statement->run.dataset->indicators->items[0];
		struct measure_input input = { .choice = &choice,
					       .confidence = 0.95,
					       .indicator = indicator,
					       .method = method_find(indicator->method),
					       .groups = groups,
					       .count = MANY };
		struct breakdown_result out = { .choice = choice };

		choice.transform = transforms[i];
		measure_method(MEASURE_SII)->compute(&input, &out);
		cr_expect_eq(out.value.state, VALUE_NOT_AVAILABLE);
		cr_expect_eq(out.value.reason, REASON_FEW_GROUPS);
	}
	statement_free(statement);
}

/* -- many groups --------------------------------------------------------------------------------- */

/* A table of hundreds of organisations with gaps from all: each its own, and all of them in the file. */
Test(measuring, gaps_of_hundreds_of_organisations)
{
	struct arena *arena = arena_new();
	struct statement *statement;
	struct buffer rows;

	buffer_init(&rows);
	buffer_add_text(&rows, "dimension,group,numerator,denominator\nall,,5000,40000\n");
	for (int i = 0; i < 400; i++)
		buffer_printf(&rows, "organisation,P%05d,%d,100\n", i, 1 + i % 90);
	statement = statement_of(
		&(struct statement_parts){ .rows = arena_strdup(arena, buffer_text(&rows)),
					   .body = "<table by='organisation'><column of='value'/>"
						   "<column of='gap' reference='all'/></table>" });
	buffer_clear(&rows);
	cr_expect_eq(lines_with(results_of(statement), ",gap,"), 400);
	cr_expect_float_eq(
		statement_figure(
			statement, (struct figure_key){ .by = "organisation", .group = "P00041" },
			&(struct measure_choice){ .measure = MEASURE_GAP, .reference = GROUP_ALL })
			.estimate,
		42 - 12.5, 1e-9);
	cr_expect_eq(statement_measure(statement, (struct figure_key){ .by = "organisation" },
				       MEASURE_THEIL_INDEX)
			     .state,
		     VALUE_UNRELIABLE);
	statement_free(statement);
	arena_free(arena);
}
