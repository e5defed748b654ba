/* Which figure an element means: what it says itself, and what it takes from the elements around it. */

#include <criterion/criterion.h>
#include <string.h>

#include "support/statement.h"

/* Two indicators, two bodies, three periods, two breakdowns; every figure is another one. */
static const char rows[] = "indicator,period,organisation,dimension,group,numerator,denominator\n"
			   "A,2022,QNV,all,,101,1000\nA,2023,QNV,all,,102,1000\n"
			   "A,2024,QNV,all,,103,1000\nA,2024,QXX,all,,104,1000\n"
			   "B,2023,QNV,all,,105,1000\nB,2022,QNV,all,,106,1000\n"
			   "A,2024,QNV,deprivation,1,107,1000\nA,2024,QNV,deprivation,5,108,1000\n"
			   "A,2023,QNV,deprivation,1,109,1000\nA,2024,QNV,sex,F,110,1000\n"
			   "A,2022,QNV,sex,F,111,1000\n";

static const char indicators[] =
	"<indicator id='A' method='proportion' per='100'><name>First</name><unit>%</unit></indicator>"
	"<indicator id='B' method='proportion' per='100'><name>Second</name><unit>%</unit></indicator>";

static struct statement_parts parts_of(const char *about, const char *body)
{
	return (struct statement_parts){
		.rows = rows, .indicators = indicators, .about = about, .body = body
	};
}

static void expect_text(const char *about, const char *body, const char *wanted)
{
	expect_paragraph(parts_of(about, body), wanted);
}

static void expect_refused(const char *about, const char *body, const char *id)
{
	struct statement_parts parts = parts_of(about, body);
	struct statement *statement = statement_try(&parts);

	cr_expect_null(statement->run.document, "%s", body);
	cr_expect(statement_said(statement, id), "%s: no %s", body, id);
	statement_free(statement);
}

Test(resolve_scope, takes_what_the_body_says)
{
	expect_text("organisation='QNV' indicator='A'", "<p><value/></p>", "10.3%");
	expect_text("organisation='QXX' indicator='A'", "<p><value/></p>", "10.4%");
	expect_text("organisation='QNV' indicator='A' by='deprivation'",
		    "<p><value group='most'/></p>", "10.7%");
	expect_text("organisation='QNV' indicator='A' period='2022'", "<p><value/></p>", "10.1%");
}

Test(resolve_scope, takes_the_nearest_element)
{
	expect_text("organisation='QNV' indicator='A' period='2022'",
		    "<section indicator='B'><title>T</title><p><value/></p></section>", "10.6%");
	expect_text(
		"organisation='QNV' indicator='A' period='2022'",
		"<section period='2023'><title>T</title><p indicator='B'><value/></p></section>",
		"10.5%");
	expect_text(
		"organisation='QNV' indicator='A' period='2022'",
		"<section period='2023'><title>T</title><p><value period='2024'/></p></section>",
		"10.3%");
	expect_text(
		"organisation='QNV' indicator='A' by='sex'",
		"<section by='deprivation'><title>T</title><p><value group='least'/></p></section>",
		"10.8%");
	expect_text("organisation='QNV' indicator='A'", "<p><value organisation='QXX'/></p>",
		    "10.4%");
}

/* A group is said at the figure and never taken from around it. */
Test(resolve_scope, does_not_hand_down_a_group)
{
	expect_text("organisation='QNV' indicator='A' by='deprivation'",
		    "<if group='most' is='available'><p><value/></p></if>", "10.3%");
}

Test(resolve_scope, leaves_a_section_behind_when_it_ends)
{
	struct statement_parts parts = parts_of(
		"organisation='QNV' indicator='A'",
		"<section indicator='B' period='2022'><title>T</title><p><value/></p></section>"
		"<p><value/></p>");
	struct statement *statement = statement_of(&parts);

	cr_expect_str_eq(statement_paragraph(statement, 0), "10.6%");
	cr_expect_str_eq(statement_paragraph(statement, 1), "10.3%");
	statement_free(statement);
}

/* -- periods ---------------------------------------------------------------------------------- */

