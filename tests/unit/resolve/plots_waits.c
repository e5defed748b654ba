/* Charts of weeks waited: what their values are, and what they must not say when a class is hidden. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "document/plot_waits.h"
#include "support/statement.h"

#define CLASS(id, attributes)                                                                      \
	"<indicator id='" id                                                                       \
	"' method='proportion' per='100' good='low' family='weeks' " attributes "><name>" id       \
	"</name><short-name>" id                                                                   \
	"</short-name><population>waits</population><unit>%</unit></indicator>"

static const char classes[] = CLASS("W0", "class-from='0' class-to='13'")
	CLASS("W13", "class-from='13' class-to='26'") CLASS("W26", "class-from='26' class-to='52'")
		CLASS("W52", "class-from='52'") CLASS("O18", "class-from='18'");

/* Of 1,000 waits in fifth 1 and in fifth 5; over 18 weeks cuts the class of 13 to 26 weeks. */
static const char rows[] = "indicator,dimension,group,numerator,denominator\n"
			   "W0,all,,900,2000\nW13,all,,600,2000\nW26,all,,400,2000\n"
			   "W52,all,,100,2000\nO18,all,,840,2000\n"
			   "W0,deprivation,1,400,1000\nW13,deprivation,1,300,1000\n"
			   "W26,deprivation,1,240,1000\nW52,deprivation,1,60,1000\n"
			   "O18,deprivation,1,460,1000\n"
			   "W0,deprivation,5,500,1000\nW13,deprivation,5,300,1000\n"
			   "W26,deprivation,5,160,1000\nW52,deprivation,5,40,1000\n"
			   "O18,deprivation,5,380,1000\n";

#define WAITS(kind) "<chart kind='" kind "' by='deprivation' indicators='W0|W13|W26|W52'/>"

static struct statement *of(const char *data, const char *body)
{
	return statement_of(&(struct statement_parts){ .rule = "LOCAL-5",
						       .indicators = classes,
						       .about = "organisation='QNV'",
						       .rows = data,
						       .body = body });
}

static const struct node *figure(const struct statement *statement)
{
	const struct node *node = statement_node(statement, NODE_FIGURE, 0);

	cr_assert_not_null(node);
	return node;
}

Test(plots_waits, shares_of_classes_for_each_group_and_for_all)
{
	struct statement *statement = of(rows, WAITS("waits"));
	const struct plot *plot = figure(statement)->plot;
	size_t last = plot->series_count - 1;

	cr_assert_eq(plot->category_count, 4);
	cr_assert_float_eq(plot_value(plot, 0, 0)->value, 40, 1e-9);
	cr_assert_float_eq(plot_value(plot, 0, 3)->value, 6, 1e-9);
	cr_assert_float_eq(plot_value(plot, last, 1)->value, 30, 1e-9);
	cr_assert_eq(plot->series[last].emphasis, EMPHASIS_CONTEXT);
	cr_assert_str_eq(plot->waits->over[0], "46.0% over 18 weeks");
	cr_assert_eq(plot->waits->edges[3], 52);
	cr_assert_eq(plot->waits->edges[4], 65, "the open class is as wide as the first");
	statement_free(statement);
}

Test(plots_waits, the_alternative_names_the_shares_of_the_first_and_last_group)
{
	struct statement *statement = of(rows, WAITS("waits"));

	cr_assert_not_null(
		strstr(figure(statement)->alternative,
		       "Over 18 weeks: 46.0% (1 most deprived) and 38.0% (5 least deprived)"),
		"%s", figure(statement)->alternative);
	statement_free(statement);
}

/* 3 waits over a year are hidden; the classes beside them would give them away as steps. */
Test(plots_waits, a_hidden_class_hides_the_panel_of_its_group)
{
	static const char hidden[] =
		"indicator,dimension,group,numerator,denominator\n"
		"W0,all,,900,2000\nW13,all,,600,2000\nW26,all,,440,2000\nW52,all,,60,2000\n"
		"W0,deprivation,1,400,1000\nW13,deprivation,1,300,1000\n"
		"W26,deprivation,1,243,1000\nW52,deprivation,1,57,1000\n"
		"W0,deprivation,5,500,1000\nW13,deprivation,5,300,1000\n"
		"W26,deprivation,5,197,1000\nW52,deprivation,5,3,1000\n";
	struct statement *statement = of(hidden, WAITS("waits"));
	const struct plot *plot = figure(statement)->plot;

	for (size_t i = 0; i < plot->category_count; i++) {
		cr_expect_eq(plot_value(plot, 4, i)->state, VALUE_SUPPRESSED);
		cr_expect_eq(plot_value(plot, 4, i)->value, 0);
	}
	statement_free(statement);
}

Test(plots_waits, cumulative_shares_pass_through_the_standard)
{
	struct statement *statement = of(rows, WAITS("waits-cumulative"));
	const struct node *node = figure(statement);
	const struct plot *plot = node->plot;
	static const double weeks[] = { 0, 13, 18, 26, 52 }, first[] = { 0, 40, 54, 70, 94 };

	cr_assert_eq(plot->category_count, 5);
	cr_assert_eq(plot->waits->standard, 2);
	for (size_t i = 0; i < 5; i++) {
		cr_expect_eq(plot->waits->edges[i], weeks[i]);
		cr_expect_float_eq(plot_value(plot, 0, i)->value, first[i], 1e-9);
	}
	cr_expect_float_eq(plot_value(plot, 1, 2)->value, 62, 1e-9);
	cr_expect_str_eq(statement_plain(statement, &node->title),
			 "At 18 weeks the gap was 8.0 percentage points");
	statement_free(statement);
}

