/* Stacked bars: which parts and rows, and that one hidden part hides its row. */

#include <criterion/criterion.h>
#include <string.h>

#include "document/plot_parts.h"
#include "support/statement.h"

#define ANSWER(id, attributes)                                                                     \
	"<indicator id='" id "' method='proportion' per='100' family='asked' " attributes          \
	"><name>" id "</name><short-name>" id                                                      \
	"</short-name><population>answers</population><unit>%</unit></indicator>"

static const char scale[] = ANSWER("No", "side='negative'") ANSWER("Neither", "side='neutral'")
	ANSWER("Yes", "side='positive'");
static const char plain[] = ANSWER("No", "") ANSWER("Neither", "") ANSWER("Yes", "");
static const char rows[] = "indicator,dimension,group,numerator,denominator\n"
			   "No,all,,60,200\nNeither,all,,40,200\nYes,all,,100,200\n"
			   "No,deprivation,1,40,100\nNeither,deprivation,1,20,100\n"
			   "Yes,deprivation,1,40,100\n"
			   "No,deprivation,5,20,100\nNeither,deprivation,5,20,100\n"
			   "Yes,deprivation,5,60,100\n";
static const char body[] = "<chart kind='stacked' by='deprivation' indicators='No|Neither|Yes'/>";

static struct statement *of(const char *indicators, const char *data)
{
	return statement_of(&(struct statement_parts){ .rule = "LOCAL-5",
						       .indicators = indicators,
						       .about = "organisation='QNV'",
						       .rows = data,
						       .body = body });
}

static const struct plot *plot_in(const struct statement *statement)
{
	const struct node *node = statement_node(statement, NODE_FIGURE, 0);

	cr_assert_not_null(node);
	return node->plot;
}

Test(plots_parts, the_total_stands_above_its_groups)
{
	struct statement *statement = of(plain, rows);
	const struct plot *plot = plot_in(statement);

	cr_assert_eq(plot->series_count, 3);
	cr_assert_str_eq(plot->categories[0].label, "All answers");
	cr_assert_float_eq(plot_value(plot, 2, 0)->value, 50, 1e-9);
	cr_assert_float_eq(plot_value(plot, 0, 1)->value, 40, 1e-9);
	cr_assert_not(plot->parts->meets);
	statement_free(statement);
}

Test(plots_parts, answers_on_a_scale_meet_and_carry_their_sums)
{
	struct statement *statement = of(scale, rows);
	const struct plot *plot = plot_in(statement);

	cr_assert(plot->parts->meets);
	cr_assert_str_eq(plot->parts->negative[1], "40.0%");
	cr_assert_str_eq(plot->parts->positive[5], "60.0%");
	cr_assert_str_eq(
		statement_plain(statement, &statement_node(statement, NODE_FIGURE, 0)->title),
		"Positive answers: 40.0% to 60.0%");
	statement_free(statement);
}

/* 2 of 100 are hidden, and so is the part beside them: nothing of the row is there. */
Test(plots_parts, one_hidden_part_hides_its_row)
{
	static const char hidden[] = "indicator,dimension,group,numerator,denominator\n"
				     "No,deprivation,1,2,100\nNeither,deprivation,1,38,100\n"
				     "Yes,deprivation,1,60,100\n"
				     "No,deprivation,5,20,100\nNeither,deprivation,5,20,100\n"
				     "Yes,deprivation,5,60,100\n";
	struct statement *statement = of(scale, hidden);
	const struct plot *plot = plot_in(statement);

	for (size_t s = 0; s < 3; s++) {
		cr_expect_eq(plot_value(plot, s, 0)->state, VALUE_SUPPRESSED);
		cr_expect_eq(plot_value(plot, s, 0)->value, 0);
	}
	cr_expect_str_eq(plot->parts->positive[0], "", "a sum without its parts");
	statement_free(statement);
}

/* 40 of 100,000 say no: 0.04%. */
Test(plots_parts, sums_that_round_to_zero_are_k)
{
	static const char rare[] = "indicator,dimension,group,numerator,denominator\n"
				   "No,deprivation,1,40,100000\nNeither,deprivation,1,960,100000\n"
				   "Yes,deprivation,1,99000,100000\n"
				   "No,deprivation,5,0,100000\nNeither,deprivation,5,1000,100000\n"
				   "Yes,deprivation,5,99000,100000\n";
	struct statement *statement = statement_of(&(struct statement_parts){
		.indicators = scale, .about = "organisation='QNV'", .rows = rare, .body = body });
	const struct node *node = statement_node(statement, NODE_FIGURE, 0);

	cr_expect_str_eq(node->plot->parts->negative[0], "[k]");
	cr_expect_str_eq(node->plot->parts->negative[4], "0.0%", "a true zero");
	cr_expect_not_null(strstr(statement_plain(statement, &node->notes),
				  "[k] rounds to zero, but is not zero."));
	statement_free(statement);
}

Test(plots_parts, more_parts_than_can_be_told_apart_are_refused)
{
	struct statement *statement = statement_try(&(struct statement_parts){
		.indicators = ANSWER("A", "") ANSWER("B", "") ANSWER("C", "") ANSWER("D", "")
			ANSWER("E", ""),
		.rows = "indicator,numerator,denominator\nA,20,100\nB,20,100\nC,20,100\nD,20,100\n"
			"E,20,100\n",
		.about = "organisation='QNV' indicator='A'",
		.body = "<chart kind='stacked' indicators='A|B|C|D|E'/>" });

	cr_assert(statement_said(statement, "SPC122"));
	statement_free(statement);
}

Test(plots_parts, parts_that_are_more_than_the_whole_are_refused)
{
	struct statement *statement = statement_try(&(struct statement_parts){
		.indicators = ANSWER("A", "") ANSWER("B", ""),
		.rows = "indicator,numerator,denominator\nA,80,100\nB,70,100\n",
		.about = "organisation='QNV' indicator='A'",
		.body = "<chart kind='stacked' indicators='A|B'/>" });

	cr_assert(statement_said(statement, "DAT90"));
	statement_free(statement);
}