Test(resolve_scope, knows_the_words_for_periods)
{
	expect_text("organisation='QNV' indicator='A'", "<p><value period='latest'/></p>", "10.3%");
	expect_text("organisation='QNV' indicator='A'", "<p><value period='first'/></p>", "10.1%");
	expect_text("organisation='QNV' indicator='A'", "<p><value period='previous'/></p>",
		    "10.2%");
	expect_text("organisation='QNV' indicator='A'", "<p><value period='all'/></p>", "10.3%");
	expect_text("organisation='QNV' indicator='A'", "<p><value period='last-2'/></p>", "10.3%");
}

/* The latest period of the indicator and breakdown, not that of all data. */
Test(resolve_scope, takes_the_latest_period_with_figures)
{
	expect_text("organisation='QNV' indicator='B'", "<p><value/></p>", "10.5%");
	expect_text("organisation='QNV' indicator='B'", "<p><value period='first'/></p>", "10.6%");
	/* The breakdown by sex has no figures of 2023. */
	expect_text("organisation='QNV' indicator='A' by='sex'",
		    "<p><value group='female' period='previous'/></p>", "11.1%");
}

Test(resolve_scope, finds_a_period_in_another_spelling)
{
	expect_paragraph(
		(struct statement_parts){
			.rows = "period,numerator,denominator\n2023/24,101,1000\n2024/25,102,1000\n",
			.body = "<p><value period='2023-24'/></p>" },
		"10.1%");
}

Test(resolve_scope, refuses_a_period_that_no_row_has)
{
	expect_refused("organisation='QNV' indicator='A'", "<p><value period='2019'/></p>",
		       "SPC43");
	expect_refused("organisation='QXX' indicator='A'", "<p><value period='previous'/></p>",
		       "SPC43");
	expect_refused("organisation='QNV' indicator='A'", "<p><value period='last-many'/></p>",
		       "SPC43");
	expect_refused("organisation='QNV' indicator='A'", "<p><value period='last-0'/></p>",
		       "SPC43");
	expect_refused("organisation='QNV' indicator='A'", "<p><value period='2024|2031'/></p>",
		       "SPC43");
}

/* B has totals alone, and another indicator goes on longer. */
Test(resolve_scope, takes_the_period_of_the_totals_where_a_body_has_no_groups)
{
	expect_text("organisation='QNV' indicator='B' by='sex'", "<p><value group='all'/></p>",
		    "10.5%");
	expect_text("organisation='QNV' indicator='A' by='deprivation'",
		    "<p><value group='all' organisation='QXX'/></p>", "10.4%");
}

/* QXX has figures of 2024 alone, QNV of 2022 to 2024: bodies are compared in one period. */
Test(resolve_scope, keeps_the_period_of_the_body_around_for_another_body)
{
	expect_text("organisation='QXX' indicator='A'",
		    "<p><value organisation='QNV'/> in <name of='period' organisation='QNV'/></p>",
		    "10.3% in 2024");
	expect_text("organisation='QNV' indicator='A' period='first'",
		    "<p><value/>, <value organisation='QXX'/></p>", "10.1%, [x]");
	expect_text("organisation='QNV' indicator='A' period='first'",
		    "<p><value/>, <value organisation='QXX' period='latest'/></p>", "10.1%, 10.4%");
}

/* -- groups ----------------------------------------------------------------------------------- */

Test(resolve_scope, finds_a_group_by_code_label_and_other_names)
{
	expect_text("organisation='QNV' indicator='A' by='deprivation'",
		    "<p><value group='1'/></p>", "10.7%");
	expect_text("organisation='QNV' indicator='A' by='deprivation'",
		    "<p><value group='5 least deprived'/></p>", "10.8%");
	expect_text("organisation='QNV' indicator='A' by='deprivation'",
		    "<p><value group='Q1'/></p>", "10.7%");
	expect_text("organisation='QNV' indicator='A' by='deprivation'",
		    "<p><value group='all'/></p>", "10.3%");
}

/* Mothers have ages of their own: the word "age" means the cut of it that has figures. */
Test(resolve_scope, finds_another_cut_of_the_same_name)
{
	expect_paragraph(
		(struct statement_parts){
			.rows = "dimension,group,numerator,denominator\nall,,100,1000\n"
				"age-mother,20 to 24,40,500\nage-mother,25 to 29,60,500\n",
			.about = "organisation='QNV' indicator='A'",
			.body = "<p><value by='age' group='highest'/></p>" },
		"12.0%");
}