Test(plots_waits, a_group_without_figures_is_told_and_not_drawn)
{
	struct statement *statement = of(rows, WAITS("waits-cumulative"));
	const char *notes = statement_plain(statement, &figure(statement)->notes);

	cr_assert_not_null(
		strstr(notes, "Not drawn, since a class of weeks is not shown: 2, 3, 4."), "%s",
		notes);
	statement_free(statement);
}

Test(plots_waits, classes_with_a_gap_between_them_are_refused)
{
	struct statement *statement = statement_try(&(struct statement_parts){
		.indicators = classes,
		.about = "organisation='QNV'",
		.rows = rows,
		.body = "<chart kind='waits' by='deprivation' indicators='W0|W26|W52'/>" });

	cr_assert(statement_said(statement, "SPC121"));
	statement_free(statement);
}

/* Of fifth 1 40% are under 13 weeks and 70% under 26; of fifth 5 half are under 13. */
Test(plots_waits, the_class_that_holds_the_median_is_told_and_no_week_within_it)
{
	struct statement *statement = of(rows, WAITS("waits"));
	const struct node *node = figure(statement);
	const struct plot_waits *waits = node->plot->waits;

	cr_expect_str_eq(waits->medians[0].text, "13 to 26 weeks");
	cr_expect_str_eq(waits->medians[0].line, "median: 13 to 26 weeks");
	cr_expect_eq(waits->medians[0].from, 13);
	cr_expect_eq(waits->medians[0].to, 26);
	cr_expect_str_eq(waits->medians[4].text, "0 to 26 weeks",
			 "half of all waits end with a class: it may be in either");
	cr_expect_not_null(strstr(node->described, "Median waits: 1 most deprived: 13 to 26 weeks"),
			   "%s", node->described);
	cr_expect_not_null(strstr(statement_plain(statement, &node->notes),
				  "which lies in the class of weeks that is marked"));
	statement_free(statement);
}

/* Fifth 1 is hidden whole; of fifth 5 the class of the middle is there, and its steps are not. */
Test(plots_waits, nothing_is_told_of_the_median_of_a_group_with_a_hidden_class)
{
	static const char hidden[] =
		"indicator,dimension,group,numerator,denominator\n"
		"W0,all,,900,2000\nW13,all,,600,2000\nW26,all,,440,2000\nW52,all,,60,2000\n"
		"W0,deprivation,1,400,1000\nW13,deprivation,1,300,1000\n"
		"W26,deprivation,1,243,1000\nW52,deprivation,1,57,1000\n"
		"W0,deprivation,5,500,1000\nW13,deprivation,5,300,1000\n"
		"W26,deprivation,5,197,1000\nW52,deprivation,5,3,1000\n";
	struct statement *statement = of(hidden, WAITS("waits"));
	const struct plot_waits *waits = figure(statement)->plot->waits;

	cr_expect_not(waits->medians[4].placed);
	cr_expect_str_eq(waits->medians[4].line, "");
	statement_free(statement);
}

#define MEDIAN(method, unit)                                                                       \
	"<indicator id='M' method='" method "'><name>Median wait</name><unit>" unit                \
	"</unit></indicator>"

static struct statement *with_median(const char *median, bool faulty)
{
	static char indicators[8192], data[4096];
	const struct statement_parts parts = {
		.indicators = indicators,
		.about = "organisation='QNV'",
		.rows = data,
		.body = "<chart kind='waits' by='deprivation' median='M' "
			"indicators='W0|W13|W26|W52'/>",
	};

	snprintf(indicators, sizeof(indicators), "%s%s", classes, median);
	snprintf(data, sizeof(data), "%s",
		 "indicator,dimension,group,numerator,denominator,value\n"
		 "W0,deprivation,1,400,1000,\nW13,deprivation,1,300,1000,\n"
		 "W26,deprivation,1,240,1000,\nW52,deprivation,1,60,1000,\n"
		 "W0,deprivation,5,500,1000,\nW13,deprivation,5,300,1000,\n"
		 "W26,deprivation,5,160,1000,\nW52,deprivation,5,40,1000,\n"
		 "M,deprivation,1,,,16.5\nM,deprivation,5,,,*\n");
	return faulty ? statement_try(&parts) : statement_of(&parts);
}

Test(plots_waits, a_median_that_the_data_have_is_told_itself)
{
	struct statement *statement = with_median(MEDIAN("given", "weeks"), false);
	const struct plot_waits *waits = figure(statement)->plot->waits;

	cr_expect_str_eq(waits->medians[0].line, "median: 16.5 weeks");
	cr_expect_eq(waits->medians[0].from, 16.5);
	cr_expect_eq(waits->medians[0].to, 16.5);
	cr_expect_str_eq(waits->medians[4].line, "median: [c]");
	cr_expect_not(waits->medians[4].placed);
	cr_expect_str_eq(waits->median_label, "median wait");
	statement_free(statement);
}

Test(plots_waits, what_is_no_median_in_weeks_is_refused)
{
	static const char *const wrong[] = { MEDIAN("given", "days"), MEDIAN("mean", "weeks") };

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct statement *statement = with_median(wrong[i], true);

		cr_expect(statement_said(statement, "SPC232"), "%s", wrong[i]);
		statement_free(statement);
	}
}