/* The total would be a figure of something else. */
Test(resolve_scope, has_no_highest_group_where_the_data_have_none)
{
	expect_text("organisation='QNV' indicator='A'",
		    "<p><value by='age' group='highest'/> <name of='group' by='age' "
		    "group='lowest'/></p>",
		    "[x] [x]");
	expect_text("organisation='QNV' indicator='A'",
		    "<if by='age' group='highest' is='available'><p>Yes</p></if><p>No</p>", "No");
}

Test(resolve_scope, finds_the_highest_and_the_lowest_group)
{
	expect_text("organisation='QNV' indicator='A' by='deprivation'",
		    "<p><value group='highest'/> <name of='group'  group='highest'/></p>",
		    "10.8% 5 least deprived");
	expect_text("organisation='QNV' indicator='A' by='deprivation'",
		    "<p><value group='lowest'/></p>", "10.7%");
}

/* A hidden figure is never the highest, whatever it is. */
Test(resolve_scope, leaves_hidden_figures_out_of_highest_and_lowest)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "LOCAL-5",
		.rows = "dimension,group,numerator,denominator\nsex,F,3,1000\nsex,M,300,1000\n"
			"sex,unknown,400,1000\nethnic-group,asian,2,10\nethnic-group,black,3,1000\n",
		.body = "<p by='sex'><value group='lowest'/></p>"
			"<p by='ethnic-group'><value group='highest'/></p>" });

	cr_expect_str_eq(statement_paragraph(statement, 0), "[c]");
	cr_expect_str_eq(statement_paragraph(statement, 1), "[c]");
	statement_free(statement);
}

Test(resolve_scope, refuses_groups_that_the_breakdown_does_not_have)
{
	expect_refused("organisation='QNV' indicator='A' by='deprivation'",
		       "<p><value group='6'/></p>", "SPC44");
	expect_refused("organisation='QNV' indicator='A'", "<p><value group='most'/></p>", "SPC40");
	expect_refused("organisation='QNV' indicator='A' by='sex'", "<p><value group='most'/></p>",
		       "SPC45");
}

/* -- what is missing -------------------------------------------------------------------------- */

Test(resolve_scope, asks_for_an_indicator_a_body_and_a_breakdown)
{
	expect_refused("organisation='QNV'", "<p><value/></p>", "SPC40");
	expect_refused("indicator='A'", "<p><value/></p>", "SPC40");
	expect_refused("organisation='QNV' indicator='A'", "<p><value of='gap'/></p>", "SPC40");
	expect_refused("organisation='QNV' indicator='A'", "<chart kind='bars'/>", "SPC48");
}

Test(resolve_scope, refuses_names_that_do_not_exist)
{
	expect_refused("organisation='QNV' indicator='C'", "<p><value/></p>", "SPC31");
	expect_refused("organisation='QNW' indicator='A'", "<p><value/></p>", "SPC41");
	expect_refused("organisation='QNV' indicator='A'", "<p by='wealth'><value/></p>", "SPC42");
	expect_refused("organisation='QNV' indicator='A' compare='QNW'", "<chart kind='trend'/>",
		       "SPC41");
}

Test(resolve_scope, needs_no_body_when_the_data_have_but_one)
{
	expect_paragraph((struct statement_parts){ .rows = "numerator,denominator\n123,1000\n",
						   .about = "indicator='A'",
						   .body = "<p><value/></p>" },
			 "12.3%");
}

/* Fifths are the usual cut; these data have tenths alone. */
Test(resolve_scope, takes_the_cut_of_a_dimension_that_has_figures)
{
	expect_paragraph(
		(struct statement_parts){
			.rows = "dimension,group,numerator,denominator\n"
				"deprivation-decile,1,123,1000\ndeprivation-decile,10,100,1000\n",
			.body = "<p by='deprivation'><value group='most'/> <name of='dimension'/></p>" },
		"12% Deprivation tenth");
}
